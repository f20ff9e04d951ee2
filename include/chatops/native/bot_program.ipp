#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/native/bot_program.hpp"
#include "chatops/native/flags.hpp"
#include "chatops/native/inside/bot_configuration.hpp"
#include "chatops/native/inside/bot_service.hpp"
#include "chatops/native/verify_journal.hpp"
#include "chatops/slack/manifest.hpp"

#include <boost/describe/enum.hpp>

#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace chatops::native {

namespace detail {

enum class bot_action { verify };
BOOST_DESCRIBE_ENUM(bot_action, verify)

struct bot_flags {
    static constexpr command_info info{
        .name = "chatops-bot",
        .help = "Serve a Slack workspace, as chatops.toml says",
        .effect = effect::change,
        .examples = {"chatops-bot --config /etc/chatops/chatops.toml",
                     "chatops-bot verify --config /etc/chatops/chatops.toml"}};

    argument<"action", "`verify`: check the journal and the configuration, and do nothing else",
             std::optional<bot_action>>
        action;
    option<"config", "the configuration file", std::string> config{"chatops.toml"};
    flag<"check", "say what is wrong with the configuration, and do nothing"> check;
    flag<"manifest", "print the manifest that a Slack app is created from, and do nothing">
        manifest;
    option<"public-url", "with --manifest: where Slack reaches the bot; without, Socket Mode",
           std::string>
        public_url{""};
    option<"name", "with --manifest: the bot's and the command's name", std::string> name{"ops"};
};

CHATOPS_INLINE int print_manifest(const bot_flags& flags) {
    slack::manifest_settings settings;
    settings.name = *flags.name;
    settings.url = *flags.public_url;
    const auto made = slack::manifest(settings);
    std::fprintf(made ? stdout : stderr, "%s\n",
                 made ? made->c_str() : made.error().message.c_str());
    return made ? 0 : 2;
}

CHATOPS_INLINE void print(const std::string& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

/// Prints all that is wrong with what was read.
CHATOPS_INLINE void print_errors(const config::reading& read, const std::string& path) {
    for (const config::configuration_error& wrong : read.errors)
        print(config::describe(path, wrong));
    for (const config::configuration_error& doubtful : read.warnings)
        print(config::describe(path, doubtful) + " (warning)");
}

/// The file may be damaged, not there, or another program's; exit code 0 only if it is sound.
CHATOPS_INLINE int verify(const config::configuration& configuration, const std::string& path) {
    const std::string file = store_path(configuration, path);
    try {
        const journal::chain_check check = native::verify_journal(file);
        const std::string sound = std::to_string(check.head().sequence);
        if (!check.is_sound()) {
            print(file + ": broken at event " + std::to_string(check.head().sequence + 1) + ": " +
                  check.broken() + "\n" + file + ": events before it that are sound: " + sound);
            return 1;
        }
        std::printf("%s: all %s events are sound; the last one's hash is %s\n", file.c_str(),
                    sound.c_str(), hex(check.head().hash).c_str());
        return 0;
    } catch (const store_error& unreadable) {
        print(unreadable.what());
        return 1;
    }
}

/// What the flags ask for; may throw when it serves.
CHATOPS_INLINE int do_as_told(const bot_flags& flags, const catalogue& commands) {
    if (*flags.manifest) return print_manifest(flags);
    const std::string& path = *flags.config;
    const config::reading read = read_configuration(path, commands);
    print_errors(read, path);
    const bool is_good = read.errors.empty();
    if (is_good && (*flags.check || *flags.action)) std::printf("%s: good\n", path.c_str());
    if (*flags.action) {
        // The journal's place is known although something else is wrong, unless there is no file.
        const bool is_there = is_good || read.errors.front().line > 0;
        return is_there && verify(read.value, path) == 0 && is_good ? 0 : 1;
    }
    if (!is_good) return 2;
    return *flags.check ? 0 : serve_bot(read.value, path, commands);
}

} // namespace detail

CHATOPS_INLINE int bot_program(int argc, const char* const* argv, std::vector<entry> commands) {
    int exit_code = 0;
    const auto flags = read_flags<detail::bot_flags>(argc, argv, exit_code);
    if (!flags) return exit_code;
    try {
        return detail::do_as_told(*flags, catalogue(std::move(commands)));
    } catch (const std::exception& problem) {
        const std::string name = program_name(argc, argv, detail::bot_flags::info.name);
        detail::print(name + ": " + problem.what());
        return 1;
    }
}

} // namespace chatops::native
