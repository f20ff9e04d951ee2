// expected: A short name is not a letter. Take one
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"hard", "at once", '9'> hard;
};

const command_description& made = describe<restart>();
