// expected: once's find returns asio::awaitable<std::optional<T>> for an act that returns
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

asio::awaitable<void> restart(context& ctx, const heroku::app_name& app) {
    const auto act = [&](heroku::client& heroku) { return heroku.restart(app, {}); };
    const auto find = [&](heroku::client& heroku, time_point) { return heroku.dynos(app); };
    co_await ctx.once("restart", act, find);
}
