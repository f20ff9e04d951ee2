// expected: This argument, option or flag has no help. Say in one line what it is for
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"app", "the application\nor its id"> app;
};

const command_description& made = describe<restart>();
