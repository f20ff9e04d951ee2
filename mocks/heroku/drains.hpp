// Where an application's log, and news of it, are sent to.
#pragma once

#include "chatops/core/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::heroku {

struct log_drain {
    std::string id;
    /// A credential may stand in it.
    std::string url;
    /// `d.01234567-…`, under which the lines arrive.
    std::string token;
    /// Of the add-on that made it, with which it goes.
    std::optional<std::string> addon_id;
    time_point created_at;
};

struct webhook {
    std::string id;
    /// A credential may stand in it.
    std::string url;
    /// `api:release`
    std::vector<std::string> include;
    /// `notify` or `sync`.
    std::string level;
    time_point created_at;
    time_point updated_at;
};

} // namespace chatops::mocks::heroku
