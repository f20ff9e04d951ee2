// expected: A name has characters that people cannot type alike everywhere.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"rolling_one", "one dyno after the other"> rolling;
};

const command_description& made = describe<restart>();
