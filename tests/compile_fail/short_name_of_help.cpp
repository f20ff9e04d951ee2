// expected: The short name h means help everywhere. Take another.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"hard", "at once", 'h'> hard;
};

const command_description& made = describe<restart>();
