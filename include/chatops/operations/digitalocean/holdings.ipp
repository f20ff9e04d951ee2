#pragma once

#include "chatops/operations/digitalocean/holdings.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> digitalocean_domains::run(context& ctx) const {
    const auto domains = co_await ctx.observe(
        "domains", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::domain>(); });
    table_part table;
    table.headings = {"Domain"};
    for (const digitalocean::domain& each : domains) table.rows.push_back({each.name});
    reply answer = reply::neutral(counted(domains.size(), "domain"));
    if (!domains.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_records::run(context& ctx) const {
    const auto records = co_await ctx.observe("records", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::record>(digitalocean::records_path(domain->text));
    });
    table_part table;
    table.headings = {"Type", "Name", "Data"};
    for (const digitalocean::record& each : records) {
        const std::string priority = each.priority ? std::to_string(*each.priority) + ' ' : "";
        table.rows.push_back({each.type, each.name, priority + each.data});
    }
    reply answer = reply::neutral(counted(records.size(), "record") + " of " + domain->text);
    if (!records.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_keys::run(context& ctx) const {
    const auto keys = co_await ctx.observe(
        "keys", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::ssh_key>(); });
    table_part table;
    table.headings = {"Id", "Name", "Fingerprint"};
    for (const digitalocean::ssh_key& each : keys)
        table.rows.push_back({std::to_string(each.id), each.name, each.fingerprint});
    reply answer = reply::neutral(counted(keys.size(), "SSH key"));
    if (!keys.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_balance::run(context& ctx) const {
    const auto balance =
        co_await ctx.observe("balance", [&](digitalocean::client& ocean) { return ocean.money(); });
    reply answer =
        reply::neutral("This month has cost $" + balance.month_to_date_usage +
                       " until now; with what was open before, $" + balance.month_to_date_balance);
    answer.add(fields_part{{{"From before this month", "$" + balance.account_balance},
                            {"As of (UTC)", minute_of(balance.generated_at)}}});
    co_return answer;
}

} // namespace chatops::operations
