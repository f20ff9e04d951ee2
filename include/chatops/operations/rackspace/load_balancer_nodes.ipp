#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/load_balancer_nodes.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/node_parts.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool has_place(const rackspace::load_balancer& it,
                              const rackspace::node_order& place) {
    return it.nodes && std::any_of(it.nodes->begin(), it.nodes->end(), [&](const auto& each) {
               return each.address == place.address && each.port == place.port;
           });
}

/// Whether all of those places are behind it.
CHATOPS_INLINE asio::awaitable<bool> are_added(rackspace::load_balancer_client& balancers,
                                               std::int64_t id,
                                               const std::vector<rackspace::node_order>& places) {
    const auto now = co_await balancers.show(id);
    co_return std::all_of(places.begin(), places.end(),
                          [&](const rackspace::node_order& each) { return has_place(now, each); });
}

/// Whether none of those nodes is there any more; or all are in that condition, if one is given.
CHATOPS_INLINE asio::awaitable<bool> nodes_are_so(rackspace::load_balancer_client& balancers,
                                                  std::int64_t id,
                                                  const std::vector<std::int64_t>& nodes,
                                                  const std::string& condition) {
    const auto now = co_await balancers.show(id);
    std::size_t there = 0;
    bool all = true;
    const auto current = now.nodes.value_or(std::vector<rackspace::balanced_node>());
    for (const rackspace::balanced_node& each : current)
        if (std::find(nodes.begin(), nodes.end(), each.id) != nodes.end()) {
            ++there;
            all = all && each.condition == condition;
        }
    co_return condition.empty() ? there == 0 : all&& there == nodes.size();
}

CHATOPS_INLINE std::vector<std::int64_t>
node_ids(const std::vector<rackspace::balanced_node>& nodes) {
    std::vector<std::int64_t> ids;
    for (const rackspace::balanced_node& each : nodes) ids.push_back(each.id);
    return ids;
}

/// Whether connections would go to none of the others.
CHATOPS_INLINE bool are_the_last(const rackspace::load_balancer& of,
                                 const std::vector<std::int64_t>& ids) {
    const auto all = of.nodes.value_or(std::vector<rackspace::balanced_node>());
    return std::none_of(all.begin(), all.end(), [&](const rackspace::balanced_node& each) {
        return each.condition == "ENABLED" &&
               std::find(ids.begin(), ids.end(), each.id) == ids.end();
    });
}

/// What becomes of nodes by a condition.
struct condition_change {
    const char* condition;
    /// `acme-front sends connections to web-1 again`.
    const char* done;
    const char* after;
    /// What to ask first where nobody else answers; empty for nothing.
    const char* question;
};

inline constexpr condition_change nodes_enabled{"ENABLED", " sends connections to ", " again", ""};
inline constexpr condition_change nodes_disabled{"DISABLED", " sends nothing to ",
                                                 ", and what was connected is cut off",
                                                 "Disable the last nodes of "};
inline constexpr condition_change nodes_draining{"DRAINING", " sends nothing new to ",
                                                 "; what is connected goes on until it ends",
                                                 "Drain the last nodes of "};

CHATOPS_INLINE asio::awaitable<reply>
change_condition(context& ctx, const std::string& balancer,
                 const std::vector<rackspace::node_ref>& asked, const condition_change& to) {
    auto meant = co_await choose_balancer(ctx, balancer, true);
    if (meant.instead) co_return *meant.instead;
    auto nodes = co_await look_for_nodes(ctx, meant.it, asked);
    if (nodes.instead) co_return *nodes.instead;
    const std::string condition = to.condition;
    std::erase_if(nodes.nodes, [&](const auto& each) { return each.condition == condition; });
    if (nodes.nodes.empty()) co_return reply::neutral("That is so already: nothing was changed");
    const std::vector<std::int64_t> ids = node_ids(nodes.nodes);
    const std::int64_t id = meant.it.id;
    const bool none_left = *to.question != '\0' && are_the_last(meant.it, ids);
    if (none_left) {
        reply question;
        question.title = to.question + meant.it.name + '?';
        question.add(text_part{"Nobody new is answered behind it then."});
        question.add(fields_part{{{"Nodes", joined_words(nodes.words)}}});
        co_await ctx.confirm(std::move(question), "Do it");
    }
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.set_condition(id, ids, condition);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return nodes_are_so(balancers, id, ids, condition);
    };
    co_await ctx.once("change", act, find);
    const std::string step = "after";
    co_await settled_balancer(ctx, id, step);
    const std::string done = meant.it.name + to.done + joined_words(nodes.words) + to.after;
    co_return none_left ? reply::warning(done) : reply::good(done);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_add::run(context& ctx) const {
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    auto places = co_await look_for_places(ctx, *node);
    if (places.instead) co_return *places.instead;
    std::erase_if(places.nodes, [&](const rackspace::node_order& each) {
        return detail::has_place(meant.it, each);
    });
    if (places.nodes.empty()) co_return reply::neutral("That is so already: nothing was changed");
    const std::int64_t id = meant.it.id;
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.add_nodes(id, places.nodes);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::are_added(balancers, id, places.nodes);
    };
    co_await ctx.once("add", act, find);
    const std::string step = "after";
    const auto now = co_await settled_balancer(ctx, id, step);
    std::vector<std::string> words;
    for (const rackspace::node_order& each : places.nodes)
        words.push_back(place_text(each.address, each.port));
    reply answer = reply::good(now.name + " sends connections to " + joined_words(words) + ", too");
    if (now.healthMonitor)
        answer.add(text_part{"It does so once the health monitor finds them well: " +
                             monitor_text(*now.healthMonitor) + "."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_remove::run(context& ctx) const {
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    auto nodes = co_await look_for_nodes(ctx, meant.it, *node);
    if (nodes.instead) co_return *nodes.instead;
    const std::vector<std::int64_t> ids = detail::node_ids(nodes.nodes);
    const std::int64_t id = meant.it.id;
    const bool none_left = detail::are_the_last(meant.it, ids);
    if (none_left) {
        reply question;
        question.title = "Take the last nodes from " + meant.it.name + "?";
        question.add(text_part{"Nobody answers behind it then: who asks gets an error."});
        question.add(fields_part{{{"Nodes", joined_words(nodes.words)}}});
        co_await ctx.confirm(std::move(question), "Take them");
    }
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.remove_nodes(id, ids);
    };
    const std::string nothing;
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::nodes_are_so(balancers, id, ids, nothing);
    };
    co_await ctx.once("remove", act, find);
    const std::string step = "after";
    co_await settled_balancer(ctx, id, step);
    const std::string done =
        meant.it.name + " sends no more connections to " + joined_words(nodes.words);
    co_return none_left ? reply::warning(done + ", and nobody answers behind it")
                        : reply::good(done);
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_enable::run(context& ctx) const {
    return detail::change_condition(ctx, balancer->text, *node, detail::nodes_enabled);
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_disable::run(context& ctx) const {
    return detail::change_condition(ctx, balancer->text, *node, detail::nodes_disabled);
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_drain::run(context& ctx) const {
    return detail::change_condition(ctx, balancer->text, *node, detail::nodes_draining);
}

} // namespace chatops::operations
