// What Heroku sends elsewhere, and what can be switched on, for an application.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/heroku/secret_url.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::heroku {

// As in types.hpp, `path` is where, below the application.

/// A capability of Heroku's that an application has or not.
struct feature {
    static constexpr std::string_view path = "/features";

    std::string id;
    std::string name;
    std::optional<std::string> description;
    std::optional<std::string> doc_url;
    bool enabled = false;
    /// `general`, `beta`, or what Heroku may add.
    std::optional<std::string> state;

    friend bool operator==(const feature&, const feature&) = default;
};
BOOST_DESCRIBE_STRUCT(feature, (), (id, name, description, doc_url, enabled, state))

struct feature_change {
    bool enabled = false;
};
BOOST_DESCRIBE_STRUCT(feature_change, (), (enabled))

/// Where a log goes, line by line. Its token is left out: with it, anybody can write there.
struct log_drain {
    static constexpr std::string_view path = "/log-drains";

    std::string id;
    visible_url url;
    /// The one that made it, and ends it.
    std::optional<named> addon;
    time_point created_at;

    friend bool operator==(const log_drain&, const log_drain&) = default;
};
BOOST_DESCRIBE_STRUCT(log_drain, (), (id, url, addon, created_at))

/// Where news of an application goes.
struct webhook {
    static constexpr std::string_view path = "/webhooks";

    std::string id;
    visible_url url;
    /// `api:release`
    std::vector<std::string> include;
    /// `notify`: tried once; `sync`: again until it was taken.
    std::string level;
    time_point created_at;

    friend bool operator==(const webhook&, const webhook&) = default;
};
BOOST_DESCRIBE_STRUCT(webhook, (), (id, url, include, level, created_at))

/// What is left out stays as it is.
struct webhook_change {
    std::optional<std::vector<std::string>> include;
    std::optional<std::string> level;
};
BOOST_DESCRIBE_STRUCT(webhook_change, (), (include, level))

struct webhook_order {
    secret url;
    std::vector<std::string> include;
    std::string level;
    /// What Heroku signs with; it makes one up without it, and says it once.
    std::optional<secret> signing_secret;
};

} // namespace chatops::heroku
