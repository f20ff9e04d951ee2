// expected: A command is derived from another struct.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct named {
    argument<"app", "the application"> app;
};

struct restart : named {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"wait", "answer only once it is up"> wait;
};

const command_description& made = describe<restart>();
