// expected: The names json and help belong to options that every command has. Take another.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"json", "as JSON"> json;
};

const command_description& made = describe<restart>();
