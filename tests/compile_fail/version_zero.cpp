// expected: A command's version counts from 1.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change, .version = 0};
};

const command_description& made = describe<restart>();
