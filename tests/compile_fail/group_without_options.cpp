// expected: This group of options is empty. Put options or flags into it.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct pace {
    static constexpr std::string_view heading = "Pace";
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    pace how;
};

const command_description& made = describe<restart>();
