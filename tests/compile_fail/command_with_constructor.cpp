// expected: A command is a struct with public members only
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    restart() {}
    argument<"app", "the application"> app;
};

const command_description& made = describe<restart>();
