// What belongs to an application, as far as people ask before they destroy it.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace chatops::operations {

/// Small, so that it can be recorded.
struct app_belongings {
    heroku::app app;
    std::vector<heroku::formation_entry> formation;
    /// `postgresql-round-1 (heroku-postgresql:essential-0)`, by name.
    std::vector<std::string> addons;
    /// Without Heroku's own.
    std::vector<std::string> domains;
    std::vector<std::string> people;

    friend bool operator==(const app_belongings&, const app_belongings&) = default;
};
BOOST_DESCRIBE_STRUCT(app_belongings, (), (app, formation, addons, domains, people))

asio::awaitable<app_belongings> look_at_app(heroku::client& heroku, const heroku::app_name& which);

/// All facts of it, for people.
fields_part belonging_fields(const app_belongings& of);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/belongings.ipp")
