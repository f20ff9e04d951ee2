// expected: This type cannot be read from text. Give it kind, parse and to_text, or specialise
#include "chatops/command/describe.hpp"

using namespace chatops;

struct place {
    int rack = 0;
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    option<"place", "where", list<place>> where;
};

const command_description& made = describe<restart>();
