// expected: This type cannot be read from text. Give it kind, parse and to_text, or specialise
#include "chatops/command/describe.hpp"

using namespace chatops;

struct dyno {
    static constexpr std::string_view kind = "dyno";
    static result<dyno> parse(std::string_view) { return dyno{}; }
};

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    argument<"dyno", "which", dyno> which;
};

const command_description& made = describe<restart>();
