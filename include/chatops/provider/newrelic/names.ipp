#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/newrelic/limits.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <algorithm>

namespace chatops::newrelic {

namespace detail {

using provider::not_named;

CHATOPS_INLINE bool is_short_line(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && provider::is_one_line(text);
}

CHATOPS_INLINE std::optional<mistake> wrong_reference(std::string_view text,
                                                      std::string_view kind) {
    if (is_short_line(text, limits::name_bytes)) return std::nullopt;
    return not_named("newrelic_reference", text, "is no " + std::string(kind) + '.',
                     "a name or an id on one line");
}

CHATOPS_INLINE std::optional<mistake> wrong_id(std::string_view text, std::string_view kind) {
    const bool good = text.size() >= limits::shortest_id && text.size() <= limits::name_bytes &&
                      std::all_of(text.begin(), text.end(),
                                  [](char c) { return is_digit(c) || is_letter(c) || c == '-'; });
    if (good) return std::nullopt;
    return not_named("newrelic_id", text, "is no " + std::string(kind) + '.',
                     "at least four letters and digits of it, like 8f3a1c20");
}

CHATOPS_INLINE std::optional<mistake> wrong_query(std::string_view text, std::string_view) {
    const bool good =
        text.size() <= limits::query_bytes && is_utf8(text) &&
        text.find_first_not_of(" \t\r\n") != std::string_view::npos &&
        std::all_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\r' || c == '\t';
        });
    if (good) return std::nullopt;
    return not_named("newrelic_query", text.substr(0, limits::name_bytes), "is no NRQL query.",
                     "a query in quotes, like \"SELECT count(*) FROM Transaction\"");
}

CHATOPS_INLINE std::optional<mistake> wrong_line(std::string_view text, std::string_view kind) {
    if (is_short_line(text, limits::line_bytes)) return std::nullopt;
    return not_named("newrelic_text", text.substr(0, limits::name_bytes),
                     "is no " + std::string(kind) + '.', "one line of text");
}

} // namespace detail

CHATOPS_INLINE bool is_guid(std::string_view text) {
    // The account's number comes first, and digits begin with these letters in base 64.
    return text.size() >= limits::shortest_guid && text.front() >= 'M' && text.front() <= 'O' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || is_letter(c) || c == '+' || c == '/' || c == '=';
           });
}

CHATOPS_INLINE std::string nrql_text_of(std::string_view text) {
    std::string made = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') made += '\\';
        made += c;
    }
    return made + '\'';
}

} // namespace chatops::newrelic
