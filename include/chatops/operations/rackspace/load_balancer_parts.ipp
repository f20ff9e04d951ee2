#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<choice<rackspace::load_balancer>>
look_for_balancer(rackspace::load_balancer_client& balancers, const std::string& which) {
    choice<rackspace::load_balancer> seen;
    const auto look = [&](std::vector<rackspace::load_balancer> page) {
        return take_meant(seen, which, std::move(page));
    };
    co_await balancers.each_page(look);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

CHATOPS_INLINE table_part balancer_namesakes(const std::vector<rackspace::load_balancer>& all) {
    table_part table{{"Id", "State", "Address"}, {}};
    for (const rackspace::load_balancer& each : all)
        table.rows.push_back({id_of(each), balancer_state(each), balancer_address(each)});
    return table;
}

CHATOPS_INLINE bool is_at_rest(const rackspace::load_balancer& it) {
    return it.status != "BUILD" && it.status != "PENDING_UPDATE" && it.status != "PENDING_DELETE";
}

CHATOPS_INLINE asio::awaitable<bool>
balancer_has_settled(rackspace::load_balancer_client& balancers, std::int64_t id) {
    const auto now = co_await balancers.show(id);
    co_return is_at_rest(now);
}

/// `enabled, online`; with what is not usual.
CHATOPS_INLINE std::string node_state(const rackspace::balanced_node& it, bool by_weight) {
    std::string state = words_of_state(it.condition);
    if (it.status) state += ", " + words_of_state(*it.status);
    if (it.type == "SECONDARY") state += ", secondary";
    if (by_weight && it.weight) state += ", weight " + std::to_string(*it.weight);
    return state;
}

/// The worst first: those that should get connections and do not answer; last, those that should
/// get none.
CHATOPS_INLINE void put_worst_first(std::vector<rackspace::balanced_node>& nodes) {
    const auto rank = [](const rackspace::balanced_node& each) {
        return is_unreached(each) ? 0 : gets_connections(each) ? 1 : 2;
    };
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](const auto& left, const auto& right) { return rank(left) < rank(right); });
}

/// `, and 1 of 2 nodes does not answer`; nothing where all do.
CHATOPS_INLINE std::string silence_text(const std::vector<rackspace::balanced_node>& nodes) {
    const auto serving =
        static_cast<std::size_t>(std::count_if(nodes.begin(), nodes.end(), gets_connections));
    const auto silent =
        static_cast<std::size_t>(std::count_if(nodes.begin(), nodes.end(), is_unreached));
    if (serving == 0) return ", and no node behind it answers";
    if (silent == 0) return {};
    return ", and " + std::to_string(silent) + " of " + counted(serving + silent, "node") +
           (silent == 1 ? " does not answer" : " do not answer");
}

