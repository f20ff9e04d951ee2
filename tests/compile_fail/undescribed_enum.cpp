// expected: This enum cannot be read from text. Write BOOST_DESCRIBE_ENUM(name, values...)
#include "chatops/command/describe.hpp"

using namespace chatops;

enum class size { small, large };

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    option<"size", "how large", size> how_large{size::small};
};

const command_description& made = describe<restart>();
