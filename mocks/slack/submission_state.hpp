// What stands in a modal's inputs, as Slack reports it.
#pragma once

#include "chatops/core/result.hpp"
#include "mocks/slack/model.hpp"

namespace chatops::mocks::slack {

/// `state.values` of a modal that is not sent yet: what was put there, by `block_id`, `action_id`
/// or label (people and channels by name, too), else what stands there from the beginning.
/// Mistakes: `no_such_input`, `no_such_option`.
result<object> values_so_far(model& data, const surface& in, const object& given);

} // namespace chatops::mocks::slack
