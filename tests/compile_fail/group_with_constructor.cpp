// expected: A group of options is a struct with public members only
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    static constexpr std::string_view heading = "Pace";
    pace() {}
    flag<"slow", "one after the other"> slow;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    pace how;
};

const command_description& made = describe<restart>();
