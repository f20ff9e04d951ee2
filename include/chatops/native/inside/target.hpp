// Where a URL leads: what a connection needs to know of it.
#pragma once

#include "chatops/core/config.hpp"

#include <string>

namespace chatops::native {

struct target {
    bool is_tls = false;
    /// Without brackets: `api.heroku.com`, `127.0.0.1`, `::1`.
    std::string host;
    std::string port;
    /// Host, and port if it is not the scheme's own, as the `Host` field has it.
    std::string authority;
    /// Path and query; at least `/`.
    std::string resource;

    /// The host is an address of this machine's loopback, or `localhost`.
    [[nodiscard]] bool is_loopback() const;
    /// The host is an address, not a name.
    [[nodiscard]] bool is_address() const;
};

/// Reads a URL of one of two schemes (`http` and `https`, or `ws` and `wss`). Throws `unavailable`,
/// effect: did not happen, for what is none, has a user in it, or another scheme; the message does
/// not repeat the URL.
target target_of(const std::string& url, const std::string& plain_scheme,
                 const std::string& tls_scheme);

/// Throws `unavailable`, effect: did not happen: "api.heroku.com: the connection was refused".
[[noreturn]] void not_connected(const target& where, const std::string& why);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/target.ipp")
