#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/provider/heroku/secret_url.hpp"

#include <algorithm>
#include <initializer_list>

namespace chatops::heroku {

namespace detail {

/// An address in its parts; none of them where it has no proper host.
struct url_parts {
    std::string_view scheme;
    bool has_user = false;
    /// With its port.
    std::string_view host;
    bool has_more = false;
};

/// A name with a dot, perhaps with a port: a piece of a password that holds a slash is none.
CHATOPS_INLINE bool is_host_with_port(std::string_view text) {
    const auto colon = std::min(text.find(':'), text.size());
    const std::string_view port = text.substr(std::min(text.size(), colon + 1));
    const std::string_view name = text.substr(0, colon);
    const auto is_of_names = [](char c) {
        return is_digit(c) || is_lower(lower(c)) || c == '-' || c == '.';
    };
    const bool has_dot = name.find('.') != std::string_view::npos || name == "localhost";
    return has_dot && std::all_of(name.begin(), name.end(), is_of_names) &&
           (colon == text.size() || !port.empty()) &&
           std::all_of(port.begin(), port.end(), is_digit);
}

CHATOPS_INLINE url_parts parts_of(std::string_view url) {
    url_parts parts;
    constexpr std::string_view sign = "://";
    const auto scheme = url.find(sign);
    if (scheme == std::string_view::npos) return parts;
    const std::string_view rest = url.substr(scheme + sign.size());
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view place = rest.substr(0, end);
    const auto at = place.rfind('@');
    parts.scheme = url.substr(0, scheme);
    parts.has_user = at != std::string_view::npos;
    parts.host = parts.has_user ? place.substr(at + 1) : place;
    parts.has_more = rest.size() > end + 1;
    if (!is_host_with_port(parts.host)) parts.host = {};
    return parts;
}

/// Whether it has one of these schemes and a host, and can stand on a line.
CHATOPS_INLINE bool is_url(std::string_view text, std::initializer_list<std::string_view> schemes) {
    constexpr std::size_t longest = 2'048;
    const url_parts parts = parts_of(text);
    return text.size() <= longest && !parts.host.empty() &&
           std::find(schemes.begin(), schemes.end(), parts.scheme) != schemes.end() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

CHATOPS_INLINE std::optional<mistake> wrong_drain_url(std::string_view text) {
    if (is_url(text, {"https", "http", "syslog+tls", "syslog"})) return std::nullopt;
    return mistake("heroku_drain_url", "That is no address that Heroku can send a log to.", 0,
                   text.size(),
                   "an address like https://logs.example/drain?key=…, or "
                   "syslog+tls://logs.example:6514");
}

CHATOPS_INLINE std::optional<mistake> wrong_webhook_url(std::string_view text) {
    if (is_url(text, {"https", "http"})) return std::nullopt;
    return mistake("heroku_webhook_url", "That is no address that Heroku can send news to.", 0,
                   text.size(), "an address like https://hooks.example/heroku?key=…");
}

} // namespace detail

CHATOPS_INLINE std::string_view host_of(std::string_view url) { return detail::parts_of(url).host; }

CHATOPS_INLINE std::string visible_part(std::string_view url) {
    const detail::url_parts parts = detail::parts_of(url);
    if (parts.host.empty()) return std::string(parts.scheme) + "://[hidden]";
    std::string text(parts.scheme);
    text += parts.has_user ? "://[hidden]@" : "://";
    text += parts.host;
    if (parts.has_more) text += "/[hidden]";
    return text;
}

} // namespace chatops::heroku
