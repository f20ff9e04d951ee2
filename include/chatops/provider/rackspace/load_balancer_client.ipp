#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/provider/keep_first.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <optional>

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE std::string balancer_path(std::int64_t id, std::string_view part = {}) {
    return "/loadbalancers/" + std::to_string(id) + std::string(part);
}

/// The member of an answer that holds what was asked for.
template <class T>
T held_in(const provider::answer& given, std::string_view name, const provider::asked& about) {
    const boost::json::object* const body = given.value.if_object();
    const boost::json::value* const held =
        body == nullptr ? nullptr : body->if_contains({name.data(), name.size()});
    if (held == nullptr)
        throw about.no_use("its answer is not what was expected: " + std::string(name) +
                           " is missing");
    return provider::read_as<T>(*held, about);
}

/// `{name: what}`, as it is sent.
CHATOPS_INLINE std::string named_body(std::string_view name, boost::json::value what) {
    boost::json::object body;
    body[boost::json::string_view(name.data(), name.size())] = std::move(what);
    return json::text(body);
}

/// `?id=1&id=2`.
CHATOPS_INLINE std::string ids_query(const std::vector<std::int64_t>& ids) {
    std::string query;
    for (const std::int64_t each : ids)
        query += (query.empty() ? "?id=" : "&id=") + std::to_string(each);
    return query;
}

