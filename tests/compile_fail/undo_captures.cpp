// expected: An undo runs after the command's own frame is gone, so it captures nothing
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

void register_undo(context& ctx, const heroku::app_name& app) {
    ctx.undo("restart", true,
             [&](heroku::client& heroku, const bool&) { return heroku.restart(app, {}); });
}
