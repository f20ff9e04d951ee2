#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <algorithm>
#include <array>

namespace chatops::digitalocean {

namespace detail {

inline constexpr std::array<std::string_view, 5> forwarded_protocols{"http", "https", "http2",
                                                                     "tcp", "udp"};

/// `http:80`, or what is wrong with it: the end of a sentence that begins with the text.
CHATOPS_INLINE const char* read_listener(std::string_view text, listener& into) {
    const auto colon = text.find(':');
    for (const char c : text.substr(0, colon)) into.protocol += lower(c);
    const bool known = std::find(forwarded_protocols.begin(), forwarded_protocols.end(),
                                 into.protocol) != forwarded_protocols.end();
    if (!known) return "names a protocol that is none of http, https, http2, tcp and udp.";
    const auto port =
        colon == std::string_view::npos ? std::nullopt : port_in(text.substr(colon + 1));
    if (!port) return "has no port from 1 to 65535 behind a protocol.";
    into.port = *port;
    return nullptr;
}

} // namespace detail

CHATOPS_INLINE result<forwarding> forwarding::parse(std::string_view text) {
    const auto equals = text.find('=');
    forwarding read;
    const char* wrong = detail::read_listener(text.substr(0, equals), read.entry);
    read.target = read.entry;
    if (wrong == nullptr && equals != std::string_view::npos) {
        read.target = listener();
        wrong = detail::read_listener(text.substr(equals + 1), read.target);
    }
    if (wrong == nullptr && (read.entry.protocol == "udp") != (read.target.protocol == "udp"))
        wrong = "has udp on one side: it is on both, or on none.";
    if (wrong == nullptr) return read;
    return provider::not_named("digitalocean_forwarding", text, wrong,
                               "what comes in and where it goes, like http:80=http:8080");
}

CHATOPS_INLINE bool forwarding::passes_tls() const {
    return entry.protocol == target.protocol &&
           (entry.protocol == "https" || entry.protocol == "http2");
}

CHATOPS_INLINE bool forwarding::needs_certificate() const {
    return (entry.protocol == "https" || entry.protocol == "http2") && !passes_tls();
}

CHATOPS_INLINE result<health_target> health_target::parse(std::string_view text) {
    const auto slash = text.find('/');
    listener read;
    const char* wrong = detail::read_listener(text.substr(0, slash), read);
    const bool is_tcp = read.protocol == "tcp";
    if (wrong == nullptr && !is_tcp && read.protocol != "http" && read.protocol != "https")
        wrong = "asks for health by none of http, https and tcp.";
    if (wrong == nullptr && is_tcp && slash != std::string_view::npos)
        wrong = "has a path, and tcp has none.";
    if (wrong != nullptr)
        return provider::not_named("digitalocean_health", text, wrong,
                                   "what answers, like http:8080/health or tcp:5432");
    health_target made{std::move(read.protocol), read.port, {}};
    if (!is_tcp) made.path = slash == std::string_view::npos ? "/" : text.substr(slash);
    return made;
}

CHATOPS_INLINE std::optional<mistake> detail::wrong_entry(std::string_view text, std::string_view) {
    listener read;
    const char* const wrong = read_listener(text, read);
    if (wrong == nullptr) return std::nullopt;
    return provider::not_named("digitalocean_entry", text, wrong,
                               "what comes in by the rule, like https:443");
}

} // namespace chatops::digitalocean
