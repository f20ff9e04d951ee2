#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/sentry/names.hpp"

#include <algorithm>

namespace chatops::sentry {

namespace detail {

CHATOPS_INLINE bool is_slug_letter(char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '_';
}

CHATOPS_INLINE bool all_are(std::string_view text, std::size_t most, bool (*good)(char)) {
    return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), good);
}

/// Bytes of a character that is none of the control characters.
CHATOPS_INLINE bool is_printed(char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '\x7f';
}

CHATOPS_INLINE std::optional<mistake> wrong_project(std::string_view text, std::string_view) {
    if (all_are(text, 100, is_slug_letter)) return std::nullopt;
    return provider::not_named("sentry_project", text, "is not a name of a project.",
                               "lower-case letters, digits, dashes and underscores, like acme-web");
}

CHATOPS_INLINE std::optional<mistake> wrong_issue(std::string_view text, std::string_view) {
    const auto is_of_issues = [](char c) { return is_slug_letter(lower(c)); };
    const bool is_id = std::all_of(text.begin(), text.end(), is_digit);
    const bool is_short_id = text.find('-') != std::string_view::npos;
    if (all_are(text, 120, is_of_issues) && (is_id || is_short_id)) return std::nullopt;
    return provider::not_named("sentry_issue", text, "names no issue.",
                               "an issue's short id or its id, like ACME-1A");
}

CHATOPS_INLINE std::optional<mistake> wrong_release(std::string_view text, std::string_view) {
    constexpr std::size_t longest = 250;
    const bool is_path = text == "." || text == "..";
    if (!is_path && text.size() <= longest && is_utf8(text) &&
        text.find_first_not_of(' ') != std::string_view::npos &&
        std::all_of(text.begin(), text.end(),
                    [](char c) { return is_printed(c) && c != '/' && c != '\\'; }))
        return std::nullopt;
    return provider::not_named("sentry_release", text, "is not a version that a release can have.",
                               "a version without slashes, like acme@1.4.2, or a commit");
}

CHATOPS_INLINE std::optional<mistake> wrong_environment(std::string_view text, std::string_view) {
    if (text.size() <= 64 && !text.empty() && is_utf8(text) &&
        std::all_of(text.begin(), text.end(), [](char c) { return is_printed(c) && c != '/'; }))
        return std::nullopt;
    return provider::not_named("sentry_environment", text, "is not an environment.",
                               "at most 64 characters without a slash, like production");
}

CHATOPS_INLINE std::optional<mistake> wrong_assignee(std::string_view text, std::string_view) {
    if (text.size() <= 254 && !text.empty() && is_utf8(text) &&
        std::all_of(text.begin(), text.end(), is_printed))
        return std::nullopt;
    return provider::not_named("sentry_assignee", text, "names nobody.",
                               "an email address, a name, team:NAME, or nobody");
}

CHATOPS_INLINE std::optional<mistake> wrong_monitor(std::string_view text, std::string_view) {
    if (all_are(text, 100, is_slug_letter)) return std::nullopt;
    return provider::not_named("sentry_monitor", text, "is not a name of a monitor.",
                               "lower-case letters, digits, dashes and underscores, like "
                               "nightly-backup");
}

CHATOPS_INLINE std::optional<mistake> wrong_event(std::string_view text, std::string_view) {
    const auto digits = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return is_digit(c) || is_lower(lower(c)); }));
    const bool rest_is_dashes = std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f') || c == '-';
    });
    constexpr std::size_t whole = 32;
    constexpr std::size_t shortest = 8;
    if (digits >= shortest && digits <= whole && rest_is_dashes) return std::nullopt;
    return provider::not_named("sentry_event", text, "is no id of an event.",
                               "at least 8 hexadecimal digits, as sentry events shows them");
}

CHATOPS_INLINE std::optional<mistake> wrong_key(std::string_view text, std::string_view) {
    if (text.size() <= 254 && !text.empty() && is_utf8(text) &&
        std::all_of(text.begin(), text.end(), is_printed))
        return std::nullopt;
    return provider::not_named("sentry_key", text, "names no key.",
                               "the name of a key, as sentry keys shows it, or its id: what "
                               "stands before the @ of its address");
}

} // namespace detail

} // namespace chatops::sentry