/// There is none, or not any more: 410 is said of the parts of one that is deleted.
CHATOPS_INLINE bool says_gone(const provider_error& refused) {
    const bool gone = refused.status() == 404 || refused.status() == 410;
    return gone && refused.id() != "no_such_region";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::vector<load_balancer>>
load_balancer_client::page_at(std::size_t offset) {
    std::string path = "/loadbalancers?limit=" + std::to_string(detail::balancer_page_items) +
                       "&offset=" + std::to_string(offset);
    const auto what = session_.calling("GET", std::move(path));
    if (offset >= detail::balancer_page_items * limits::provider_pages)
        throw session_.question(what).no_use("its pages have no end");
    const provider::answer given = co_await ask(what);
    co_return detail::held_in<std::vector<load_balancer>>(given, "loadBalancers",
                                                          session_.question(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<load_balancer>> load_balancer_client::list() {
    std::vector<load_balancer> all;
    const auto keep = provider::keep_first(all);
    co_await each_page(keep);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<load_balancer> load_balancer_client::show(std::int64_t id) {
    const auto what = session_.calling("GET", detail::balancer_path(id));
    const provider::answer given = co_await ask(what);
    co_return detail::held_in<load_balancer>(given, "loadBalancer", session_.question(what));
}

CHATOPS_INLINE asio::awaitable<bool> load_balancer_client::is_gone(std::int64_t id) {
    std::optional<provider_error> refusal;
    std::string status;
    try {
        const load_balancer now = co_await show(id);
        status = now.status;
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && !detail::says_gone(*refusal)) throw *refusal;
    co_return refusal || status == "DELETED";
}

CHATOPS_INLINE asio::awaitable<std::string> load_balancer_client::address_of(std::int64_t id) {
    return session_.address_of(service::load_balancers, detail::balancer_path(id));
}

CHATOPS_INLINE asio::awaitable<std::vector<access_item>>
load_balancer_client::access_list(std::int64_t id) {
    const auto what = session_.calling("GET", detail::balancer_path(id, "/accesslist"));
    const provider::answer given = co_await ask(what);
    co_return detail::held_in<std::vector<access_item>>(given, "accessList",
                                                        session_.question(what));
}

CHATOPS_INLINE asio::awaitable<load_balancer_stats> load_balancer_client::stats(std::int64_t id) {
    const auto what = session_.calling("GET", detail::balancer_path(id, "/stats"));
    const provider::answer given = co_await ask(what);
    co_return provider::read_as<load_balancer_stats>(given.value, session_.question(what));
}

CHATOPS_INLINE asio::awaitable<load_balancer>
load_balancer_client::create(load_balancer_order order) {
    auto what = session_.calling("POST", "/loadbalancers");
    what.body = detail::named_body("loadBalancer", json::write(order));
    const provider::answer given = co_await ask(what);
    co_return detail::held_in<load_balancer>(given, "loadBalancer", session_.question(what));
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::tell(std::string method, std::string path, std::string body) {
    auto what = session_.calling(std::move(method), std::move(path));
    what.body = std::move(body);
    co_await ask(what);
}

CHATOPS_INLINE asio::awaitable<void> load_balancer_client::destroy(std::int64_t id) {
    std::optional<provider_error> refusal;
    try {
        co_await tell("DELETE", detail::balancer_path(id), {});
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && !detail::says_gone(*refusal)) throw *refusal;
}

CHATOPS_INLINE asio::awaitable<void> load_balancer_client::change(std::int64_t id,
                                                                  load_balancer_change what) {
    return tell("PUT", detail::balancer_path(id),
                detail::named_body("loadBalancer", json::write(what)));
}

// Source: methods/post-add-virtual-ip-version-6, delete-delete-virtual-ip.
CHATOPS_INLINE asio::awaitable<virtual_ip> load_balancer_client::add_address(std::int64_t id) {
    auto what = session_.calling("POST", detail::balancer_path(id, "/virtualips"));
    what.body = json::text(boost::json::object{{"ipVersion", "IPV6"}, {"type", "PUBLIC"}});
    const provider::answer given = co_await ask(what);
    co_return provider::read_as<virtual_ip>(given.value, session_.question(what));
}

CHATOPS_INLINE asio::awaitable<void> load_balancer_client::remove_address(std::int64_t id,
                                                                          std::int64_t address) {
    return tell("DELETE", detail::balancer_path(id, "/virtualips/" + std::to_string(address)), {});
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::add_nodes(std::int64_t id, std::vector<node_order> nodes) {
    return tell("POST", detail::balancer_path(id, "/nodes"),
                detail::named_body("nodes", json::write(nodes)));
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::remove_nodes(std::int64_t id, std::vector<std::int64_t> nodes) {
    return tell("DELETE", detail::balancer_path(id, "/nodes") + detail::ids_query(nodes), {});
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::change_nodes(std::int64_t id, std::vector<std::int64_t> nodes,
                                   node_change what) {
    boost::json::array changes;
    for (const std::int64_t each : nodes) {
        boost::json::object change = json::write(what).get_object();
        change["id"] = each;
        changes.push_back(std::move(change));
    }
    return tell("PUT", detail::balancer_path(id, "/nodes"),
                detail::named_body("nodes", std::move(changes)));
}

CHATOPS_INLINE asio::awaitable<void> load_balancer_client::set_monitor(std::int64_t id,
                                                                       health_monitor what) {
    return tell("PUT", detail::balancer_path(id, "/healthmonitor"),
                detail::named_body("healthMonitor", json::write(what)));
}

CHATOPS_INLINE asio::awaitable<void> load_balancer_client::remove_monitor(std::int64_t id) {
    return tell("DELETE", detail::balancer_path(id, "/healthmonitor"), {});
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::add_access(std::int64_t id, std::vector<access_order> items) {
    return tell("POST", detail::balancer_path(id, "/accesslist"),
                detail::named_body("accessList", json::write(items)));
}

CHATOPS_INLINE asio::awaitable<void>
load_balancer_client::remove_access(std::int64_t id, std::vector<std::int64_t> items) {
    return tell("DELETE", detail::balancer_path(id, "/accesslist") + detail::ids_query(items), {});
}

CHATOPS_INLINE asio::awaitable<time_point> load_balancer_client::provider_time() {
    const auto what = session_.calling("GET", "/loadbalancers/algorithms");
    const provider::answer given = co_await ask(what);
    if (!given.date)
        throw session_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::rackspace
