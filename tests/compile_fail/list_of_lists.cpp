// expected: Neither `list` nor `std::optional` may hold the other kind or itself
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    option<"dyno", "which", list<std::optional<std::string>>> dynos;
};

const command_description& made = describe<restart>();
