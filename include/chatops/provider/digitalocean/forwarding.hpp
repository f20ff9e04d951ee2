// What a load balancer forwards and how it looks at health, as people type it: `http:80=http:8080`.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::digitalocean {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`).
// Source: digitalocean/openapi, resources/load_balancers/models.

/// `http:80`: one side of a rule.
struct listener {
    /// `http`, `https`, `http2`, `tcp`, `udp`.
    std::string protocol;
    std::int64_t port = 0;

    [[nodiscard]] std::string to_text() const { return protocol + ':' + std::to_string(port); }
    friend bool operator==(const listener&, const listener&) = default;
};

/// What comes in, and where at the droplets it goes: `http:80=http:8080`, or `tcp:5432` for the
/// same on both sides.
struct forwarding {
    static constexpr std::string_view kind = "forwarding rule";

    listener entry;
    listener target;

    /// Mistake: `digitalocean_forwarding`.
    static result<forwarding> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const { return entry.to_text() + '=' + target.to_text(); }
    /// The droplets have the certificate: what is encrypted goes to them as it is.
    [[nodiscard]] bool passes_tls() const;
    /// The load balancer would have to have one.
    [[nodiscard]] bool needs_certificate() const;
    friend bool operator==(const forwarding&, const forwarding&) = default;
};

/// How a load balancer finds out whether a droplet answers: `http:8080/health`, `tcp:5432`.
struct health_target {
    static constexpr std::string_view kind = "health check";

    /// `http`, `https`, `tcp`.
    std::string protocol;
    std::int64_t port = 0;
    /// Begins with a slash; empty of tcp.
    std::string path;

    /// Mistake: `digitalocean_health`.
    static result<health_target> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const {
        return protocol + ':' + std::to_string(port) + path;
    }
    friend bool operator==(const health_target&, const health_target&) = default;
};

namespace detail {
/// Mistake: `digitalocean_entry`; nothing where the text is good.
std::optional<mistake> wrong_entry(std::string_view text, std::string_view kind);
} // namespace detail

/// A rule by what comes in, which is once at a load balancer: `https:443`.
using entry_ref = provider::word<"entry of a forwarding rule", &detail::wrong_entry>;

} // namespace chatops::digitalocean

#include CHATOPS_BODY("chatops/provider/digitalocean/forwarding.ipp")
