// expected: Two arguments, options or flags of this command have one name. Rename one.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    static constexpr std::string_view heading = "Pace";
    flag<"slow", "one after the other"> slow;
};
struct care {
    static constexpr std::string_view heading = "Care";
    flag<"slow", "with care"> slow;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    pace how;
    care with;
};

const command_description& made = describe<restart>();
