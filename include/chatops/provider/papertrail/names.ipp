#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/provider/papertrail/names.hpp"

#include <boost/url/ipv4_address.hpp>
#include <boost/url/ipv6_address.hpp>

#include <algorithm>

namespace chatops::papertrail::detail {

CHATOPS_INLINE bool is_short_line(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && provider::is_one_line(text);
}

CHATOPS_INLINE std::optional<mistake> wrong_reference(std::string_view text,
                                                      std::string_view kind) {
    constexpr std::size_t longest = 255;
    if (is_short_line(text, longest)) return std::nullopt;
    return provider::not_named("papertrail_reference", text, "names nothing.",
                               "a " + std::string(kind) + ": one line of at most 255 bytes");
}

CHATOPS_INLINE std::optional<mistake> wrong_email(std::string_view text, std::string_view) {
    constexpr std::size_t longest = 254;
    const auto at = text.find('@');
    const bool has_both = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                          text.find('@', at + 1) == std::string_view::npos;
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](char c) { return c > ' ' && c < 127 && c != '/'; });
    if (has_both && plain && text.size() <= longest) return std::nullopt;
    return provider::not_named("papertrail_email", text, "is not an email address.",
                               "the address of the person, like dev@acme.example");
}

CHATOPS_INLINE std::optional<mistake> wrong_query(std::string_view text, std::string_view) {
    constexpr std::size_t longest = 4'096;
    if (is_short_line(text, longest)) return std::nullopt;
    return provider::not_named("papertrail_query", text, "is not a search.",
                               "one line of at most 4096 bytes, like error program:rails");
}

CHATOPS_INLINE std::optional<mistake> wrong_address(std::string_view text, std::string_view) {
    if (boost::urls::parse_ipv4_address({text.data(), text.size()}) ||
        boost::urls::parse_ipv6_address({text.data(), text.size()}))
        return std::nullopt;
    return provider::not_named("papertrail_address", text, "is not an IP address.",
                               "the address that it sends from, like 203.0.113.40");
}

} // namespace chatops::papertrail::detail
