#include "mocks/rackspace/load_balancers.hpp"

#include "chatops/core/config.hpp"
#include "mocks/common/earliest.hpp"
#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/load_balancer_views.hpp"
#include "mocks/rackspace/routing.hpp"

#include <chrono>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

// Source: docs-cloud-load-balancers, api-reference/methods.
constexpr route balancer_routes[] = {
    {"GET", "/loadbalancers", list_load_balancers},
    {"POST", "/loadbalancers", create_load_balancer},
    {"DELETE", "/loadbalancers", delete_load_balancers},
    {"GET", "/loadbalancers/protocols", list_balancer_protocols},
    {"GET", "/loadbalancers/algorithms", list_balancer_algorithms},
    {"GET", "/loadbalancers/absolutelimits", list_balancer_absolute_limits},
    {"GET", "/limits", list_balancer_rates},
    {"GET", "/loadbalancers/*", show_load_balancer},
    {"PUT", "/loadbalancers/*", update_load_balancer},
    {"DELETE", "/loadbalancers/*", delete_load_balancer},

    {"GET", "/loadbalancers/*/nodes", list_balanced_nodes},
    {"POST", "/loadbalancers/*/nodes", add_balanced_nodes},
    {"PUT", "/loadbalancers/*/nodes", update_balanced_nodes},
    {"DELETE", "/loadbalancers/*/nodes", delete_balanced_nodes},
    {"GET", "/loadbalancers/*/nodes/*", show_balanced_node},
    {"PUT", "/loadbalancers/*/nodes/*", update_balanced_node},
    {"DELETE", "/loadbalancers/*/nodes/*", delete_balanced_node},

    {"GET", "/loadbalancers/*/healthmonitor", show_health_monitor},
    {"PUT", "/loadbalancers/*/healthmonitor", update_health_monitor},
    {"DELETE", "/loadbalancers/*/healthmonitor", delete_health_monitor},

    {"GET", "/loadbalancers/*/virtualips", list_balancer_ips},
    {"POST", "/loadbalancers/*/virtualips", add_balancer_ip},
    {"DELETE", "/loadbalancers/*/virtualips", delete_balancer_ips},
    {"DELETE", "/loadbalancers/*/virtualips/*", delete_balancer_ip},

    {"GET", "/loadbalancers/*/accesslist", list_access_items},
    {"POST", "/loadbalancers/*/accesslist", add_access_items},
    {"DELETE", "/loadbalancers/*/accesslist", delete_access_items},
    {"DELETE", "/loadbalancers/*/accesslist/*", delete_access_item},

    {"GET", "/loadbalancers/*/stats", show_balancer_stats},
};

const server& balanced_server(const account_state& in, const std::string& name) {
    const server* found = nullptr;
    for (const server& each : in.servers)
        if (each.name == name) found = &each;
    CHATOPS_ASSERT(found != nullptr);
    return *found;
}

/// What one that has worked for months has counted.
connection_counts counts_of_months(random_source& chance) {
    const auto some = [&](std::uint64_t below) {
        return static_cast<std::int64_t>(chance.below(below));
    };
    connection_counts counts;
    counts.current = 5 + some(60);
    counts.most = counts.current + 100 + some(400);
    counts.errors = some(300);
    counts.failures = some(40);
    counts.connect_timeouts = some(30);
    counts.data_timeouts = some(200);
    counts.keep_alive_timeouts = some(9'000);
    return counts;
}

void add_load_balancer(account_state& to, const seed_load_balancer& given, time_point began) {
    load_balancer_holdings& held = to.load_balancers;
    load_balancer made;
    made.id = held.new_id();
    made.region = given.region;
    made.name = given.name;
    made.protocol = "HTTP";
    made.port = 80;
    made.status = "ACTIVE";
    for (const char* const version : {"IPV4", "IPV6"})
        made.virtual_ips.push_back(
            {held.new_ip_id(), held.new_address("PUBLIC", version), "PUBLIC", version});
    for (const std::string& each : given.servers) {
        balanced_node node;
        node.id = held.new_node_id();
        node.address = balanced_server(to, each).private_ipv4;
        node.port = 80;
        made.nodes.push_back(std::move(node));
    }
    made.health_monitor = object{
        {"type", "CONNECT"}, {"delay", 10}, {"timeout", 10}, {"attemptsBeforeDeactivation", 3}};
    made.counts = counts_of_months(to.chance());
    made.created = began - std::chrono::hours(24 * 100);
    made.updated = made.created + limits::build_load_balancer;
    held.all.push_back(std::move(made));
}

/// What it is once what goes on has ended, well or not.
void settle_load_balancer(load_balancer& which, time_point at, bool failed) {
    which.settles_at.reset();
    which.updated = at;
    which.status = failed ? "ERROR" : which.status == "PENDING_DELETE" ? "DELETED" : "ACTIVE";
}

/// A change looks at all nodes that answer; of the others the monitor is sure later.
void look_at_nodes(load_balancer_holdings& held, load_balancer& which, time_point at) {
    for (balanced_node& each : which.nodes)
        if (which.health_monitor.empty() || !held.is_silent(each.address)) each.status = "ONLINE";
    held.watch(which, at);
}

/// Those of which the monitor is sure at that moment.
bool turn_nodes(load_balancer& which, time_point at) {
    bool turned = false;
    for (balanced_node& each : which.nodes) {
        if (which.is_deleted() || each.turns_at != at) continue;
        each.turns_at.reset();
        each.status = each.status == "OFFLINE" ? "ONLINE" : "OFFLINE";
        turned = true;
    }
    return turned;
}

} // namespace

answer serve_load_balancers(call& from) {
    std::erase_if(from.account.load_balancers.all, [&](const load_balancer& each) {
        return each.is_deleted() && each.updated + limits::deleted_balancer_is_shown <= from.now;
    });
    return run_route(balancer_routes, from);
}

void add_load_balancers(account_state& to, const std::vector<seed_load_balancer>& given,
                        time_point began) {
    for (const seed_load_balancer& each : given) add_load_balancer(to, each, began);
}

std::optional<time_point> next_of_load_balancers(const account_state& of) {
    std::optional<time_point> earliest;
    for (const load_balancer& each : of.load_balancers.all) keep_earlier(earliest, each.due());
    return earliest;
}

bool settle_load_balancers(account_state& of, time_point at) {
    for (load_balancer& each : of.load_balancers.all) {
        if (turn_nodes(each, at)) return true;
        if (each.settles_at != at) continue;
        settle_load_balancer(each, at, of.take_planned_error("load_balancer").has_value());
        look_at_nodes(of.load_balancers, each, at);
        return true;
    }
    return false;
}

value show_load_balancers(const account_state& of) {
    array made;
    for (const load_balancer& each : of.load_balancers.all) {
        object shown = show_balancer(each);
        shown["region"] = each.region;
        shown["accessList"] = show_access_list(each);
        made.push_back(std::move(shown));
    }
    return made;
}

} // namespace chatops::mocks::rackspace
