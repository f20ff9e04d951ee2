// expected: A step's value cannot be recorded. Return a described struct
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context_steps.hpp"

using namespace chatops;

struct load {
    double average = 0;
};

asio::awaitable<load> load_of(heroku::client& heroku);

asio::awaitable<void> look(context& ctx) {
    co_await ctx.observe("load", [&](heroku::client& heroku) { return load_of(heroku); });
}
