// expected: group of options (a struct with a static constexpr heading)
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    flag<"slow", "one after the other"> slow;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    pace how;
};

const command_description& made = describe<restart>();
