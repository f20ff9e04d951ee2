#pragma once

#include "chatops/operations/newrelic/account.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> newrelic_whoami::run(context& ctx) const {
    const auto self =
        co_await ctx.observe("user", [&](newrelic::client& relic) { return relic.whoami(); });
    const newrelic::user user = self.user.value_or(newrelic::user());
    reply answer = reply::neutral("The key is " + user.name.value_or("somebody") + "'s");
    fields_part facts_of_user;
    if (user.email) facts_of_user.fields.emplace_back("Email", *user.email);
    if (user.id) facts_of_user.fields.emplace_back("Id", std::to_string(*user.id));
    if (self.accounts)
        facts_of_user.fields.emplace_back("Sees", counted(self.accounts->size(), "account"));
    co_return answer.add(std::move(facts_of_user));
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_accounts::run(context& ctx) const {
    const auto self =
        co_await ctx.observe("accounts", [&](newrelic::client& relic) { return relic.whoami(); });
    const auto all = self.accounts.value_or(std::vector<newrelic::account>());
    table_part table;
    table.headings = {"Account", "Id"};
    for (const newrelic::account& each : all)
        table.rows.push_back({each.name.value_or("–"), std::to_string(each.id)});
    reply answer = reply::neutral(counted(all.size(), "account"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
