// Add-ons: what services offer, and how one comes to be there.
#pragma once

#include "mocks/heroku/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::heroku {

/// One plan of a service that can be added to an application.
struct addon_plan {
    std::string_view service;
    std::string_view name;
    int price_cents = 0;
    /// The config var that it sets; empty if none.
    std::string_view variable;
    /// What names of its add-ons begin with.
    std::string_view short_name;
    /// Whether it is there only after a while.
    bool takes_time = false;

    /// `heroku-postgresql:essential-0`.
    [[nodiscard]] std::string full_name() const {
        return std::string(service) + ':' + std::string(name);
    }
};

/// It is there: its config vars are set, which makes a release.
void settle_addon(account_state& account, app& of, addon& pending, time_point at);

} // namespace chatops::mocks::heroku
