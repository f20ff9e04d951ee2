// expected: An optional argument stands before a required one
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"dyno", "which dyno", std::optional<std::string>> dyno;
    argument<"app", "the application"> app;
};

const command_description& made = describe<restart>();
