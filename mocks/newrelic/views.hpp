// Things as NerdGraph writes them: all that the schema has of each.
#pragma once

#include "mocks/newrelic/call.hpp"

#include <string_view>

namespace chatops::mocks::newrelic {

/// `type` is the whole entity or its outline.
object show(const application& which, const account_state& account, time_point now,
            std::string_view type);
object show(const issue& which, const account_state& account);
object show(const incident& which, const account_state& account);
object show(const policy& which, const account_state& account);
object show(const condition& which, const account_state& account);
object show(const muting_rule& which, const account_state& account, time_point now);
object show(const deployment& which, const application& of);

/// `muted` when a rule does so.
std::string_view muting_of(const issue& which, const account_state& account);

/// The highest of its incidents'.
std::string_view priority_of(const issue& which, const account_state& account);

} // namespace chatops::mocks::newrelic
