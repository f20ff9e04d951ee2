// `heroku pipelines`, `pipeline show`: which application comes before which.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_pipelines {
    static constexpr command_info info{.name = "heroku pipelines",
                                       .help =
                                           "List pipelines, with the applications in their stages",
                                       .effect = effect::read,
                                       .aliases = {"heroku pipeline list"},
                                       .examples = {"heroku pipelines"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_pipeline_show {
    static constexpr command_info info{
        .name = "heroku pipeline show",
        .help = "Show what runs in each stage of a pipeline, and what could be promoted",
        .effect = effect::read,
        .aliases = {"heroku pipeline info"},
        .examples = {"heroku pipeline show acme"}};

    argument<"pipeline", "its name, or its id where there are several of a name",
             heroku::pipeline_ref>
        pipeline;

    asio::awaitable<reply> run(context& ctx) const;
};

/// An application in a stage of a pipeline. Small, so that it can be recorded.
struct staged_app {
    std::string id;
    /// Its id where the account does not see it.
    std::string name;
    std::string stage;
    /// What runs, where somebody looked.
    std::optional<heroku::release> runs;

    friend bool operator==(const staged_app&, const staged_app&) = default;
};
BOOST_DESCRIBE_STRUCT(staged_app, (), (id, name, stage, runs))

/// A pipeline with what is in it.
struct pipeline_seen {
    heroku::pipeline pipeline;
    std::vector<staged_app> apps;
};
BOOST_DESCRIBE_STRUCT(pipeline_seen, (), (pipeline, apps))

template <>
inline constexpr noun noun_of<heroku::pipeline>{"pipeline", "heroku pipelines"};

/// The pipeline that is meant, or what to say instead.
struct chosen_pipeline {
    std::optional<reply> instead;
    heroku::pipeline it;
};

/// The one of that id, or of that name; asks where there are several.
asio::awaitable<chosen_pipeline> choose_pipeline(context& ctx, heroku::pipeline_ref which);

/// Which may be meant by that.
asio::awaitable<choice<heroku::pipeline>> look_for_pipeline(heroku::client& heroku,
                                                            std::string which);

/// What is in it, and not what runs there.
asio::awaitable<pipeline_seen> look_at_stages(heroku::client& heroku, heroku::pipeline which);

/// How far code has come there: `test` and `review` before `development`, `production` last.
int rank_of_stage(std::string_view stage);

/// Applications in the order of their stages.
asio::awaitable<std::vector<staged_app>> apps_in(heroku::client& heroku,
                                                 std::vector<heroku::coupling> couplings);

/// By stage, in their order: `staging` and `acme-staging, globex-staging`.
std::vector<std::pair<std::string, std::string>>
names_by_stage(const std::vector<staged_app>& apps);

/// What runs there; nothing before the first deploy.
asio::awaitable<std::optional<heroku::release>> running_release(heroku::client& heroku,
                                                                std::string app);

/// Whether both run the same code, built once.
bool run_the_same(const staged_app& one, const staged_app& other);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/pipelines.ipp")
