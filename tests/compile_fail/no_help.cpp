// expected: This command has no help. Say in one line what it does: info.help.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{.name = "restart", .help = "", .effect = effect::change};
};

const command_description& made = describe<restart>();
