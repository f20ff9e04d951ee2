// expected: A member of this group is no option or flag. A group has nothing else
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    static constexpr std::string_view heading = "Pace";
    flag<"slow", "one after the other"> slow;
};
struct manner {
    static constexpr std::string_view heading = "Manner";
    pace how;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    manner in;
};

const command_description& made = describe<restart>();