CHATOPS_INLINE void add_silence_advice(reply& to,
                                       const std::vector<rackspace::balanced_node>& nodes) {
    if (std::any_of(nodes.begin(), nodes.end(), is_unreached))
        to.add(text_part{"What is offline gets nothing until the health monitor hears of it again: "
                         "look at the servers there."});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<rackspace::load_balancer>
settled_balancer(context& ctx, std::int64_t id, const std::string& step) {
    const std::string wait = step + " settled";
    co_await ctx.until(
        wait,
        [&](rackspace::load_balancer_client& balancers) {
            return detail::balancer_has_settled(balancers, id);
        },
        std::chrono::minutes(15));
    rackspace::load_balancer now = co_await ctx.observe(
        step, [&](rackspace::load_balancer_client& balancers) { return balancers.show(id); });
    co_return now;
}

CHATOPS_INLINE asio::awaitable<rackspace::load_balancer> changed_balancer(context& ctx,
                                                                          std::int64_t id) {
    const std::string step = "after";
    rackspace::load_balancer now = co_await settled_balancer(ctx, id, step);
    constexpr int failed = 500;
    if (now.status == "ERROR")
        throw provider_error("rackspace", failed, "ERROR",
                             "The load balancer " + now.name + " ended in the state ERROR");
    co_return now;
}

CHATOPS_INLINE asio::awaitable<chosen_balancer>
choose_balancer(context& ctx, const std::string& which, bool is_changed) {
    chosen_balancer meant;
    const auto look = [](rackspace::load_balancer_client& balancers, const std::string& called) {
        return detail::look_for_balancer(balancers, called);
    };
    auto seen =
        co_await ctx.observe("load balancer", [&](rackspace::load_balancer_client& balancers) {
            return look(balancers, which);
        });
    constexpr noun sort = noun_of<rackspace::load_balancer>;
    detail::several several{sort, sort.one, which, detail::balancer_namesakes(seen.found)};
    meant.instead = co_await detail::ask_which_of(ctx, std::move(several), seen, look);
    if (meant.instead) co_return meant;
    const std::int64_t id = seen.one().id;
    if (is_changed && !detail::is_at_rest(seen.one()))
        co_await ctx.progress("Waiting for " + seen.one().name + ", which is " +
                              balancer_state(seen.one()));
    const std::string before = "before";
    if (is_changed) {
        meant.it = co_await settled_balancer(ctx, id, before);
    } else {
        meant.it = co_await ctx.observe(
            "now", [&](rackspace::load_balancer_client& balancers) { return balancers.show(id); });
    }
    if (is_changed && meant.it.status != "ACTIVE") {
        meant.instead =
            reply::bad("Nothing was changed: " + meant.it.name + " is " + balancer_state(meant.it));
        meant.instead->add(text_part{"Only Rackspace's support can change one in that state."});
    }
    co_return meant;
}

CHATOPS_INLINE bool gets_connections(const rackspace::balanced_node& node) {
    return node.condition == "ENABLED" && node.status.value_or("ONLINE") == "ONLINE";
}

CHATOPS_INLINE bool is_unreached(const rackspace::balanced_node& node) {
    return node.condition == "ENABLED" && !gets_connections(node);
}

CHATOPS_INLINE bool is_weighted(const rackspace::load_balancer& it) {
    return it.algorithm.value_or("").substr(0, 8) == "WEIGHTED";
}

CHATOPS_INLINE std::string balancer_state(const rackspace::load_balancer& it) {
    return words_of_state(it.status);
}

CHATOPS_INLINE std::vector<std::string> balancer_addresses(const rackspace::load_balancer& it) {
    std::vector<std::string> addresses;
    if (it.virtualIps)
        for (const rackspace::virtual_ip& each : *it.virtualIps) addresses.push_back(each.address);
    return addresses;
}

CHATOPS_INLINE std::string balancer_address(const rackspace::load_balancer& it) {
    if (!it.virtualIps || it.virtualIps->empty()) return "none";
    for (const rackspace::virtual_ip& each : *it.virtualIps)
        if (each.ipVersion == "IPV4") return each.address;
    return it.virtualIps->front().address;
}

CHATOPS_INLINE std::string place_text(const std::string& address, std::int64_t port) {
    const bool with_colons = address.find(':') != std::string::npos;
    return (with_colons ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

CHATOPS_INLINE std::string monitor_text(const rackspace::health_monitor& monitor) {
    std::string text = words_of_state(monitor.type);
    if (monitor.path) text += ", path " + *monitor.path;
    text += ", every " + std::to_string(monitor.delay) + " s; out after ";
    return text + counted(static_cast<std::size_t>(monitor.attemptsBeforeDeactivation), "failure");
}

CHATOPS_INLINE std::string listening_text(const rackspace::load_balancer& it) {
    return it.protocol + ' ' + std::to_string(it.port);
}

CHATOPS_INLINE reply rackspace_balancer_reply(const rackspace::load_balancer& it,
                                              const server_names& names) {
    const std::string title = it.name + " is " + balancer_state(it);
    reply answer = it.status == "ACTIVE"  ? reply::good(title)
                   : it.status == "ERROR" ? reply::bad(title)
                                          : reply::neutral(title);
    std::vector<rackspace::balanced_node> nodes =
        it.nodes.value_or(std::vector<rackspace::balanced_node>());
    detail::put_worst_first(nodes);
    const std::string silence = detail::silence_text(nodes);
    if (!silence.empty()) {
        answer.how = tone::warning;
        answer.title += silence;
    }
    fields_part facts{{{"Id", id_of(it)}, {"Listens to", listening_text(it)}}};
    const std::vector<std::string> addresses = balancer_addresses(it);
    facts.fields.emplace_back(addresses.size() == 1 ? "Address" : "Addresses",
                              joined_words(addresses));
    if (it.algorithm) facts.fields.emplace_back("Algorithm", words_of_state(*it.algorithm));
    facts.fields.emplace_back("Health monitor",
                              it.healthMonitor ? monitor_text(*it.healthMonitor) : "none");
    answer.add(std::move(facts));
    table_part table{{"Node", "Id", "State"}, {}};
    for (const rackspace::balanced_node& each : nodes) {
        const auto known = names.find(each.address);
        std::string place = place_text(each.address, each.port);
        if (known != names.end()) place += " (" + known->second + ')';
        table.rows.push_back(
            {std::move(place), id_of(each), detail::node_state(each, is_weighted(it))});
    }
    if (!table.rows.empty()) answer.add(std::move(table));
    detail::add_silence_advice(answer, nodes);
    return answer;
}

} // namespace chatops::operations
