// expected: An example of this command does not begin with its name or an alias of it, or is more
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{.name = "restart",
                                       .help = "Restart.",
                                       .effect = effect::change,
                                       .examples = {"restart acme\nrestart globex"}};
};

const command_description& made = describe<restart>();
