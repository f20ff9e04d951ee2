// expected: A repeated argument takes all that is left, so it must be the last argument.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"dyno", "which dynos", list<std::string>> dynos;
    argument<"app", "the application"> app;
};

const command_description& made = describe<restart>();
