#pragma once

#include "chatops/operations/heroku/ps.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// `acme: 2 of 3 dynos are up (web 2, worker 1)`, with a tone that says how bad it is.
CHATOPS_INLINE reply health_of(const std::string& name,
                               const std::vector<heroku::formation_entry>& formation,
                               const std::vector<heroku::dyno>& dynos) {
    std::int64_t wanted = 0;
    for (const auto& each : formation) wanted += each.quantity;
    if (wanted == 0) return reply::neutral(name + ": nothing is asked to run");
    const auto in_state = [&](std::string_view state) {
        return std::count_if(dynos.begin(), dynos.end(), [&](const heroku::dyno& each) {
            return is_of_formation(each) && each.state == state;
        });
    };
    const std::int64_t up = in_state("up") + in_state("idle");
    const std::string what = " (" + formation_text(formation) + ")";
    const std::string dynos_wanted = counted(static_cast<std::size_t>(wanted), "dyno");
    if (up >= wanted)
        return reply::good(name + ": " + (wanted == 1 ? "" : "all ") + dynos_wanted +
                           (wanted == 1 ? " is up" : " are up") + what);
    const std::string some = name + ": " + std::to_string(up) + " of " + dynos_wanted +
                             (up == 1 ? " is up" : " are up") + what;
    return in_state("crashed") > 0 || up == 0 ? reply::bad(some) : reply::warning(some);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_ps::run(context& ctx) const {
    const auto formation = co_await ctx.observe(
        "formation", [&](heroku::client& heroku) { return heroku.formation(*app); });
    const auto dynos =
        co_await ctx.observe("dynos", [&](heroku::client& heroku) { return heroku.dynos(*app); });
    reply answer = detail::health_of(app->text, formation, dynos);
    if (!dynos.empty()) answer.add(dyno_table(dynos, ctx.now()));
    const bool sleeps = std::any_of(dynos.begin(), dynos.end(),
                                    [](const heroku::dyno& each) { return each.state == "idle"; });
    if (sleeps)
        answer.add(text_part{"What is idle sleeps until its next visitor comes, who waits some "
                             "seconds for it."});
    co_return answer;
}

} // namespace chatops::operations
