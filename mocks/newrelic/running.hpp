// What happens by itself: incidents open and close as applications get into trouble and out of it.
#pragma once

#include "mocks/newrelic/state.hpp"

#include <optional>
#include <string_view>

namespace chatops::mocks::newrelic {

/// The next moment at which something happens by itself.
std::optional<time_point> due(const account_state& account);

/// Does all that is due by then, each at its moment.
void settle(account_state& account, time_point now);

/// Whether the application is in that kind of trouble at that moment.
bool is_in_trouble(const account_state& account, std::string_view app_guid, trouble_kind kind,
                   time_point at);

/// What an incident is about.
struct finding {
    const condition* seen_by = nullptr;
    const application* app = nullptr;
    /// Empty: as the condition words it.
    std::string title = {};
    /// Empty: the condition's.
    std::string priority = {};
    bool is_by_hand = false;
};

/// Opens an incident, and an issue unless an open one takes it in.
incident& open_incident(account_state& account, const finding& what, time_point at);

/// Closes an incident. If it was the last one open of its issue, that is closed, too: at once
/// where somebody has done it, and else after a while.
void close_incident(account_state& account, incident& which, std::string_view by, time_point at);

/// Closes an issue at once, with all that is open of it.
void close_issue(account_state& account, issue& which, std::string_view by, time_point at);

/// What watches the application, if anything does.
bool is_watched(const account_state& account, const application& app);

/// `CRITICAL`, `WARNING`, `NOT_ALERTING` or `NOT_CONFIGURED`.
std::string_view severity_of(const account_state& account, const application& app);

} // namespace chatops::mocks::newrelic
