// expected: Only a command of effect `destroy` that runs in steps `confirms_itself`
#include "chatops/run/entry.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change};
    static constexpr bool confirms_itself = true;

    asio::awaitable<reply> run(context& ctx) const;
};

const entry made = entry_of<restart>();
