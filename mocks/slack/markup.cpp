// Between what a person types and what Slack stores.
#include "mocks/slack/render.hpp"

#include <utility>

namespace chatops::mocks::slack {

namespace {

bool in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

std::string_view name_at(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && in_name(text[length])) ++length;
    // A sentence's full stop belongs to no name.
    while (length > 0 && text[length - 1] == '.') --length;
    return text.substr(0, length);
}

/// `<@U…>`, `<#C…>`, `<!here>`, `<https://…>` at the start, or nothing.
std::string_view markup_at(std::string_view text) {
    const auto end = text.find('>');
    if (end == std::string_view::npos || end < 2 || text.front() != '<') return {};
    const std::string_view inner = text.substr(1, end - 1);
    const bool known = inner.front() == '@' || inner.front() == '#' || inner.front() == '!' ||
                       inner.find("://") != std::string_view::npos ||
                       inner.rfind("mailto:", 0) == 0;
    return known && inner.find('<') == std::string_view::npos ? text.substr(0, end + 1)
                                                              : std::string_view();
}

std::string_view link_at(std::string_view text) {
    if (text.rfind("http://", 0) != 0 && text.rfind("https://", 0) != 0) return {};
    return text.substr(0, text.find_first_of(" \t\r\n<>\""));
}

void append_escaped(std::string& to, char c) {
    switch (c) {
    case '&': to += "&amp;"; break;
    case '<': to += "&lt;"; break;
    case '>': to += "&gt;"; break;
    default: to += c;
    }
}

/// Appends a mention and says how much of `rest` it was; 0 for none.
std::size_t append_mention(model& data, std::string_view rest, bool names, std::string& to) {
    const std::string_view name = name_at(rest.substr(1));
    if (name.empty()) return 0;
    if (rest.front() == '@') {
        const user* const found = data.find_user(name);
        if (found == nullptr) return 0;
        to += "<@" + found->id + (names ? "|" + found->name : std::string()) + ">";
    } else {
        const channel* const found = data.find_channel(name);
        if (found == nullptr || found->name != name) return 0;
        to += "<#" + found->id + "|" + found->name + ">";
    }
    return 1 + name.size();
}

std::string translated(model& data, std::string_view typed, bool names) {
    std::string made;
    made.reserve(typed.size() + 16);
    for (std::size_t i = 0; i < typed.size();) {
        const std::string_view rest = typed.substr(i);
        const bool starts_word = i == 0 || !in_name(typed[i - 1]);
        std::size_t used = 0;
        if (const auto markup = markup_at(rest); !markup.empty()) {
            made += markup;
            used = markup.size();
        } else if (const auto link = starts_word ? link_at(rest) : std::string_view();
                   !link.empty()) {
            made += '<';
            for (const char c : link) append_escaped(made, c);
            made += '>';
            used = link.size();
        } else if (starts_word && (rest.front() == '@' || rest.front() == '#')) {
            used = append_mention(data, rest, names, made);
        }
        if (used == 0) append_escaped(made, typed[i++]);
        i += used;
    }
    return made;
}

void push_text(array& elements, std::string& text) {
    if (text.empty()) return;
    object one;
    one["type"] = "text";
    one["text"] = text_value(std::exchange(text, {}));
    elements.push_back(std::move(one));
}

char unescaped_at(std::string_view rest, std::size_t& used) {
    using pair = std::pair<std::string_view, char>;
    for (const auto& [escape, c] : {pair{"&amp;", '&'}, pair{"&lt;", '<'}, pair{"&gt;", '>'}}) {
        if (rest.rfind(escape, 0) != 0) continue;
        used = escape.size();
        return c;
    }
    used = 1;
    return rest.front();
}

object markup_element(std::string_view markup) {
    const std::string_view inner = markup.substr(1, markup.size() - 2);
    const std::string_view target = inner.substr(0, inner.find('|'));
    object one;
    if (inner.front() == '@') {
        one["type"] = "user";
        one["user_id"] = text_value(target.substr(1));
    } else if (inner.front() == '#') {
        one["type"] = "channel";
        one["channel_id"] = text_value(target.substr(1));
    } else if (inner.front() == '!') {
        one["type"] = "broadcast";
        one["range"] = text_value(target.substr(1));
    } else {
        one["type"] = "link";
        one["url"] = text_value(target);
    }
    return one;
}

} // namespace

std::string marked_up(model& data, std::string_view typed) {
    return translated(data, typed, false);
}

std::string marked_up_with_names(model& data, std::string_view typed) {
    return translated(data, typed, true);
}

array rich_text(model& data, std::string_view marked) {
    array elements;
    std::string plain;
    for (std::size_t i = 0; i < marked.size();) {
        const std::string_view rest = marked.substr(i);
        if (const auto markup = markup_at(rest); !markup.empty()) {
            push_text(elements, plain);
            elements.push_back(markup_element(markup));
            i += markup.size();
            continue;
        }
        std::size_t used = 0;
        plain += unescaped_at(rest, used);
        i += used;
    }
    push_text(elements, plain);
    object section;
    section["type"] = "rich_text_section";
    section["elements"] = std::move(elements);
    object block;
    block["type"] = "rich_text";
    block["block_id"] = text_value(data.new_id("", 5));
    block["elements"] = array{std::move(section)};
    return array{std::move(block)};
}

} // namespace chatops::mocks::slack
