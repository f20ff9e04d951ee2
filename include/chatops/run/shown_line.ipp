#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/line/write.hpp"
#include "chatops/run/shown_line.hpp"

#include <algorithm>
#include <vector>

namespace chatops {

namespace detail {

/// The first words of a line that may be no line at all, in small letters; `config:set` is two.
inline std::vector<std::string> raw_words(std::string_view typed, std::size_t most) {
    std::vector<std::string> words(1);
    for (const char each : typed) {
        const bool parts = static_cast<unsigned char>(each) <= ' ' || each == ':';
        if (!parts)
            words.back() += lower(each);
        else if (!words.back().empty()) {
            if (words.size() == most) return words;
            words.emplace_back();
        }
    }
    return words;
}

/// Whether one of the first words looks like what names the command within its group, and what
/// follows may be what it is told to keep: after its last word anything, after the group's
/// (`heroku config acme`) more than one word or a `=`.
inline bool looks_like(const std::vector<std::string>& words, std::string_view name) {
    constexpr std::size_t first_words = 4;
    const std::vector<std::string> parts = raw_words(name, name.size());
    const std::size_t group = parts.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < words.size() && i < first_words; ++i) {
        const std::size_t near = line::plausible_distance(words[i]);
        for (std::size_t part = group; part < parts.size(); ++part) {
            if (line::distance_between(words[i], parts[part], near) > near) continue;
            const std::size_t following = words.size() - i - 1;
            const bool is_last = part + 1 == parts.size();
            if (following > 1 || (following == 1 && is_last)) return true;
            if (following == 1 && words.back().find_first_of("=-") != std::string::npos)
                return true;
        }
    }
    return false;
}

/// Whether the name stands in the line (`may ada heroku config set …`) and something after it.
inline bool goes_on_after(std::string_view typed, std::string_view name) {
    const auto same = [](char left, char right) { return lower(left) == lower(right); };
    const auto at = std::search(typed.begin(), typed.end(), name.begin(), name.end(), same);
    return at != typed.end() && std::any_of(at + static_cast<std::ptrdiff_t>(name.size()),
                                            typed.end(), [](char each) { return each != ' '; });
}

/// The command that a line means, although it may say it wrongly; null if it means none.
inline const command_description* meant_by(const catalogue& commands, std::string_view typed,
                                           const result<read_line>& read) {
    if (read) return read->command->what;
    const auto words = line::split(typed);
    if (!words) return nullptr;
    const auto found = commands.names().find(*words);
    return found ? found->command : nullptr;
}

} // namespace detail

CHATOPS_INLINE shown_line shown_line_of(const catalogue& commands, std::string_view typed,
                                        const result<read_line>& read) {
    const command_description* const meant = detail::meant_by(commands, typed, read);
    if (meant != nullptr && takes_secret(*meant) && read && !read->common.help)
        return {line::write(*meant, read->given.get()), true};
    std::vector<std::string> begins;
    if (meant == nullptr) begins = detail::raw_words(typed, 6);
    const auto may_be_secret = [&](std::string_view name) {
        return detail::goes_on_after(typed, name) ||
               (meant == nullptr && detail::looks_like(begins, name));
    };
    const auto names = commands.secret_names();
    const bool hides = (meant != nullptr && takes_secret(*meant)) ||
                       std::any_of(names.begin(), names.end(), may_be_secret);
    if (!hides) return {std::string(typed)};
    if (meant == nullptr) return {"(not shown: it may hold a secret)", true};
    return {std::string(meant->info.name) + " (the rest is not shown: it may be secret)", true};
}

} // namespace chatops
