#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/vpc_parts.hpp"
#include "chatops/operations/digitalocean/vpcs.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpcs::run(context& ctx) const {
    auto all = co_await ctx.observe(
        "vpcs", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::vpc>(); });
    keep_with_part(all, *part);
    table_part table;
    table.headings = {"VPC", "Region", "Addresses"};
    for (const digitalocean::vpc& each : all)
        table.rows.push_back({each.name, each.region, each.ip_range});
    reply answer = reply::neutral(counted_with_part<digitalocean::vpc>(all.size(), *part));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpc_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("vpc", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::vpc>(ocean, vpc->text);
    });
    const auto unclear = co_await ask_which(ctx, vpc->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::vpc& it = choice.one();
    const std::string path = vpc_members_path(it);
    const auto members = co_await ctx.observe("members", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::vpc_member>(path);
    });
    reply answer = reply::neutral(it.name + " has " + counted(members.size(), "member"));
    fields_part facts{{{"Id", it.id},
                       {"Region", it.region + (it.default_ ? ", whose default it is" : "")},
                       {"Addresses", it.ip_range}}};
    if (it.description && !it.description->empty())
        facts.fields.emplace_back("Description", *it.description);
    facts.fields.emplace_back("Created (UTC)", minute_of(it.created_at));
    answer.add(std::move(facts));
    if (!members.empty()) answer.add(member_table(members));
    co_return answer;
}

} // namespace chatops::operations
