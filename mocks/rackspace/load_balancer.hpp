// What spreads connections over nodes.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// Where connections go on to.
struct balanced_node {
    std::int64_t id = 0;
    /// An address, or a name.
    std::string address;
    std::int64_t port = 0;
    /// `ENABLED`, `DISABLED`, `DRAINING`: what people say.
    std::string condition = "ENABLED";
    /// `ONLINE`, `OFFLINE`: what the health monitor says.
    std::string status = "ONLINE";
    /// `PRIMARY`; `SECONDARY` where none of those answers.
    std::string type = "PRIMARY";
    std::int64_t weight = 1;
    /// When the health monitor is sure that it answers, or does not: then its status is another.
    std::optional<time_point> turns_at = {};
};

/// Where connections come in.
struct virtual_ip {
    std::int64_t id = 0;
    std::string address;
    /// `PUBLIC`, `SERVICENET`.
    std::string type = "PUBLIC";
    /// `IPV4`, `IPV6`.
    std::string version = "IPV4";
};

/// Who may connect, or may not.
struct network_item {
    std::int64_t id = 0;
    /// An address, or a block of them.
    std::string address;
    /// `ALLOW`, which comes before `DENY`.
    std::string type;
};

/// What was counted since it was made.
struct connection_counts {
    std::int64_t current = 0;
    std::int64_t most = 0;
    std::int64_t errors = 0;
    std::int64_t failures = 0;
    std::int64_t connect_timeouts = 0;
    std::int64_t data_timeouts = 0;
    std::int64_t keep_alive_timeouts = 0;
};

struct load_balancer {
    std::int64_t id = 0;
    std::string region;
    std::string name;
    std::string protocol;
    std::int64_t port = 0;
    std::string algorithm = "RANDOM";
    /// `BUILD`, `ACTIVE`, `PENDING_UPDATE`, `PENDING_DELETE`, `DELETED`, `ERROR`.
    std::string status = "BUILD";
    std::int64_t timeout_seconds = 30;
    bool half_closed = false;
    bool https_redirect = false;
    std::vector<balanced_node> nodes;
    std::vector<virtual_ip> virtual_ips;
    std::vector<network_item> access_list;
    /// As it was given; empty where there is none.
    object health_monitor;
    connection_counts counts;
    time_point created;
    time_point updated;
    /// When what goes on with it ends.
    std::optional<time_point> settles_at;

    [[nodiscard]] bool is_deleted() const { return status == "DELETED"; }
    /// The next moment at which something happens to it by itself.
    [[nodiscard]] std::optional<time_point> due() const;
    balanced_node* find_node(std::int64_t node_id);
};

/// All load balancers of the account, in all regions, as plain data.
struct load_balancer_holdings {
    /// Oldest first; also those that are deleted, as long as they are shown.
    std::vector<load_balancer> all;
    /// Addresses where nobody answers.
    std::vector<std::string> silent;

    /// The one of that id in that region; refuses with 404.
    load_balancer& of(std::string_view region, std::string_view id);
    /// The same, when it can be changed; refuses with 422 otherwise.
    load_balancer& changeable(std::string_view region, std::string_view id);
    /// The same, to look at its parts: one that is deleted has none any more, 410.
    load_balancer& with_parts(std::string_view region, std::string_view id);

    [[nodiscard]] bool is_silent(std::string_view address) const;
    /// From now on nobody answers there, or somebody does again.
    void set_silent(const std::string& address, bool is_silent, time_point now);
    /// Has its health monitor look at its nodes from now on.
    void watch(load_balancer& which, time_point now) const;

    /// Numbers that grow, one sequence for each sort.
    std::int64_t new_id() { return next(last_id_); }
    std::int64_t new_node_id() { return next(last_node_id_); }
    std::int64_t new_ip_id() { return next(last_ip_id_); }
    std::int64_t new_item_id() { return next(last_item_id_); }
    /// Of the ranges that RFC 5737 and RFC 3849 keep for examples; of ServiceNet.
    std::string new_address(std::string_view type, std::string_view version);

  private:
    static std::int64_t next(std::int64_t& last);

    std::int64_t last_id_ = 71'000;
    std::int64_t last_node_id_ = 410'000;
    std::int64_t last_ip_id_ = 9'000'000;
    std::int64_t last_item_id_ = 2'800;
    int given_addresses_ = 0;
};

} // namespace chatops::mocks::rackspace
