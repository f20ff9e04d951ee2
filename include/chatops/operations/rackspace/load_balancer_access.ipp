#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/load_balancer_access.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part access_table(const std::vector<rackspace::access_item>& items) {
    table_part table{{"Address", "Is"}, {}};
    for (const rackspace::access_item& each : items)
        table.rows.push_back({each.address, each.type == "ALLOW" ? "allowed" : "denied"});
    return table;
}

CHATOPS_INLINE const rackspace::access_item*
item_at(const std::vector<rackspace::access_item>& items, const std::string& address) {
    for (const rackspace::access_item& each : items)
        if (each.address == address) return &each;
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<std::vector<rackspace::access_item>> access_now(context& ctx,
                                                                               std::int64_t id) {
    auto items =
        co_await ctx.observe("access list", [&](rackspace::load_balancer_client& balancers) {
            return balancers.access_list(id);
        });
    co_return items;
}

/// Whether all of them are listed so; with an empty type, whether none is listed.
CHATOPS_INLINE asio::awaitable<bool> are_listed(rackspace::load_balancer_client& balancers,
                                                std::int64_t id,
                                                const std::vector<std::string>& addresses,
                                                const std::string& type) {
    const auto items = co_await balancers.access_list(id);
    co_return std::all_of(addresses.begin(), addresses.end(), [&](const std::string& each) {
        const rackspace::access_item* const found = item_at(items, each);
        return type.empty() ? found == nullptr : found != nullptr && found->type == type;
    });
}

/// An address stands once in the list: what says the opposite of it must be taken out first.
CHATOPS_INLINE std::optional<reply>
is_listed_otherwise(const rackspace::load_balancer& on,
                    const std::vector<rackspace::access_item>& items,
                    const std::vector<rackspace::network>& asked, const std::string& type) {
    for (const rackspace::network& each : asked) {
        const rackspace::access_item* const found = item_at(items, each.text);
        if (found == nullptr || found->type == type) continue;
        reply said =
            reply::bad(each.text + (found->type == "ALLOW" ? " is allowed" : " is denied") +
                       " at " + on.name + " already: nothing was changed");
        return said.add(text_part{"`rackspace load-balancer forget " + line::quoted(on.name) + ' ' +
                                  each.text + "` takes that back first."});
    }
    return std::nullopt;
}

CHATOPS_INLINE asio::awaitable<reply> list_addresses(context& ctx, const std::string& balancer,
                                                     const std::vector<rackspace::network>& asked,
                                                     std::string type) {
    auto meant = co_await choose_balancer(ctx, balancer, true);
    if (meant.instead) co_return *meant.instead;
    const std::int64_t id = meant.it.id;
    const auto before = co_await access_now(ctx, id);
    if (auto said = is_listed_otherwise(meant.it, before, asked, type)) co_return *said;
    std::vector<rackspace::access_order> orders;
    std::vector<std::string> addresses;
    for (const rackspace::network& each : asked) {
        const bool twice =
            std::find(addresses.begin(), addresses.end(), each.text) != addresses.end();
        if (twice || item_at(before, each.text) != nullptr) continue;
        orders.push_back({each.text, type});
        addresses.push_back(each.text);
    }
    if (orders.empty()) co_return reply::neutral("That is so already: nothing was changed");
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.add_access(id, orders);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return are_listed(balancers, id, addresses, type);
    };
    co_await ctx.once("list", act, find);
    co_await changed_balancer(ctx, id);
    const bool allows = type == "ALLOW";
    const std::string done =
        joined_words(addresses) + (allows ? " may connect to " : " may not connect to ");
    reply answer = reply::good(done + meant.it.name);
    if (allows) answer.add(text_part{"Everybody else still may, unless 0.0.0.0/0 is denied."});
    co_return answer;
}

