#pragma once

#include "chatops/operations/rackspace/account_limits.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>

namespace chatops::operations {

namespace detail {

/// -1 where there is no limit.
CHATOPS_INLINE void add_used(table_part& to, const char* what, std::optional<std::int64_t> used,
                             std::optional<std::int64_t> most,
                             std::string (*written)(std::int64_t)) {
    if (!used && !most) return;
    to.rows.push_back({what, used ? written(*used) : "unknown",
                       most && *most >= 0 ? written(*most) : "no limit"});
}

CHATOPS_INLINE std::string plain_number(std::int64_t number) { return std::to_string(number); }

/// `POST, */servers, a day`.
CHATOPS_INLINE std::string rate_text(const rackspace::rate_limit& each, const std::string& uri) {
    return each.verb + (uri == "*" ? "" : ' ' + uri) + " a " + words_of_state(each.unit);
}

CHATOPS_INLINE bool is_nearly_met(std::optional<std::int64_t> used,
                                  std::optional<std::int64_t> most) {
    constexpr std::int64_t tenth = 10;
    return used && most && *most > 0 && (*most - *used) * tenth < *most;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_limits::run(context& ctx) const {
    const auto limits = co_await ctx.observe(
        "limits", [&](rackspace::client& cloud) { return cloud.limits_of_account(); });
    const rackspace::absolute_limits& most = limits.absolute;
    const bool near = detail::is_nearly_met(most.totalInstancesUsed, most.maxTotalInstances) ||
                      detail::is_nearly_met(most.totalRAMUsed, most.maxTotalRAMSize);
    reply answer = near ? reply::warning("A limit of the account is nearly met")
                        : reply::good("The account is within its limits");
    table_part things;
    things.headings = {"What", "Used", "Of"};
    detail::add_used(things, "Servers", most.totalInstancesUsed, most.maxTotalInstances,
                     detail::plain_number);
    detail::add_used(things, "Memory", most.totalRAMUsed, most.maxTotalRAMSize, memory_text);
    detail::add_used(things, "CPUs", most.totalCoresUsed, most.maxTotalCores, detail::plain_number);
    answer.add(std::move(things));
    table_part requests;
    requests.headings = {"Requests", "Left", "Of"};
    for (const rackspace::rate_limits& each : limits.rate)
        for (const rackspace::rate_limit& one : each.limit)
            requests.rows.push_back({detail::rate_text(one, each.uri),
                                     std::to_string(one.remaining), std::to_string(one.value)});
    if (!requests.rows.empty()) answer.add(std::move(requests));
    co_return answer;
}

} // namespace chatops::operations
