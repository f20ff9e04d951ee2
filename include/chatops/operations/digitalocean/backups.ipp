#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/capitals.hpp"
#include "chatops/operations/digitalocean/backups.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/copies.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <string_view>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<digitalocean::backup_state>
backup_state_of(digitalocean::client& ocean, const digitalocean::droplet& of) {
    std::string path = digitalocean::path_to<digitalocean::droplet>(of.id) + "/backups/policy";
    return ocean.show_in<digitalocean::backup_state>(std::move(path));
}

/// `Sunday` of `SUN`; what is no day stays as it is.
CHATOPS_INLINE std::string day_of(const std::string& weekday) {
    for (const std::string_view day :
         {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"})
        if (equal_ignoring_case(weekday, day.substr(0, 3))) return std::string(day);
    return weekday;
}

/// `every day`, `every week, on Sunday`.
CHATOPS_INLINE std::string rhythm_of(const digitalocean::backup_policy& of) {
    if (of.plan != "weekly") return "every day";
    return "every week" + (of.weekday ? ", on " + day_of(*of.weekday) : std::string());
}

CHATOPS_INLINE std::string rhythm_of(const digitalocean::backup_state& of) {
    // Older droplets have none that is shown: these are backed up by the week.
    return of.backup_policy ? rhythm_of(*of.backup_policy) : "every week";
}

CHATOPS_INLINE table_part copies_table(const std::vector<digitalocean::image>& all) {
    table_part table;
    table.headings = {"Copy", "Kind", "Created (UTC)"};
    for (const digitalocean::image& each : all)
        table.rows.push_back({each.name, each.type.value_or("image"),
                              each.created_at ? minute_of(*each.created_at) : "unknown"});
    return table;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_backups_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const auto state = co_await ctx.observe(
        "state", [&](digitalocean::client& ocean) { return detail::backup_state_of(ocean, it); });
    const auto copies = co_await ctx.observe(
        "copies", [&](digitalocean::client& ocean) { return copies_of(ocean, it); });
    const std::string rhythm = detail::rhythm_of(state);
    reply answer = state.backup_enabled ? reply::good(it.name + " is backed up " + rhythm)
                                        : reply::neutral(it.name + " is not backed up");
    if (state.next_backup_window) {
        const digitalocean::backup_window& next = *state.next_backup_window;
        answer.add(fields_part{
            {{"Next from (UTC)", minute_of(next.start)}, {"To (UTC)", minute_of(next.end)}}});
    }
    if (copies.empty()) {
        answer.add(text_part{"There is nothing to go back to."});
        co_return answer;
    }
    answer.add(detail::copies_table(copies));
    co_return answer.add(
        text_part{"`do droplet restore " + it.name + " COPY` puts its disk back to one."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_backups_on::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const auto state = co_await ctx.observe(
        "state", [&](digitalocean::client& ocean) { return detail::backup_state_of(ocean, it); });
    digitalocean::backup_policy wanted;
    wanted.plan = *weekly ? "weekly" : "daily";
    if (*weekly) wanted.weekday = in_capitals(**weekly);
    const std::string rhythm = detail::rhythm_of(wanted);
    const std::string before = detail::rhythm_of(state);
    if (state.backup_enabled && rhythm == before)
        co_return reply::neutral(it.name + " is backed up " + rhythm +
                                 " already: nothing was changed");
    if (state.backup_policy) wanted.hour = state.backup_policy->hour;
    digitalocean::action_order order(state.backup_enabled ? "change_backup_policy"
                                                          : "enable_backups");
    order.backup_policy = wanted;
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const digitalocean::action ended = co_await carry_out(ctx, on, order);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " is backed up " + rhythm +
                          (state.backup_enabled ? ", and no more " + before : std::string()));
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_backups_off::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const auto state = co_await ctx.observe(
        "state", [&](digitalocean::client& ocean) { return detail::backup_state_of(ocean, it); });
    if (!state.backup_enabled)
        co_return reply::neutral(it.name + " is not backed up: nothing was changed");
    reply question;
    question.title = "Back up " + it.name + " no more?";
    question.add(text_part{"From then on nothing is copied by itself: what is lost after that is "
                           "lost. It is backed up " +
                           detail::rhythm_of(state) + " now."});
    co_await ctx.confirm(std::move(question), "Back up no more");
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const digitalocean::action_order off("disable_backups");
    const digitalocean::action ended = co_await carry_out(ctx, on, off);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " is not backed up any more");
}

} // namespace chatops::operations
