// expected: A member of this command is no argument, option or flag.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"app", "the application"> app;
    int attempts = 3;
};

const command_description& made = describe<restart>();
