// expected: This command does not say what it does to the world. Set info.effect
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{.name = "restart", .help = "Restart."};
};

const command_description& made = describe<restart>();
