#include "apps/bot/serve.hpp"
#include "apps/flags.hpp"
#include "chatops/config/read.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"
#include "chatops/slack/manifest.hpp"

#include <cstdlib>

namespace {

using namespace chatops;

struct bot_flags {
    static constexpr command_info info{
        .name = "chatops-bot",
        .help = "Serve a Slack workspace, as chatops.toml says",
        .effect = effect::change,
        .examples = {"chatops-bot --config /etc/chatops/chatops.toml"}};

    option<"config", "the configuration file", std::string> config{"chatops.toml"};
    flag<"check", "say what is wrong with the configuration, and do nothing"> check;
    flag<"manifest", "print the manifest that a Slack app is created from, and do nothing">
        manifest;
    option<"public-url", "with --manifest: where Slack reaches the bot; without, Socket Mode",
           std::string>
        public_url{""};
    option<"name", "with --manifest: the bot's and the command's name", std::string> name{"ops"};
};

int print_manifest(const bot_flags& flags) {
    slack::manifest_settings settings;
    settings.name = *flags.name;
    settings.url = *flags.public_url;
    const auto made = slack::manifest(settings);
    std::fprintf(made ? stdout : stderr, "%s\n",
                 made ? made->c_str() : made.error().message.c_str());
    return made ? 0 : 2;
}

const char* environment(const char* name) { return std::getenv(name); }

} // namespace

int main(int argc, char** argv) {
    int exit_code = 0;
    const auto flags = apps::read_flags<bot_flags>(argc, argv, exit_code);
    if (!flags) return exit_code;
    if (*flags->manifest) return print_manifest(*flags);
    const std::string& path = *flags->config;
    const auto text = native::read_file(path, limits::configuration_bytes);
    if (!text) {
        std::fprintf(stderr, "%s\n", text.error().message.c_str());
        return 2;
    }
    const config::reading read = config::read(*text, environment);
    for (const config::configuration_error& wrong : read.errors)
        std::fprintf(stderr, "%s\n", config::describe(path, wrong).c_str());
    if (!read.errors.empty()) return 2;
    if (*flags->check) {
        std::printf("%s: good\n", path.c_str());
        return 0;
    }
    return apps::serve(read.value, path);
}
