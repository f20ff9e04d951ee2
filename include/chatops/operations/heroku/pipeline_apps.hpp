// `heroku pipeline add`, `move`, `remove`: which applications are in a pipeline, and where.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <array>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// How far code has come at an application. Source: heroku/platform-api's schema.json.
struct pipeline_stage {
    static constexpr std::string_view kind = "stage";
    static constexpr std::array<std::string_view, 5> words{"review", "development", "staging",
                                                           "production", "test"};

    std::string text;

    static result<pipeline_stage> parse(std::string_view text);
    [[nodiscard]] const std::string& to_text() const { return text; }
};

struct heroku_pipeline_add {
    static constexpr command_info info{
        .name = "heroku pipeline add",
        .help = "Put an application into a stage of a pipeline",
        .effect = effect::change,
        .examples = {"heroku pipeline add acme-preview --to acme --stage development"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"to", "the pipeline", heroku::pipeline_ref> to;
    option<"stage", "how far code has come there", pipeline_stage> stage;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_pipeline_move {
    static constexpr command_info info{
        .name = "heroku pipeline move",
        .help = "Put an application into another stage of its pipeline",
        .effect = effect::change,
        .aliases = {"heroku pipeline update"},
        .examples = {"heroku pipeline move acme-preview --stage staging"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"stage", "how far code has come there", pipeline_stage> stage;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_pipeline_remove {
    static constexpr command_info info{
        .name = "heroku pipeline remove",
        .help = "Take an application out of its pipeline; it runs on as it is",
        .effect = effect::change,
        .examples = {"heroku pipeline remove acme-preview"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/pipeline_apps.ipp")
