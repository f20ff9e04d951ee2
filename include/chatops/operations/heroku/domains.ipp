#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/heroku/domains.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// As Heroku keeps it.
CHATOPS_INLINE std::string host_of(const heroku::domain_name& typed) {
    std::string host = typed.text;
    std::transform(host.begin(), host.end(), host.begin(), [](char c) { return lower(c); });
    return host;
}

CHATOPS_INLINE const heroku::domain* domain_called(const std::vector<heroku::domain>& all,
                                                   const std::string& host) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return each.hostname == host; });
    return found == all.end() ? nullptr : &*found;
}

CHATOPS_INLINE std::string target_of(const heroku::domain& each) {
    return each.cname.value_or("none is needed");
}

CHATOPS_INLINE reply no_such_domain(const std::string& app, const std::string& host,
                                    const std::vector<heroku::domain>& all) {
    std::vector<std::string> names;
    for (const heroku::domain& each : all) names.push_back(each.hostname);
    reply answer = reply::bad(app + " has no domain " + host);
    return answer.add(
        text_part{did_you_mean(host, names) + "`heroku domains " + app + "` lists them all."});
}

CHATOPS_INLINE reply domain_loss(const std::string& app, const heroku::domain& each) {
    reply shown;
    shown.title = "Remove " + each.hostname + " from " + app + "?";
    return shown.add(
        fields_part{{{"Lost", "whoever goes to " + each.hostname + " finds " + app + " no more"},
                     {"DNS target", target_of(each) + "; added again, it gets another one"}}});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_domains::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "domains", [&](heroku::client& heroku) { return heroku.list<heroku::domain>(*app); });
    table_part table;
    table.headings = {"Domain", "DNS target"};
    for (const heroku::domain& each : all)
        table.rows.push_back({each.hostname, detail::target_of(each)});
    reply answer = reply::neutral(counted(all.size(), "domain") + " of " + app->text);
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_domain_add::run(context& ctx) const {
    const std::string host = detail::host_of(*domain);
    const auto all = co_await ctx.observe(
        "domains", [&](heroku::client& heroku) { return heroku.list<heroku::domain>(*app); });
    if (const heroku::domain* const there = detail::domain_called(all, host)) {
        reply answer =
            reply::neutral(app->text + " has the domain " + host + " already: nothing was changed");
        co_return answer.add(fields_part{{{"DNS target", detail::target_of(*there)}}});
    }
    const heroku::domain_order order(host);
    const auto is = [&](const heroku::domain& each) { return each.hostname == host; };
    const auto made = co_await make_once<heroku::domain>(ctx, *app, order, is);
    reply answer = reply::good(app->text + " has the domain " + made.hostname);
    answer.add(fields_part{{{"DNS target", detail::target_of(made)}}});
    co_return answer.add(
        text_part{"Nobody finds it there before the DNS record of " + made.hostname +
                  " points to that: a CNAME, or for a bare domain an ALIAS or ANAME."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_domain_remove::run(context& ctx) const {
    const std::string host = detail::host_of(*domain);
    const auto all = co_await ctx.observe(
        "domains", [&](heroku::client& heroku) { return heroku.list<heroku::domain>(*app); });
    const heroku::domain* const it = detail::domain_called(all, host);
    if (it == nullptr) co_return detail::no_such_domain(app->text, host, all);
    if (it->kind == "heroku")
        co_return reply::bad(host + " stays: it is Heroku's own domain of " + app->text);
    reply loss = detail::domain_loss(app->text, *it);
    co_await ctx.confirm(std::move(loss), "Remove " + host);
    co_await remove_once<heroku::domain>(ctx, *app, it->id);
    reply answer = reply::good(app->text + " has the domain " + host + " no more");
    co_return answer.add(text_part{"Its DNS record points to nothing now: remove that, too, or "
                                   "somebody else could use the name."});
}

} // namespace chatops::operations
