#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/slack/markup.hpp"

#include <array>
#include <utility>

namespace chatops::slack {

namespace detail {

inline constexpr std::array<std::pair<std::string_view, char>, 3> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};

CHATOPS_INLINE void append_unescaped(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '&') {
            bool found = false;
            for (const auto& [entity, character] : entities)
                if (text.substr(at, entity.size()) == entity) {
                    to += character;
                    at += entity.size();
                    found = true;
                    break;
                }
            if (found) continue;
        }
        to += text[at++];
    }
}

CHATOPS_INLINE bool starts_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// The inside of `<…>` as a person typed it; false if it is none of Slack's forms.
CHATOPS_INLINE bool append_marked(std::string& to, std::string_view inside) {
    const auto bar = inside.find('|');
    const std::string_view target = inside.substr(0, bar);
    const std::string_view label =
        bar == std::string_view::npos ? std::string_view() : inside.substr(bar + 1);
    if (target.empty()) return false;
    const char kind = target.front();
    if (kind == '@' || kind == '#') {
        if (target.size() == 1) return false;
        to += kind;
        append_unescaped(to, label.empty() ? target.substr(1) : label);
        return true;
    }
    if (kind == '!') {
        if (target.size() == 1) return false;
        const std::string_view word = target.substr(1);
        if (starts_with(word, "date^")) {
            append_unescaped(to, label);
            return !label.empty();
        }
        const auto mark = word.find('^'); // subteam^S123
        const std::string_view name = !label.empty()                   ? label
                                      : mark == std::string_view::npos ? word
                                                                       : word.substr(mark + 1);
        if (name.empty() || name.front() != '@') to += '@';
        append_unescaped(to, name);
        return true;
    }
    const bool address = target.find("://") != std::string_view::npos ||
                         starts_with(target, "mailto:") || starts_with(target, "tel:");
    if (!address) return false;
    append_unescaped(to, label.empty() ? target : label);
    return true;
}

CHATOPS_INLINE std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Removes `/ops` or `@ops` from the beginning, if it is a word of its own.
CHATOPS_INLINE std::string_view without_name(std::string_view text, std::string_view name) {
    if (name.empty() || text.size() < name.size() + 1) return text;
    if ((text[0] != '/' && text[0] != '@') || text.substr(1, name.size()) != name) return text;
    const std::string_view rest = text.substr(name.size() + 1);
    return rest.empty() || trimmed(rest.substr(0, 1)).empty() ? trimmed(rest) : text;
}

/// Where the mention of `user` at `at` ends, or npos if there is none at that place.
CHATOPS_INLINE std::size_t mention_end(std::string_view text, std::size_t at,
                                       std::string_view user) {
    if (user.empty() || text.substr(at, 2) != "<@" || text.substr(at + 2, user.size()) != user)
        return std::string_view::npos;
    const std::size_t after = at + 2 + user.size();
    if (after >= text.size() || (text[after] != '>' && text[after] != '|'))
        return std::string_view::npos;
    const std::size_t close = text.find('>', after);
    return close == std::string_view::npos ? close : close + 1;
}

/// What follows the first mention in the middle of a sentence; before it, where nothing follows.
CHATOPS_INLINE std::string_view beside_mention(std::string_view text, std::string_view user) {
    for (std::size_t at = text.find("<@"); at != std::string_view::npos;
         at = text.find("<@", at + 2)) {
        const std::size_t end = mention_end(text, at, user);
        if (end == std::string_view::npos) continue;
        std::string_view after = trimmed(text.substr(end));
        if (!after.empty() && (after.front() == ':' || after.front() == ','))
            after = trimmed(after.substr(1));
        return after.find_first_not_of(".!?") == std::string_view::npos
                   ? trimmed(text.substr(0, at))
                   : after;
    }
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string without_markup(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('<', at);
        if (open == std::string_view::npos) {
            detail::append_unescaped(plain, text.substr(at));
            break;
        }
        detail::append_unescaped(plain, text.substr(at, open - at));
        const std::size_t close = text.find_first_of("<>", open + 1);
        const bool closed = close != std::string_view::npos && text[close] == '>';
        if (closed && detail::append_marked(plain, text.substr(open + 1, close - open - 1))) {
            at = close + 1;
        } else {
            plain += '<';
            at = open + 1;
        }
    }
    return plain;
}

CHATOPS_INLINE std::string escaped(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>') || c == '\n';
    };
    std::string safe;
    safe.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && plain(text[end])) ++end;
        safe.append(text, at, end - at);
        if (end == text.size()) break;
        const utf8_character next = character_at(text, end);
        if (!next.valid)
            safe += "\xef\xbf\xbd";
        else if (next.code == '&')
            safe += "&amp;";
        else if (next.code == '<')
            safe += "&lt;";
        else if (next.code == '>')
            safe += "&gt;";
        else if (is_shown(next.code))
            safe.append(text, end, next.size);
        at = end + next.size;
    }
    return safe;
}

CHATOPS_INLINE std::string_view escaped_beginning(std::string_view text, std::size_t bytes) {
    std::string_view beginning = utf8_beginning(text, bytes);
    if (beginning.size() == text.size()) return beginning;
    constexpr std::size_t longest_entity = 5;
    const std::size_t mark = beginning.rfind('&');
    if (mark != std::string_view::npos && beginning.size() - mark < longest_entity &&
        beginning.find(';', mark) == std::string_view::npos)
        beginning = beginning.substr(0, mark);
    return beginning;
}

CHATOPS_INLINE bool mentions(std::string_view text, std::string_view user) {
    for (std::size_t at = text.find("<@"); at != std::string_view::npos;
         at = text.find("<@", at + 2))
        if (detail::mention_end(text, at, user) != std::string_view::npos) return true;
    return false;
}

CHATOPS_INLINE std::string command_line(std::string_view text, std::string_view user,
                                        std::string_view name) {
    text = detail::trimmed(text);
    const std::size_t end = detail::mention_end(text, 0, user);
    if (end != std::string_view::npos) {
        text = detail::trimmed(text.substr(end));
        // "@ops: help" and "@ops, help" are how people write to each other.
        if (!text.empty() && (text.front() == ':' || text.front() == ','))
            text = detail::trimmed(text.substr(1));
    } else if (const std::string_view named = detail::without_name(text, name);
               named.size() != text.size()) {
        text = named;
    } else {
        text = detail::beside_mention(text, user);
    }
    return without_markup(text);
}

} // namespace chatops::slack
