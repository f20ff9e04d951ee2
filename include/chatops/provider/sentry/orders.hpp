// What Sentry is asked for, and asked to make or to change.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::sentry {

/// Which issues are meant.
struct issue_search {
    /// In Sentry's language for that; empty means all of them.
    std::string query = "is:unresolved";
    /// The id of a project; of all without one.
    std::optional<std::string> project_id;
    std::optional<std::string> environment;
    /// Those with an event in that time; nothing: Sentry's 90 days.
    std::optional<duration> since;
    /// `date`, `new`, `freq`, `user`, `trends`; `inbox` only with `is:unresolved is:for_review`.
    std::string sort = "date";
    /// Whether each comes with why it is for review.
    bool with_inbox = false;
};

/// What is to be done with issues; what is empty stays as it is.
struct issue_change {
    /// `resolved`, `unresolved` or `ignored`.
    std::optional<std::string> status;
    std::optional<std::string> substatus;
    bool in_next_release = false;
    std::optional<std::string> in_release;
    std::optional<std::int64_t> ignore_minutes;
    std::optional<std::int64_t> ignore_count;
    std::optional<std::int64_t> ignore_users;
    /// Minutes within which that count, or that many people, is met.
    std::optional<std::int64_t> ignore_window;
    /// `high`, `medium` or `low`.
    std::optional<std::string> priority;
    /// `user:ID`, `team:ID`; an empty text is nobody.
    std::optional<std::string> assigned_to;
    std::optional<bool> is_bookmarked;
    std::optional<bool> is_subscribed;
    /// Whether somebody is to look at it: false once it was reviewed.
    std::optional<bool> in_inbox;

    friend bool operator==(const issue_change&, const issue_change&) = default;
};
BOOST_DESCRIBE_STRUCT(issue_change, (),
                      (status, substatus, in_next_release, in_release, ignore_minutes, ignore_count,
                       ignore_users, ignore_window, priority, assigned_to, is_bookmarked,
                       is_subscribed, in_inbox))

struct release_order {
    std::string version;
    /// Slugs.
    std::vector<std::string> projects;
    std::optional<std::string> ref;
    std::optional<std::string> url;
};

struct deploy_order {
    std::string environment;
    std::optional<std::string> name;
    std::optional<std::string> url;
};

// As the API reads them.
boost::json::object body_of(const issue_change& what);
boost::json::object body_of(const release_order& what);
boost::json::object body_of(const deploy_order& what);
/// The search as a query: `query=is%3Aunresolved&sort=date`.
std::string query_of(const issue_search& which);
/// That time, before now: `&statsPeriod=90m`.
std::string period_parameter(duration since);

} // namespace chatops::sentry

#include CHATOPS_BODY("chatops/provider/sentry/orders.ipp")
