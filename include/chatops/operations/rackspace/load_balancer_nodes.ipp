#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/load_balancer_nodes.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/node_parts.hpp"
#include "chatops/operations/rackspace/shown.hpp"
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

CHATOPS_INLINE std::vector<rackspace::balanced_node>
nodes_with(const rackspace::load_balancer& of, const std::vector<std::int64_t>& ids) {
    auto nodes = of.nodes.value_or(std::vector<rackspace::balanced_node>());
    std::erase_if(nodes, [&](const rackspace::balanced_node& each) {
        return std::find(ids.begin(), ids.end(), each.id) == ids.end();
    });
    return nodes;
}

CHATOPS_INLINE asio::awaitable<bool> nodes_are_gone(rackspace::load_balancer_client& balancers,
                                                    std::int64_t id,
                                                    const std::vector<std::int64_t>& nodes) {
    const auto now = co_await balancers.show(id);
    co_return nodes_with(now, nodes).empty();
}

CHATOPS_INLINE bool is_node_so(const rackspace::balanced_node& it,
                               const rackspace::node_change& wanted) {
    return (!wanted.condition || it.condition == *wanted.condition) &&
           (!wanted.type || it.type == wanted.type) &&
           (!wanted.weight || it.weight == wanted.weight);
}

CHATOPS_INLINE asio::awaitable<bool> nodes_are_so(rackspace::load_balancer_client& balancers,
                                                  std::int64_t id,
                                                  const std::vector<std::int64_t>& nodes,
                                                  const rackspace::node_change& wanted) {
    const auto now = co_await balancers.show(id);
    const auto meant = nodes_with(now, nodes);
    co_return meant.size() == nodes.size() &&
        std::all_of(meant.begin(), meant.end(),
                    [&](const auto& each) { return is_node_so(each, wanted); });
}

/// Once, and until nothing goes on with the load balancer any more; returns it as it then is.
CHATOPS_INLINE asio::awaitable<rackspace::load_balancer>
change_nodes_once(context& ctx, std::int64_t id, const std::vector<std::int64_t>& nodes,
                  const rackspace::node_change& wanted) {
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.change_nodes(id, nodes, wanted);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return nodes_are_so(balancers, id, nodes, wanted);
    };
    co_await ctx.once("change", act, find);
    rackspace::load_balancer now = co_await changed_balancer(ctx, id);
    co_return now;
}

CHATOPS_INLINE std::vector<std::int64_t>
node_ids(const std::vector<rackspace::balanced_node>& nodes) {
    std::vector<std::int64_t> ids;
    for (const rackspace::balanced_node& each : nodes) ids.push_back(each.id);
    return ids;
}

/// Whether connections would go to none of the others: those that do not answer get none.
CHATOPS_INLINE bool are_the_last(const rackspace::load_balancer& of,
                                 const std::vector<std::int64_t>& ids) {
    const auto all = of.nodes.value_or(std::vector<rackspace::balanced_node>());
    return std::none_of(all.begin(), all.end(), [&](const rackspace::balanced_node& each) {
        return gets_connections(each) && std::find(ids.begin(), ids.end(), each.id) == ids.end();
    });
}

/// Where what was to get connections does not answer, it gets none: `10.208.0.2:80`.
CHATOPS_INLINE void add_silent_nodes(reply& to, const rackspace::load_balancer& of,
                                     const std::vector<rackspace::balanced_node>& nodes) {
    std::vector<std::string> silent;
    for (const rackspace::balanced_node& each : nodes)
        if (is_unreached(each)) silent.push_back(place_text(each.address, each.port));
    if (silent.empty()) return;
    to.how = tone::warning;
    to.add(text_part{"The health monitor does not hear of " + joined_words(silent) + ", and " +
                     of.name + " sends nothing there until it does."});
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
    rackspace::node_change wanted;
    wanted.condition = to.condition;
    std::erase_if(nodes.nodes, [&](const auto& each) { return is_node_so(each, wanted); });
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
    const auto now = co_await change_nodes_once(ctx, id, ids, wanted);
    const std::string done = meant.it.name + to.done + joined_words(nodes.words) + to.after;
    reply answer = none_left ? reply::warning(done) : reply::good(done);
    add_silent_nodes(answer, now, nodes_with(now, ids));
    co_return answer;
}

