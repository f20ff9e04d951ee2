// What a command does at this mock, as far as its text says.
#pragma once

#include "chatops/core/clock.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

/// `echo Migrating; sleep 60; exit 1` writes a line, goes on for a minute, and fails. [?] Whatever
/// else it says writes nothing and ends well.
struct behaviour {
    std::vector<std::string> writes;
    /// Of these lines, how many are there before it first sleeps.
    std::size_t writes_at_once = 0;
    std::optional<duration> takes;
    int status = 0;
};

behaviour behaviour_of(std::string_view command);

} // namespace chatops::mocks::heroku
