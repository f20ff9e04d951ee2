// expected: Two commands have one name, or one is the alias of another; both types are named below.
#include "chatops/command/check_names.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
};
struct reboot {
    static constexpr command_info info{
        .name = "restart", .help = "Reboot.", .effect = effect::change};
};
static_assert(check_names<restart, reboot>());
