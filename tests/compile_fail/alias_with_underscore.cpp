// expected: An alias of a command is one to three words
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change, .aliases = {"re_start"}};
};

const command_description& made = describe<restart>();
