// expected: find captures an object by value. Capture by reference ([&]).
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

asio::awaitable<bool> was_restarted(heroku::client& heroku, heroku::app_name app);

asio::awaitable<void> restart(context& ctx, const heroku::app_name& app) {
    const auto act = [&](heroku::client& heroku) { return heroku.restart(app, {}); };
    const auto find = [app](heroku::client& heroku, time_point) {
        return was_restarted(heroku, app);
    };
    co_await ctx.once("restart", act, find);
}
