// What has become of issues that are watched.
#pragma once

#include "chatops/provider/newrelic/types.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace chatops::newrelic {

enum class turn { opened, acknowledged, unacknowledged, closed };

struct issue_turn {
    turn what;
    newrelic::issue issue;
};

/// How turns are written, a line each.
using issue_writer = std::function<std::string(const std::vector<issue_turn>&)>;

/// What is known of issues from one look to the next.
struct watched_issues {
    /// How it stood with each, by its id.
    std::map<std::string, turn> known;
    bool has_looked = false;
};

} // namespace chatops::newrelic
