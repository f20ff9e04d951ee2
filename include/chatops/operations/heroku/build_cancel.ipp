#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/heroku/build_cancel.hpp"
#include "chatops/operations/heroku/builds.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/which.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Those whose id begins so, or the newest.
CHATOPS_INLINE asio::awaitable<std::vector<heroku::build>>
builds_called(heroku::client& heroku, const heroku::app_name& of,
              const std::optional<heroku::build_ref>& id) {
    const std::size_t limit = id ? heroku_limits::looked_through : 1;
    auto found = co_await heroku.builds(of, limit);
    if (id)
        std::erase_if(found, [&](const heroku::build& each) {
            return each.id.compare(0, id->text.size(), id->text) != 0;
        });
    co_return found;
}

/// One that has ended meanwhile is refused; how it ended is told by a look.
CHATOPS_INLINE asio::awaitable<void>
cancel_if_pending(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    std::optional<provider_error> refusal;
    try {
        co_await heroku.cancel_build(of, id);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (!refusal) co_return;
    // Where the account is used up, a look would have to wait as well.
    constexpr int rate_limited = 429;
    if (refusal->status() == rate_limited) throw *refusal;
    const auto now = co_await heroku.show<heroku::build>(of, id);
    if (now.status == "pending") throw *refusal;
}

CHATOPS_INLINE asio::awaitable<bool>
build_is_over(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    const auto now = co_await heroku.show<heroku::build>(of, id);
    co_return now.status != "pending";
}

CHATOPS_INLINE reply no_such_build(const std::string& app,
                                   const std::optional<heroku::build_ref>& id) {
    reply answer = id ? reply::bad(app + " has no build " + id->text)
                      : reply::neutral(app + " has no build yet: nothing was cancelled");
    return answer.add(text_part{"`heroku builds " + app + "` lists the newest."});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_build_cancel::run(context& ctx) const {
    auto found = co_await ctx.observe("builds", [&](heroku::client& heroku) {
        return detail::builds_called(heroku, *app, *build);
    });
    if (found.empty()) co_return detail::no_such_build(app->text, *build);
    const std::string begins_so = *build ? (*build)->text : std::string();
    const auto unclear = co_await ask_which_of_app(ctx, *app, "build", "heroku builds", begins_so,
                                                   found, build_table(found));
    if (unclear) co_return *unclear;
    const heroku::build& it = found.front();
    const std::string what = app->text + ": build " + it.id.substr(0, heroku_limits::short_id);
    if (it.status != "pending")
        co_return reply::neutral(what + " has ended already, as " + it.status +
                                 ": nothing was cancelled");
    // A state, and no event: asked for again, it is as it was.
    co_await ctx.set("cancel", [&](heroku::client& heroku) {
        return detail::cancel_if_pending(heroku, *app, it.id);
    });
    co_await ctx.until("end of build", [&](heroku::client& heroku) {
        return detail::build_is_over(heroku, *app, it.id);
    });
    const auto now = co_await ctx.observe(
        "outcome", [&](heroku::client& heroku) { return heroku.show<heroku::build>(*app, it.id); });
    if (now.status != "succeeded")
        co_return reply::good(what + " is cancelled; what ran before still runs");
    reply answer = reply::warning(what + " had succeeded before it could be cancelled");
    co_return answer.add(text_part{"`heroku rollback " + app->text + "` runs what ran before."});
}

} // namespace chatops::operations
