// expected: Two options or flags of this command have one short name. Change one.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    option<"size", "how large", std::string, 's'> size;
    flag<"slow", "one after the other", 's'> slow;
};

const command_description& made = describe<restart>();
