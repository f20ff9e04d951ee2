// expected: This argument, option or flag has no name. Give it one as its first template argument
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"", "the application"> app;
};

const command_description& made = describe<restart>();
