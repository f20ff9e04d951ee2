// `heroku apps`: which applications there are.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_apps {
    static constexpr command_info info{.name = "heroku apps",
                                       .help = "List the applications that the account sees",
                                       .effect = effect::read,
                                       .examples = {"heroku apps", "heroku apps staging"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/apps.ipp")
