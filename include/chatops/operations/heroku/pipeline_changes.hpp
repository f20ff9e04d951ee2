// `heroku pipeline create`, `rename`, `destroy`: pipelines as such.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_pipeline_create {
    static constexpr command_info info{.name = "heroku pipeline create",
                                       .help = "Make a pipeline, without applications as yet",
                                       .effect = effect::change,
                                       .examples = {"heroku pipeline create acme-shop"}};

    argument<"name", "what it is called", heroku::pipeline_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_pipeline_rename {
    static constexpr command_info info{.name = "heroku pipeline rename",
                                       .help = "Call a pipeline something else",
                                       .effect = effect::change,
                                       .examples = {"heroku pipeline rename acme acme-shop"}};

    argument<"pipeline", "its name, or its id where there are several of a name",
             heroku::pipeline_ref>
        pipeline;
    argument<"name", "its new name", heroku::pipeline_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_pipeline_destroy {
    static constexpr command_info info{
        .name = "heroku pipeline destroy",
        .help = "Destroy a pipeline, for good; its applications stay as they are",
        .effect = effect::destroy,
        .examples = {"heroku pipeline destroy acme-shop"}};
    static constexpr bool confirms_itself = true;

    argument<"pipeline", "its name, or its id where there are several of a name",
             heroku::pipeline_ref>
        pipeline;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/pipeline_changes.ipp")
