// What people name at Rackspace's load balancers and DNS: a load balancer, a node, a domain, a
// record.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/rackspace/names.hpp"
#include "chatops/provider/word.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::rackspace {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`).

namespace detail {
/// Mistakes: `rackspace_domain`, `rackspace_record_name`, `rackspace_network`; nothing where the
/// text is good.
std::optional<mistake> wrong_domain(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_record_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_network(std::string_view text, std::string_view kind);
/// 1 to 65535.
std::optional<std::int64_t> port_number_in(std::string_view text);
} // namespace detail

using load_balancer_ref = reference<"name or id of a load balancer">;
using record_ref = reference<"name or id of a record">;
/// Of a load balancer: its id, its address, or the server behind it.
using node_ref = reference<"address, id or server of a node">;

/// Whatever is one line. Source: docs-cloud-load-balancers, methods/post-create-load-balancer.
using load_balancer_name = reference<"name for a load balancer">;

/// Letters, digits and dashes, and a dot within.
using domain_name = word<"domain", &detail::wrong_domain>;
/// A name within a domain, or whole: the same characters, underscores and a star; `@` for the
/// domain itself.
using record_name = word<"name within a domain", &detail::wrong_record_name>;
/// An address, or a block of them: `203.0.113.7`, `203.0.113.0/24`.
using network = word<"address or block of addresses", &detail::wrong_network>;

/// What a load balancer listens to: `http`, `https:8443`, `tcp:5432`.
struct listener {
    static constexpr std::string_view kind = "protocol and port";

    /// As Rackspace writes it: `HTTP`, `TCP_CLIENT_FIRST`, `IMAPv4`.
    std::string protocol;
    std::int64_t port = 0;

    /// Mistake: `rackspace_listener`.
    static result<listener> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const listener&, const listener&) = default;
};

/// Where a node is to be reached: an address or a server's name, and the port:
/// `10.208.0.7:8080`, `web-1:80`, `[2001:db8::7]:80`.
struct node_place {
    static constexpr std::string_view kind = "node";

    std::string host;
    std::int64_t port = 0;

    /// Mistake: `rackspace_node`.
    static result<node_place> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const node_place&, const node_place&) = default;
};

/// Whether that is an address, of version 4 or 6, and not a name.
bool is_address(std::string_view text);

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/network_names.ipp")
