// One field of NerdGraph that is asked for, and how it is refused.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/newrelic/graphql_execution.hpp"
#include "mocks/newrelic/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::newrelic {

struct call {
    account_state& account;
    time_point now;
    const object& of;
    const object& arguments;

    [[nodiscard]] std::string_view text(std::string_view name) const {
        return text_of(arguments, name);
    }
    /// An input object; empty when none was given.
    [[nodiscard]] const object& input(std::string_view name) const;
    /// An id that is a number; 0 when it is none.
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    /// Refuses unless `accountId` is one that the key may use.
    void check_account() const;
};

/// `errorClass` `INVALID_INPUT`. [?] Its name: newrelic-client-go knows only those to try again.
graphql::field_refused invalid_input(const std::string& message);
/// What alerts answer of things that are not there. Source: newrelic-client-go,
/// pkg/alerts/nerdgraph.go, and issues of terraform-provider-newrelic.
graphql::field_refused not_found(const std::string& message = "Not Found");
/// What alerts answer of input that they do not take; `name` is the member's.
graphql::field_refused not_valid(const std::string& name, const std::string& reason);

/// A whole number in text; nothing if it is none.
std::optional<std::int64_t> whole_number(std::string_view text);

/// Milliseconds since the epoch, as the API writes moments.
inline value epoch(time_point at) { return at.time_since_epoch().count(); }
inline value epoch(const std::optional<time_point>& at) { return at ? epoch(*at) : value(nullptr); }
/// The text, or null where there is none.
inline value text_or_null(std::string_view text) {
    return text.empty() ? value(nullptr) : text_value(text);
}
/// Whether the list is absent or has the text.
bool is_among(const object& filter, std::string_view list, std::string_view text);

/// `2024-02-29T12:00:00Z`, as the API writes dates.
std::string iso_time(time_point at);

} // namespace chatops::mocks::newrelic
