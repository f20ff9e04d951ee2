// expected: An example of this command does not begin with its name or an alias of it
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{.name = "restart",
                                       .help = "Restart.",
                                       .effect = effect::change,
                                       .aliases = {"reboot"},
                                       .examples = {"reboot acme", "/ops restart acme"}};
};

const command_description& made = describe<restart>();
