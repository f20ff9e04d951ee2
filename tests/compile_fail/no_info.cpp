// expected: A command has no info. Add static constexpr command_info info
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    argument<"app", "the application"> app;
};

const command_description& made = describe<restart>();
