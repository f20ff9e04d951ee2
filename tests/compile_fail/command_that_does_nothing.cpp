// expected: A command needs `asio::awaitable<reply> run(context&) const`, or, if it needs no
#include "chatops/run/entry.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change};

    asio::awaitable<reply> runs(context& ctx) const;
};

const entry made = entry_of<restart>();
