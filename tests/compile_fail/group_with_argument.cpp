// expected: A member of this group is no option or flag. A group has nothing else
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    static constexpr std::string_view heading = "Pace";
    argument<"app", "the application"> app;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    pace how;
};

const command_description& made = describe<restart>();
