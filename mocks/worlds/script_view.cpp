// Modals and home tabs in scripts: filled in, sent, and shown as text.
#include "mocks/worlds/script.hpp"
#include "mocks/worlds/script_text.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

std::string text_in(const value& of, std::string_view name) {
    const value* const inner = member(of, name);
    return inner == nullptr ? std::string() : member_text(*inner, "text");
}

/// The options of a menu in their groups, `[x]` before those that are chosen.
std::string options_of(const value& element) {
    if (const value* const groups = member(element, "option_groups")) {
        std::string made;
        for (const value& each : groups->as_array())
            made += "  " + text_in(each, "label") + "\n" + options_of(each);
        return made;
    }
    std::string chosen;
    if (const value* const one = member(element, "initial_option"))
        chosen = "\n" + member_text(*one, "value") + "\n";
    if (const value* const some = member(element, "initial_options"))
        for (const value& each : some->as_array())
            chosen += "\n" + member_text(each, "value") + "\n";
    std::string made;
    for (const value& each : member(element, "options")->as_array()) {
        const bool is_chosen =
            chosen.find("\n" + member_text(each, "value") + "\n") != std::string::npos;
        made += std::string(is_chosen ? "  [x] " : "  [ ] ") + text_in(each, "text");
        if (const std::string more = text_in(each, "description"); !more.empty())
            made += ": " + more;
        made += "\n";
    }
    return made;
}

std::string text_of_input(const value& block) {
    const value& element = *member(block, "element");
    const value* const optional = member(block, "optional");
    const bool is_optional = optional != nullptr && optional->is_bool() && optional->as_bool();
    std::string made = text_in(block, "label") + (is_optional ? " (optional)" : "") + "\n";
    if (member(element, "options") != nullptr || member(element, "option_groups") != nullptr) {
        made += options_of(element);
    } else {
        std::string line = member_text(element, "initial_value");
        if (const value* const one = member(element, "initial_option"))
            line = member_text(*one, "value");
        if (const value* const some = member(element, "initial_options"))
            for (const value& each : some->as_array())
                line += (line.empty() ? "" : "\n") + member_text(each, "value");
        for (auto at = line.find('\n'); at != std::string::npos; at = line.find('\n', at))
            line.replace(at, 1, " / ");
        made += "  [" + line + "]";
        const std::string hint = text_in(block, "hint");
        made += (hint.empty() ? "" : "  " + hint) + "\n";
    }
    return made;
}

/// What a menu of that block gives to choose from, once something was typed there.
std::string offered_in(const value& view, const value& block) {
    constexpr std::size_t most = 6;
    const value* const all = member(view, "offered");
    const value* const menu =
        all == nullptr ? nullptr : member(*all, member_text(block, "block_id"));
    if (menu == nullptr) return {};
    const array& options = member(*menu, "options")->as_array();
    std::string made;
    for (std::size_t i = 0; i < options.size() && i < most; ++i)
        made += (made.empty() ? "" : " | ") + member_text(options[i], "value");
    if (options.size() > most) made += " | " + std::to_string(options.size() - most) + " more";
    return "  offered: " + (options.empty() ? "nothing" : made) + "\n";
}

} // namespace

std::string shown_view(const value& view, std::string_view person) {
    const bool is_modal = member_text(view, "type") == "modal";
    std::string shown =
        "ops " + std::string(is_modal ? "form before " : "home of ") + std::string(person) + ":\n";
    if (is_modal) add_lines(shown, text_in(view, "title"));
    const value* const errors = member(view, "errors");
    for (const value& each : member(view, "blocks")->as_array()) {
        const bool is_input = member_text(each, "type") == "input";
        add_lines(shown, is_input ? text_of_input(each) : text_of_block(each));
        add_lines(shown, offered_in(view, each));
        if (errors == nullptr) continue;
        if (const std::string wrong = member_text(*errors, member_text(each, "block_id"));
            !wrong.empty())
            add_lines(shown, "  ! " + wrong);
    }
    if (errors != nullptr)
        if (const std::string wrong = member_text(*errors, "_"); !wrong.empty())
            add_lines(shown, "! " + wrong);
    if (is_modal)
        add_lines(shown, "[" + text_in(view, "submit") + "] [" + text_in(view, "close") + "]");
    return shown;
}

