// expected: A step's lambda captures an object by value. Capture by reference ([&])
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

asio::awaitable<void> restart(context& ctx, const heroku::app_name& app) {
    const auto act = [app](heroku::client& heroku) { return heroku.restart(app, {}); };
    co_await ctx.set("restart", act);
}
