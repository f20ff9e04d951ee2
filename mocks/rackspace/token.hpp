// What Identity hands out, and every other service asks for.
#pragma once

#include "chatops/core/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::rackspace {

struct token {
    std::string id;
    /// Drawn ahead, so that who only looks (`sim::mock::look`) is handed the one that is handed out
    /// then; nothing until that has happened. Nobody can know it before.
    std::optional<time_point> expires;
    /// `APIKEY`; `PASSWORD`, with `PASSCODE` where one was asked for.
    std::vector<std::string> authenticated_by;

    [[nodiscard]] bool is_valid(time_point now) const { return !expires || *expires > now; }
};

} // namespace chatops::mocks::rackspace
