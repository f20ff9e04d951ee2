// `heroku config show`, `set`, `unset`: which config vars an application has, never what is in
// them.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/text_of.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <boost/describe/class.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_config_show {
    static constexpr command_info info{
        .name = "heroku config show",
        .help = "List an application's config vars; their values stay hidden",
        .effect = effect::read,
        .aliases = {"heroku config list", "heroku config get"},
        .examples = {"heroku config show acme-staging",
                     "heroku config show acme-staging LOG_LEVEL"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"name", "only this one", std::optional<heroku::variable_name>> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_config_set {
    static constexpr command_info info{
        .name = "heroku config set",
        .help = "Set config vars of an application, whose dynos then start anew",
        .effect = effect::change,
        .aliases = {"heroku config add"},
        .examples = {"heroku config set acme-staging LOG_LEVEL=debug",
                     "heroku config set acme-staging GREETING=\"good day\" LANG=en --wait"}};

    argument<"app", "the application", heroku::app_name> app;
    flag<"wait", "answer only once the dynos are up; if they do not come up, or the run is "
                 "cancelled, the values before are put back">
        wait;
    argument<"vars", "what to set; the values are hidden wherever they would be shown",
             list<heroku::assignment>>
        vars;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_config_unset {
    static constexpr command_info info{
        .name = "heroku config unset",
        .help = "Remove config vars of an application, whose dynos then start anew",
        .effect = effect::change,
        .aliases = {"heroku config remove"},
        .examples = {"heroku config unset acme-staging LOG_LEVEL",
                     "heroku config unset acme-staging LOG_LEVEL OLD_KEY --wait"}};

    argument<"app", "the application", heroku::app_name> app;
    flag<"wait", "answer only once the dynos are up; if they do not come up, or the run is "
                 "cancelled, the values are put back">
        wait;
    argument<"names", "which ones", list<heroku::variable_name>> names;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What may be known and recorded of a config var: how it is called, and how long it is.
struct config_facts {
    std::string name;
    std::size_t characters = 0;

    friend bool operator==(const config_facts&, const config_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(config_facts, (), (name, characters))

/// By name, without their values.
std::vector<config_facts> facts_of(const heroku::config_vars& all);

/// `•••••••• (32 characters)`.
std::string masked(std::size_t characters);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/config.ipp")
