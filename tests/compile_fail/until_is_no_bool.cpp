// expected: until's lambda returns asio::awaitable<bool>: whether it is so by now.
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

asio::awaitable<void> wait(context& ctx, const heroku::app_name& app) {
    co_await ctx.until("up", [&](heroku::client& heroku) { return heroku.dynos(app); });
}
