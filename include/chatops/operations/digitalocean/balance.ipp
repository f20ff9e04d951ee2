#pragma once

#include "chatops/operations/digitalocean/balance.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

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