/// What weights and roles come to nothing without.
/// Source: docs-cloud-load-balancers, api-reference/nodes.rst.
CHATOPS_INLINE void add_what_it_needs(reply& to, const rackspace::load_balancer& it,
                                      bool with_weight, bool is_secondary) {
    if (with_weight && !is_weighted(it))
        to.add(text_part{"Its algorithm, " + words_of_state(it.algorithm.value_or("unknown")) +
                         ", looks at no weight: `rackspace load-balancer change " +
                         line::quoted(it.name) + " --algorithm weighted-round-robin` does."});
    if (is_secondary && !it.healthMonitor)
        to.add(text_part{"It finds out that no primary node answers only with a health monitor: "
                         "`rackspace load-balancer monitor " +
                         line::quoted(it.name) + " connect`."});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_node::run(context& ctx) const {
    if (!*weight && !*role)
        co_return reply::bad("Nothing was changed: say what is to change, with `--weight` or "
                             "`--role`");
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    auto nodes = co_await look_for_nodes(ctx, meant.it, *node);
    if (nodes.instead) co_return *nodes.instead;
    rackspace::node_change wanted;
    if (*weight) wanted.weight = (*weight)->number;
    if (*role) wanted.type = in_capitals(**role);
    std::erase_if(nodes.nodes, [&](const auto& each) { return detail::is_node_so(each, wanted); });
    if (nodes.nodes.empty()) co_return reply::neutral("That is so already: nothing was changed");
    const std::vector<std::int64_t> ids = detail::node_ids(nodes.nodes);
    const std::int64_t id = meant.it.id;
    const auto now = co_await detail::change_nodes_once(ctx, id, ids, wanted);
    const bool is_secondary = *role && **role == node_role::secondary;
    reply answer = rackspace_balancer_reply(now, {});
    answer.title = joined_words(nodes.words) + " of " + now.name + ": " +
                   (*role ? std::string(text_of<node_role>::write(**role)) : std::string()) +
                   (*role && *weight ? ", " : "") +
                   (*weight ? "weight " + std::to_string((*weight)->number) : std::string());
    detail::add_what_it_needs(answer, now, weight->has_value(), is_secondary);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_add::run(context& ctx) const {
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    auto places = co_await look_for_places(ctx, *node);
    if (places.instead) co_return *places.instead;
    std::erase_if(places.nodes, [&](const rackspace::node_order& each) {
        return detail::has_place(meant.it, each);
    });
    if (places.nodes.empty()) co_return reply::neutral("That is so already: nothing was changed");
    for (rackspace::node_order& each : places.nodes) {
        if (*weight) each.weight = (*weight)->number;
        if (*role) each.type = in_capitals(**role);
    }
    const std::int64_t id = meant.it.id;
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.add_nodes(id, places.nodes);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::are_added(balancers, id, places.nodes);
    };
    co_await ctx.once("add", act, find);
    const auto now = co_await changed_balancer(ctx, id);
    std::vector<std::string> words;
    for (const rackspace::node_order& each : places.nodes)
        words.push_back(place_text(each.address, each.port));
    const bool in_emergency = *role && **role == node_role::secondary;
    reply answer = reply::good(now.name + " sends connections to " + joined_words(words) +
                               (in_emergency ? " where no primary node answers" : ", too"));
    detail::add_what_it_needs(answer, now, weight->has_value(), in_emergency);
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
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::nodes_are_gone(balancers, id, ids);
    };
    co_await ctx.once("remove", act, find);
    co_await changed_balancer(ctx, id);
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
