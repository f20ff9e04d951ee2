// expected: An undo returns asio::awaitable<void>: nobody is left to read a value.
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

void register_undo(context& ctx, const heroku::app_name& app) {
    ctx.undo("dynos", app,
             [](heroku::client& heroku, const heroku::app_name& of) { return heroku.dynos(of); });
}
