#include "apps/mocks/serve.hpp"
#include "chatops/native/flags.hpp"
#include "mocks/worlds/agency.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

namespace {

using namespace chatops;

struct mocks_flags {
    static constexpr command_info info{
        .name = "chatops-mocks",
        .help = "Serve a world's vendors on loopback: Slack on the base port, then DigitalOcean, "
                "Rackspace, Heroku, New Relic, Papertrail and Sentry, each on the next",
        .effect = effect::read,
        .examples = {"chatops-mocks --base-port 9100 --world agency --bot-config chatops.toml"}};

    option<"base-port", "Slack's port; 0 for any ports that are free", int> base_port{9100};
    option<"world", "the world to begin with", std::string> world{"agency"};
    option<"bot-config", "where to write a configuration with which chatops-bot serves it",
           std::string>
        bot_config{""};
    flag<"http", "Slack reaches the bot over HTTP; the default"> http;
    flag<"socket-mode", "Slack reaches the bot over Socket Mode"> socket_mode;
    option<"seed", "decides every identity", std::int64_t> seed{1};
};

int complain(const char* what) {
    std::fprintf(stderr, "chatops-mocks: %s\n", what);
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    int exit_code = 0;
    const auto flags = native::read_flags<mocks_flags>(argc, argv, exit_code);
    if (!flags) return exit_code;
    if (*flags->world != "agency") return complain("there is one world: agency");
    if (*flags->http && *flags->socket_mode)
        return complain("choose one of --http and --socket-mode");
    if (*flags->base_port < 0 || *flags->base_port > 65'000)
        return complain("--base-port must be between 0 and 65000");
    apps::serving what;
    what.world = mocks::worlds::agency();
    if (*flags->socket_mode) what.mode = mocks::worlds::slack_mode::socket;
    what.base_port = static_cast<std::uint16_t>(*flags->base_port);
    what.seed = static_cast<std::uint64_t>(*flags->seed);
    what.configuration_path = *flags->bot_config;
    return apps::serve(std::move(what));
}
