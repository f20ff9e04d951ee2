// expected: A command's name is one to three words with single spaces between them
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "heroku dyno web restart", .help = "Restart.", .effect = effect::change};
};

const command_description& made = describe<restart>();