CHATOPS_INLINE rackspace::health_monitor
monitor_asked(const rackspace_load_balancer_monitor& asked) {
    rackspace::health_monitor made;
    made.type = in_capitals(*asked.how);
    made.delay = asked.every->length.count();
    made.timeout = asked.patience->length.count();
    made.attemptsBeforeDeactivation = asked.attempts->number;
    if (*asked.how != monitoring::connect) {
        made.path = asked.path->value_or("/");
        // Whatever a web server says of a page that is there, or elsewhere.
        made.statusRegex = "^[23][0-9][0-9]$";
    }
    return made;
}

CHATOPS_INLINE asio::awaitable<bool>
is_monitored_so(rackspace::load_balancer_client& balancers, std::int64_t id,
                const std::optional<rackspace::health_monitor>& wanted) {
    const auto now = co_await balancers.show(id);
    co_return now.healthMonitor == wanted;
}

CHATOPS_INLINE asio::awaitable<void>
change_monitor(rackspace::load_balancer_client& balancers, std::int64_t id,
               const std::optional<rackspace::health_monitor>& wanted) {
    if (wanted) {
        co_await balancers.set_monitor(id, *wanted);
    } else {
        co_await balancers.remove_monitor(id);
    }
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_access::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, false);
    if (meant.instead) co_return *meant.instead;
    const auto items = co_await detail::access_now(ctx, meant.it.id);
    if (items.empty()) co_return reply::neutral("Everybody may connect to " + meant.it.name);
    const rackspace::access_item* const everybody = detail::item_at(items, "0.0.0.0/0");
    const bool closed = everybody != nullptr && everybody->type == "DENY";
    reply answer = reply::neutral(closed ? "Only who is allowed may connect to " + meant.it.name
                                         : "Who is not denied may connect to " + meant.it.name);
    co_return answer.add(detail::access_table(items));
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_allow::run(context& ctx) const {
    return detail::list_addresses(ctx, balancer->text, *address, "ALLOW");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_deny::run(context& ctx) const {
    return detail::list_addresses(ctx, balancer->text, *address, "DENY");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_forget::run(context& ctx) const {
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    const std::int64_t id = meant.it.id;
    const auto before = co_await detail::access_now(ctx, id);
    std::vector<std::int64_t> ids;
    std::vector<std::string> addresses;
    for (const rackspace::network& each : *address) {
        const rackspace::access_item* const found = detail::item_at(before, each.text);
        if (found == nullptr) {
            reply answer = reply::bad(meant.it.name + " neither allows nor denies " + each.text +
                                      ": nothing was changed");
            if (!before.empty()) answer.add(detail::access_table(before));
            co_return answer;
        }
        if (std::find(ids.begin(), ids.end(), found->id) != ids.end()) continue;
        ids.push_back(found->id);
        addresses.push_back(each.text);
    }
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.remove_access(id, ids);
    };
    const std::string nothing;
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::are_listed(balancers, id, addresses, nothing);
    };
    co_await ctx.once("forget", act, find);
    co_await changed_balancer(ctx, id);
    co_return reply::good(meant.it.name + " neither allows nor denies " + joined_words(addresses) +
                          " any more");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_monitor::run(context& ctx) const {
    const bool off = *how == monitoring::off;
    if (*path && (off || *how == monitoring::connect))
        co_return reply::bad("Nothing was changed: only http and https ask for a path");
    if (*path && ((*path)->empty() || (*path)->front() != '/'))
        co_return reply::bad("Nothing was changed: a path begins with a slash, like /health");
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    std::optional<rackspace::health_monitor> wanted;
    if (!off) wanted = detail::monitor_asked(*this);
    if (meant.it.healthMonitor == wanted)
        co_return reply::neutral("That is so already: nothing was changed");
    const std::int64_t id = meant.it.id;
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return detail::change_monitor(balancers, id, wanted);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::is_monitored_so(balancers, id, wanted);
    };
    co_await ctx.once("monitor", act, find);
    co_await changed_balancer(ctx, id);
    if (wanted)
        co_return reply::good(meant.it.name +
                              " looks whether its nodes answer: " + monitor_text(*wanted));
    reply answer =
        reply::warning(meant.it.name + " does not look any more whether its nodes answer");
    co_return answer.add(text_part{"It sends connections to all that are enabled, well or not."});
}

} // namespace chatops::operations
