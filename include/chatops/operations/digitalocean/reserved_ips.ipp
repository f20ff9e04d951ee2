#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/reserved_ips.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string leads_to(const digitalocean::reserved_ip& each) {
    return each.droplet ? each.droplet->name : "none";
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>> all_ips(digitalocean::client& ocean) {
    std::vector<std::string> ips;
    const auto all = co_await ocean.list<digitalocean::reserved_ip>();
    for (const digitalocean::reserved_ip& each : all) ips.push_back(each.ip);
    co_return ips;
}

/// One that was not there before, in that region, and for nobody else. An address has no name, so
/// that one which somebody else got there just then may be taken for ours; a second is never got.
CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::reserved_ip>>
new_ip(digitalocean::client& ocean, const std::vector<std::string>& before,
       const std::string& region, std::optional<std::int64_t> droplet) {
    std::optional<digitalocean::reserved_ip> found;
    const auto all = co_await ocean.list<digitalocean::reserved_ip>();
    for (const digitalocean::reserved_ip& each : all) {
        const bool known = std::find(before.begin(), before.end(), each.ip) != before.end();
        const bool ours = !each.droplet || each.droplet->id == droplet;
        if (!known && ours && each.region.slug == region) found = each;
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> leads_there(digitalocean::client& ocean, const std::string& ip,
                                                 std::int64_t droplet) {
    const auto now = co_await ocean.show<digitalocean::reserved_ip>(ip);
    co_return now.droplet&& now.droplet->id == droplet;
}

CHATOPS_INLINE asio::awaitable<facts> ip_losses(digitalocean::client&,
                                                digitalocean::reserved_ip it) {
    facts lost{
        {"Lost", "the address " + it.ip + ": somebody else may get it, and nobody gets it back"},
        {"Leads to",
         it.droplet ? it.droplet->name + ", which is not reached by it then" : "no droplet"},
        {"Region", it.region.slug}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_reserved_ips::run(context& ctx) const {
    const auto all = co_await ctx.observe("reserved IPs", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::reserved_ip>();
    });
    table_part table;
    table.headings = {"Address", "Leads to", "Region"};
    for (const digitalocean::reserved_ip& each : all)
        table.rows.push_back({each.ip, detail::leads_to(each), each.region.slug});
    reply answer = reply::neutral(counted(all.size(), "reserved IP"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_reserved_ip_create::run(context& ctx) const {
    choice<digitalocean::droplet> to;
    if (*droplet) {
        const digitalocean::droplet_ref& which = **droplet;
        to = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
            return look_for<digitalocean::droplet>(ocean, which.text);
        });
        const auto unclear = co_await ask_which(ctx, which.text, to);
        if (unclear) co_return *unclear;
    }
    if (bool(*droplet) == bool(*region))
        co_return reply::bad("Nothing was made: say where, with `--droplet` or with `--region`");
    digitalocean::reserved_ip_order order;
    if (*droplet) order.droplet_id = to.one().id;
    if (*region) order.region = (*region)->text;
    const std::string where = *region ? (*region)->text : to.one().region.slug;
    const auto before = co_await ctx.observe(
        "before", [&](digitalocean::client& ocean) { return detail::all_ips(ocean); });
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::reserved_ip>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::new_ip(ocean, before, where, order.droplet_id);
    };
    const digitalocean::reserved_ip made = co_await ctx.once("create", act, find);
    if (!*droplet)
        co_return reply::good("Reserved in " + where + ": " + made.ip +
                              "; it costs while it leads nowhere");
    co_await ctx.progress("Assigning " + made.ip + " to " + to.one().name);
    const std::int64_t holder = to.one().id;
    co_await ctx.until("assigned", [&](digitalocean::client& ocean) {
        return detail::leads_there(ocean, made.ip, holder);
    });
    co_return reply::good("Reserved for " + to.one().name + ", and leads there: " + made.ip);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_reserved_ip_assign::run(context& ctx) const {
    auto choice = co_await ctx.observe("reserved IP", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::reserved_ip>(ocean, address->text);
    });
    const auto unclear = co_await ask_which(ctx, address->text, choice);
    if (unclear) co_return *unclear;
    auto target = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear_target = co_await ask_which(ctx, droplet->text, target);
    if (unclear_target) co_return *unclear_target;
    const digitalocean::reserved_ip& it = choice.one();
    const digitalocean::droplet& to = target.one();
    if (it.droplet && it.droplet->id == to.id)
        co_return reply::neutral(it.ip + " leads to " + to.name + " already: nothing was changed");
    if (it.region.slug != to.region.slug)
        co_return reply::bad(it.ip + " is in " + it.region.slug + ", and " + to.name + " in " +
                             to.region.slug + ": it can only lead to droplets of its own region");
    co_await ctx.progress("Assigning " + it.ip + " to " + to.name);
    digitalocean::action_order assign("assign");
    assign.droplet_id = to.id;
    const std::string on = digitalocean::path_to<digitalocean::reserved_ip>(it.ip);
    const digitalocean::action ended = co_await carry_out(ctx, on, assign);
    if (!has_succeeded(ended)) co_return action_failed(it.ip, ended);
    const std::string instead = it.droplet ? ", and no more to " + it.droplet->name : "";
    co_return reply::good(it.ip + " leads to " + to.name + instead);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_reserved_ip_unassign::run(context& ctx) const {
    auto choice = co_await ctx.observe("reserved IP", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::reserved_ip>(ocean, address->text);
    });
    const auto unclear = co_await ask_which(ctx, address->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::reserved_ip& it = choice.one();
    if (!it.droplet) co_return reply::neutral(it.ip + " leads to no droplet: nothing was changed");
    co_await ctx.progress("Taking " + it.ip + " from " + it.droplet->name);
    const digitalocean::action_order unassign("unassign");
    const std::string on = digitalocean::path_to<digitalocean::reserved_ip>(it.ip);
    const digitalocean::action ended = co_await carry_out(ctx, on, unassign);
    if (!has_succeeded(ended)) co_return action_failed(it.ip, ended);
    co_return reply::good(it.ip + " does not lead to " + it.droplet->name +
                          " any more; it costs while it leads nowhere");
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_reserved_ip_release::run(context& ctx) const {
    return destroy_named<digitalocean::reserved_ip>(ctx, address->text, detail::ip_losses);
}

} // namespace chatops::operations
