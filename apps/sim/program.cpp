#include "apps/sim/program.hpp"

#include "apps/sim/chat.hpp"
#include "apps/sim/histories.hpp"
#include "apps/sim/play.hpp"
#include "chatops/native/flags.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace chatops::apps {

namespace {

struct sim_flags {
    static constexpr command_info info{
        .name = "chatops-sim",
        .help = "Try commands offline: a company with its bot and its providers, in one process",
        .effect = effect::read,
        .examples = {"chatops-sim", "chatops-sim --script tour.txt --trace",
                     "chatops-sim --histories 1000 --seed 7"}};

    option<"script", "a file of lines to play, `-` for standard input", std::optional<std::string>>
        script;
    option<"seed", "decides all that is left to chance", std::uint64_t> seed{1};
    option<"histories", "play so many random conversations with crashes and faults, and check them",
           std::uint64_t>
        histories{0};
    flag<"trace", "show the requests to Slack and the providers, too"> trace;
    flag<"hash",
         "after a script: the hash of all that was said and exchanged, as the page shows it">
        hash;
    flag<"socket-mode", "Slack delivers over Socket Mode instead of HTTP"> socket_mode;
};

} // namespace

int sim_program(int argc, const char* const* argv, const mocks::worlds::simulated& what) {
    int exit_code = 0;
    const auto flags = native::read_flags<sim_flags>(argc, argv, exit_code);
    if (!flags) return exit_code;
    if (*flags->histories > 0) return check_histories(what, *flags->seed, *flags->histories);
    sim_settings settings;
    settings.seed = *flags->seed;
    settings.trace = *flags->trace;
    settings.socket_mode = *flags->socket_mode;
    settings.hash = *flags->hash;
    if (*flags->script) return play_script(what, **flags->script, settings);
    return chat_on_terminal(what, settings);
}

} // namespace chatops::apps
