#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/find_option.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/write.hpp"
#include "chatops/run/catalogue.hpp"

#include <algorithm>
#include <optional>

namespace chatops {

namespace detail {
inline std::vector<const command_description*> descriptions_of(const std::vector<entry>& entries) {
    std::vector<const command_description*> all;
    all.reserve(entries.size());
    for (const entry& each : entries) all.push_back(each.what);
    return all;
}

/// `heroku --help` as `help heroku`: what asks for help without a command; nothing for another
/// line.
inline std::optional<std::string> help_line_of(const line::words& typed) {
    std::vector<std::string> words;
    std::size_t at = 0;
    for (; at < typed.size() && !typed[at].is_option(); ++at) words.emplace_back(typed[at].text);
    // What follows an option is its value, and may be secret.
    const bool asks = std::any_of(typed.begin() + at, typed.end(), [](const line::word& each) {
        const line::common_option* const option =
            each.is_option() && !each.has_value ? line::find_common(each) : nullptr;
        return option != nullptr && option->given == &line::common_options::help;
    });
    if (!asks || (!words.empty() && equal_ignoring_case(words.front(), "help")))
        return std::nullopt;
    std::string text = "help";
    if (!words.empty()) text += " --";
    for (const std::string& each : words) text += ' ' + line::quoted(each);
    return text;
}
} // namespace detail

CHATOPS_INLINE catalogue::catalogue(std::vector<entry> entries)
    : entries_(std::move(entries)), names_(detail::descriptions_of(entries_)) {
    digests_.reserve(entries_.size());
    for (const entry& each : entries_) {
        digests_.push_back(digest_of(*each.what));
        if (!takes_secret(*each.what)) continue;
        const command_info& info = each.what->info;
        secret_names_.push_back(info.name);
        secret_names_.insert(secret_names_.end(), info.aliases.begin(), info.aliases.end());
    }
}

CHATOPS_INLINE result<read_line> catalogue::read(std::string_view line, const moment& typed) const {
    const auto words = line::split(line);
    if (!words) return words.error();
    const auto found = names_.find(*words);
    if (!found) {
        const auto help = detail::help_line_of(*words);
        if (help && find("help") != nullptr) return read(*help, typed);
        return found.error();
    }
    read_line outcome;
    outcome.command = &entries_[found->index];
    outcome.given = outcome.command->make();
    auto common = line::parse(*found->command, *words, found->words, outcome.given.get(), typed);
    if (!common) return common.error();
    outcome.common = *common;
    return outcome;
}

CHATOPS_INLINE const entry* catalogue::find(std::string_view name) const {
    const auto place = names_.find(name);
    return place ? &entries_[*place] : nullptr;
}

CHATOPS_INLINE const std::string& catalogue::digest(const entry& of) const {
    return digests_[static_cast<std::size_t>(&of - entries_.data())];
}

CHATOPS_INLINE std::vector<std::pair<std::string, std::string>>
catalogue::values_of(const entry& of, const void* given) {
    std::vector<std::pair<std::string, std::string>> values;
    for (const field_description& each : of.what->fields) {
        if (each.secret()) continue;
        for (std::string& text : each.texts(given))
            values.emplace_back(std::string(each.name), std::move(text));
    }
    return values;
}

} // namespace chatops