std::string script::news_of_views() {
    std::string lines;
    for (const auto& person : company_.vendors().data().slack.users)
        for (const char* const type : {"modal", "home"}) {
            const value view = company_.vendors().slack().view_of(person.name, type);
            const std::string shown =
                view.is_null() ? std::string() : shown_view(view, person.name);
            std::string& known = seen_views_[{person.name, type}];
            if (known == shown) continue;
            known = shown;
            lines += shown;
        }
    return lines;
}

result<std::string> script::after(std::optional<mistake> wrong) {
    if (wrong) return std::move(*wrong);
    company_.simulation().settle();
    return news();
}

namespace {

/// Up to the next `;`; what stands after a backslash is meant itself.
std::string next_value(std::string_view& values) {
    std::string text;
    std::size_t at = 0;
    for (; at < values.size() && values[at] != ';'; ++at) {
        if (values[at] == '\\' && at + 1 < values.size()) ++at;
        text += values[at];
    }
    values.remove_prefix(std::min(at + 1, values.size()));
    return text;
}

/// `app=acme; -flags0=--wait; -flags0=--force`: what is named twice has both.
object values_in(std::string_view values) {
    object given;
    while (!values.empty()) {
        const std::string text = next_value(values);
        const std::string_view each = trimmed(text);
        const auto equals = each.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string name(each.substr(0, equals));
        value text_given = text_value(each.substr(equals + 1));
        value* const before = given.if_contains(name);
        if (before == nullptr)
            given[name] = std::move(text_given);
        else if (before->is_array())
            before->get_array().push_back(std::move(text_given));
        else
            given[name] = array{*before, std::move(text_given)};
    }
    return given;
}

} // namespace

result<std::string> script::fill(std::string_view person, std::string_view values) {
    const auto sent = company_.submit(person, values_in(values));
    return after(sent ? std::nullopt : std::optional(sent.error()));
}

std::optional<result<std::string>> script::act(std::string_view line) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos || line.find(':') < space) return std::nullopt;
    const std::string_view person = line.substr(0, space);
    std::string_view rest = line.substr(space + 1);
    const auto word_end = rest.find(' ');
    if (!rest.empty() && rest.front() == '#' && word_end != std::string_view::npos) {
        if (rest.substr(0, word_end).find(':') != std::string_view::npos) return std::nullopt;
        channel_ = rest.substr(1, word_end - 1);
        rest.remove_prefix(word_end + 1);
    }
    if (rest.substr(0, 6) == "fills ") return fill(person, rest.substr(6));
    std::optional<mistake> wrong;
    if (const auto equals = rest.find('=');
        rest.substr(0, 6) == "types " && equals != std::string_view::npos) {
        const auto asked = company_.suggest(person, trimmed(rest.substr(6, equals - 6)),
                                            trimmed(rest.substr(equals + 1)));
        if (!asked) wrong = asked.error();
        return after(std::move(wrong));
    }
    if (rest.substr(0, 10) == "points at ") {
        const auto chosen =
            company_.shortcut(person, "What about this?", channel_, trimmed(rest.substr(10)));
        if (!chosen) wrong = chosen.error();
        return after(std::move(wrong));
    }
    if (rest == "opens home") {
        const auto opened = company_.open_home(person);
        if (!opened) wrong = opened.error();
        return after(std::move(wrong));
    }
    const auto arrow = rest.find(" -> ");
    if (rest.substr(0, 6) != "edits " || arrow == std::string_view::npos) return std::nullopt;
    const auto edited = company_.edit(person, channel_, trimmed(rest.substr(6, arrow - 6)),
                                      trimmed(rest.substr(arrow + 4)));
    if (!edited) wrong = edited.error();
    return after(std::move(wrong));
}

} // namespace chatops::mocks::worlds
