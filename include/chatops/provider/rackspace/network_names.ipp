#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE std::optional<std::int64_t> whole_in(std::string_view text, std::int64_t most) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = read.ec == std::errc() && read.ptr == text.data() + text.size();
    if (text.empty() || !good || number < 0 || number > most) return std::nullopt;
    return number;
}

CHATOPS_INLINE std::optional<std::int64_t> port_number_in(std::string_view text) {
    const auto number = whole_in(text, 65'535);
    return number && *number > 0 ? number : std::nullopt;
}

CHATOPS_INLINE bool is_dotted(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        const auto dot = text.find('.');
        if ((dot == std::string_view::npos) != (part == 3)) return false;
        if (!whole_in(text.substr(0, dot), 255)) return false;
        text = part == 3 ? std::string_view() : text.substr(dot + 1);
    }
    return true;
}

/// Near enough to tell it from a name: which one is good is Rackspace's to say.
CHATOPS_INLINE bool is_with_colons(std::string_view text) {
    return text.find(':') != text.rfind(':') && std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f') || c == ':' || c == '.';
           });
}

template <class Good>
bool is_made_of(std::string_view text, Good good) {
    constexpr std::size_t longest_bytes = 253;
    return !text.empty() && text.size() <= longest_bytes &&
           std::all_of(text.begin(), text.end(), good);
}

CHATOPS_INLINE std::optional<mistake> wrong_domain(std::string_view text, std::string_view kind) {
    const auto is_good = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; };
    const auto is_end = [](char c) { return is_letter(c) || is_digit(c); };
    if (is_made_of(text, is_good) && is_end(text.front()) && is_end(text.back()))
        return std::nullopt;
    return provider::not_named("rackspace_domain", text, "is no " + std::string(kind) + ".",
                               "letters, digits, dots and dashes, like example.com");
}

CHATOPS_INLINE std::optional<mistake> wrong_record_name(std::string_view text,
                                                        std::string_view kind) {
    const auto is_good = [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == '*';
    };
    if (text == "@" || is_made_of(text, is_good)) return std::nullopt;
    return provider::not_named("rackspace_record_name", text, "is no " + std::string(kind) + ".",
                               "@ for the domain itself, or a name like www or _dmarc");
}

CHATOPS_INLINE std::optional<mistake> wrong_network(std::string_view text, std::string_view kind) {
    const auto slash = text.find('/');
    const bool is_block = slash != std::string_view::npos;
    const bool good =
        is_address(text.substr(0, slash)) && (!is_block || whole_in(text.substr(slash + 1), 128));
    if (good) return std::nullopt;
    return provider::not_named("rackspace_network", text, "is no " + std::string(kind) + ".",
                               "an address like 203.0.113.7, or a block like 203.0.113.0/24");
}

/// With its usual port; 0 where it has none.
/// Source: docs-cloud-load-balancers, methods/get-list-load-balancing-protocols.
struct known_protocol {
    std::string_view name;
    std::int64_t port;
};
inline constexpr known_protocol known_protocols[] = {
    {"HTTP", 80},      {"HTTPS", 443},    {"TCP", 0},      {"TCP_CLIENT_FIRST", 0}, {"UDP", 0},
    {"UDP_STREAM", 0}, {"TCP_STREAM", 0}, {"DNS_TCP", 53}, {"DNS_UDP", 53},         {"FTP", 21},
    {"SFTP", 22},      {"SMTP", 25},      {"POP3", 110},   {"POP3S", 995},          {"IMAPv4", 143},
    {"IMAPS", 993},    {"LDAP", 389},     {"LDAPS", 636},  {"MYSQL", 3'306}};

} // namespace detail

CHATOPS_INLINE bool is_address(std::string_view text) {
    return detail::is_dotted(text) || detail::is_with_colons(text);
}

CHATOPS_INLINE result<listener> listener::parse(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const bool has_port = colon != std::string_view::npos;
    for (const detail::known_protocol& each : detail::known_protocols) {
        if (!equal_ignoring_case(each.name, name)) continue;
        const auto port = has_port ? detail::port_number_in(text.substr(colon + 1))
                                   : std::optional<std::int64_t>(each.port);
        if (!port || *port == 0) break;
        return listener{std::string(each.name), *port};
    }
    return provider::not_named("rackspace_listener", text,
                               "says no protocol that a load balancer has, and its port.",
                               "http, https:8443, tcp:5432, mysql");
}

CHATOPS_INLINE std::string listener::to_text() const {
    std::string text;
    for (const char c : protocol) text += lower(c);
    return text + ':' + std::to_string(port);
}

CHATOPS_INLINE result<node_place> node_place::parse(std::string_view text) {
    const auto colon = text.rfind(':');
    std::string_view host = text.substr(0, colon);
    const auto port = colon == std::string_view::npos
                          ? std::nullopt
                          : detail::port_number_in(text.substr(colon + 1));
    const bool is_bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (is_bracketed) host = host.substr(1, host.size() - 2);
    const bool is_known = is_bracketed
                              ? detail::is_with_colons(host)
                              : server_ref::parse(host) && host.find(':') == std::string_view::npos;
    if (port && is_known) return node_place{std::string(host), *port};
    return provider::not_named("rackspace_node", text,
                               "does not say a server or an address, and the port there.",
                               "web-1:80, 10.208.0.7:8080, [2001:db8::7]:80");
}

CHATOPS_INLINE std::string node_place::to_text() const {
    const bool with_colons = host.find(':') != std::string::npos;
    return (with_colons ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

} // namespace chatops::rackspace
