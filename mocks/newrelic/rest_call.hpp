// One request to REST v2 as its handler sees it.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/newrelic/state.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::newrelic {

/// Becomes `{"error": {"title": …}}` with that status.
class rest_refused : public std::runtime_error {
  public:
    rest_refused(int status, const std::string& title)
        : std::runtime_error(title), status_(status) {}
    [[nodiscard]] int status() const { return status_; }

  private:
    int status_;
};

struct rest_call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// What stood in the path where the route has a `*`, without `.json`.
    std::vector<std::string> words;
    form query;

    [[nodiscard]] std::string_view asked(std::string_view name) const { return field(query, name); }
    /// The application that the path names; 404 when there is none.
    [[nodiscard]] application& app() const;
    /// The number at that place of the path; 404 when it is none.
    [[nodiscard]] std::int64_t number(std::size_t place) const;
    /// The object under that name in the body; 422 when there is none.
    [[nodiscard]] object body(std::string_view root) const;
};

struct rest_answer {
    int status = 200;
    object body = {};
    /// The list in the body that comes in pages; empty when it is one thing.
    std::string_view pages_of = {};
    /// Whether the last page is named, too.
    bool has_last = true;
};

// rest_applications.cpp
rest_answer list_rest_applications(const rest_call& from);
rest_answer show_rest_application(const rest_call& from);
rest_answer update_rest_application(const rest_call& from);
rest_answer delete_rest_application(const rest_call& from);
rest_answer list_rest_hosts(const rest_call& from);
rest_answer show_rest_host(const rest_call& from);
rest_answer list_rest_instances(const rest_call& from);
rest_answer show_rest_instance(const rest_call& from);
rest_answer list_rest_deployments(const rest_call& from);
rest_answer create_rest_deployment(const rest_call& from);
rest_answer delete_rest_deployment(const rest_call& from);

// rest_metrics.cpp
rest_answer list_metric_names(const rest_call& from);
rest_answer show_metric_data(const rest_call& from);

// rest_alerts.cpp
rest_answer list_rest_incidents(const rest_call& from);
rest_answer close_rest_incident(const rest_call& from);
rest_answer acknowledge_rest_incident(const rest_call& from);
rest_answer list_rest_violations(const rest_call& from);
rest_answer list_rest_events(const rest_call& from);
rest_answer list_rest_policies(const rest_call& from);
rest_answer create_rest_policy(const rest_call& from);
rest_answer update_rest_policy(const rest_call& from);
rest_answer delete_rest_policy(const rest_call& from);

} // namespace chatops::mocks::newrelic
