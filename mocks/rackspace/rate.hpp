// How many requests each service takes from an account.
#pragma once

#include "mocks/common/rate.hpp"
#include "mocks/rackspace/place.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// So many requests of one method in a period, to the paths that begin so.
struct rate_rule {
    service of;
    std::string_view verb;
    /// Empty: every path.
    std::string_view path;
    std::size_t most;
    duration length;
    /// As `GET /limits` writes the period and the paths.
    std::string_view unit;
    std::string_view uri;
    std::string_view regex;
};

std::span<const rate_rule> rate_rules();

/// A window for each of the rules, in their order.
std::vector<rate_window> rate_windows();

/// Counts the request with every rule that it falls under, or refuses with 413; a refused one does
/// not count.
void check_rate(std::vector<rate_window>& windows, const place& where, std::string_view method,
                time_point now);

} // namespace chatops::mocks::rackspace
