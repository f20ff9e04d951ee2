// expected: Two arguments, options or flags of this command have one name. Rename one.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"app", "the application"> app;
    option<"app", "another application"> other;
};

const command_description& made = describe<restart>();
