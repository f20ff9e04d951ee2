// What Rackspace's Cloud Load Balancers has, as its API shows it. Only what is used.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-load-balancers, api-docs/cloud-load-balancers-v1/api-reference.

/// Where connections go on to.
struct balanced_node {
    std::int64_t id = 0;
    /// An address, or a name.
    std::string address;
    std::int64_t port = 0;
    /// `ENABLED`, `DISABLED`, `DRAINING`: what people say.
    std::string condition;
    /// `ONLINE`, `OFFLINE`: what the health monitor says.
    std::optional<std::string> status;
    /// `PRIMARY`; `SECONDARY` where none of those answers.
    std::optional<std::string> type;
    std::optional<std::int64_t> weight;

    friend bool operator==(const balanced_node&, const balanced_node&) = default;
};
BOOST_DESCRIBE_STRUCT(balanced_node, (), (id, address, port, condition, status, type, weight))

/// Where connections come in.
struct virtual_ip {
    std::int64_t id = 0;
    std::string address;
    /// `PUBLIC`, `SERVICENET`.
    std::string type;
    /// `IPV4`, `IPV6`.
    std::string ipVersion;

    friend bool operator==(const virtual_ip&, const virtual_ip&) = default;
};
BOOST_DESCRIBE_STRUCT(virtual_ip, (), (id, address, type, ipVersion))

/// How it finds out whether a node answers.
struct health_monitor {
    /// `CONNECT`, `HTTP`, `HTTPS`.
    std::string type;
    /// Seconds.
    std::int64_t delay = 0;
    std::int64_t timeout = 0;
    std::int64_t attemptsBeforeDeactivation = 0;
    /// Not of CONNECT: what is asked for, and what is a good status.
    std::optional<std::string> path;
    std::optional<std::string> statusRegex;
    std::optional<std::string> bodyRegex;
    std::optional<std::string> hostHeader;

    friend bool operator==(const health_monitor&, const health_monitor&) = default;
};
BOOST_DESCRIBE_STRUCT(health_monitor, (),
                      (type, delay, timeout, attemptsBeforeDeactivation, path, statusRegex,
                       bodyRegex, hostHeader))

/// Who may connect, or may not.
struct access_item {
    std::int64_t id = 0;
    /// An address, or a block of them.
    std::string address;
    /// `ALLOW`, which comes before `DENY`.
    std::string type;

    friend bool operator==(const access_item&, const access_item&) = default;
};
BOOST_DESCRIBE_STRUCT(access_item, (), (id, address, type))

/// A moment as it is written there: `2010-11-30T03:23:42Z`, or with another zone.
struct written_moment {
    std::string time;

    friend bool operator==(const written_moment&, const written_moment&) = default;
};
BOOST_DESCRIBE_STRUCT(written_moment, (), (time))

/// What spreads connections over nodes.
struct load_balancer {
    std::int64_t id = 0;
    std::string name;
    /// `ACTIVE`, `BUILD`, `PENDING_UPDATE`, `PENDING_DELETE`, `DELETED`, `ERROR`, `SUSPENDED`.
    std::string status;
    /// `HTTP`, `HTTPS`, `TCP`, …
    std::string protocol;
    std::int64_t port = 0;
    std::optional<std::string> algorithm;
    /// Seconds without a word after which a connection is ended.
    std::optional<std::int64_t> timeout;
    std::optional<std::vector<virtual_ip>> virtualIps;
    /// In a list only how many.
    std::optional<std::vector<balanced_node>> nodes;
    std::optional<std::int64_t> nodeCount;
    std::optional<health_monitor> healthMonitor;
    std::optional<written_moment> created;

    friend bool operator==(const load_balancer&, const load_balancer&) = default;
};
BOOST_DESCRIBE_STRUCT(load_balancer, (),
                      (id, name, status, protocol, port, algorithm, timeout, virtualIps, nodes,
                       nodeCount, healthMonitor, created))

/// What was counted since it was made; at most five minutes old.
struct load_balancer_stats {
    std::optional<std::int64_t> currentConn;
    std::optional<std::int64_t> maxConn;
    std::optional<std::int64_t> connectError;
    std::optional<std::int64_t> connectFailure;
    std::optional<std::int64_t> connectTimeOut;
    std::optional<std::int64_t> dataTimedOut;
    std::optional<std::int64_t> keepAliveTimedOut;

    friend bool operator==(const load_balancer_stats&, const load_balancer_stats&) = default;
};
BOOST_DESCRIBE_STRUCT(load_balancer_stats, (),
                      (currentConn, maxConn, connectError, connectFailure, connectTimeOut,
                       dataTimedOut, keepAliveTimedOut))

// ---- what it is asked to make

struct node_order {
    std::string address;
    std::int64_t port = 0;
    std::string condition = "ENABLED";
    std::optional<std::string> type;
    std::optional<std::int64_t> weight;

    friend bool operator==(const node_order&, const node_order&) = default;
};
BOOST_DESCRIBE_STRUCT(node_order, (), (address, port, condition, type, weight))

/// What nodes are to become: what is absent stays.
struct node_change {
    std::optional<std::string> condition;
    std::optional<std::string> type;
    /// 1 to 100.
    std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(node_change, (), (condition, type, weight))

struct virtual_ip_order {
    std::string type;
};
BOOST_DESCRIBE_STRUCT(virtual_ip_order, (), (type))

struct load_balancer_order {
    std::string name;
    std::string protocol;
    std::int64_t port = 0;
    std::optional<std::string> algorithm;
    std::vector<virtual_ip_order> virtualIps;
    std::vector<node_order> nodes;
};
BOOST_DESCRIBE_STRUCT(load_balancer_order, (), (name, protocol, port, algorithm, virtualIps, nodes))

/// What a load balancer is to become: what is absent stays.
struct load_balancer_change {
    std::optional<std::string> name;
    std::optional<std::string> protocol;
    std::optional<std::int64_t> port;
    std::optional<std::string> algorithm;
    /// Seconds.
    std::optional<std::int64_t> timeout;
};
BOOST_DESCRIBE_STRUCT(load_balancer_change, (), (name, protocol, port, algorithm, timeout))

struct access_order {
    std::string address;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(access_order, (), (address, type))

} // namespace chatops::rackspace
