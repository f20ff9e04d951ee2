// expected: The name of one command begins the name of another
#include "chatops/command/check_names.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
};
struct restart_all {
    static constexpr command_info info{
        .name = "restart all", .help = "All.", .effect = effect::change};
};
static_assert(check_names<restart_all, restart>());
