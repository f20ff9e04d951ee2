// Modals and home tabs: opened, stacked, changed, closed.
#pragma once

#include "mocks/slack/parts.hpp"
#include "mocks/slack/web_api.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

/// Checks a view and gives its blocks the ids that they lack. Throws `invalid_arguments` with
/// Slack's complaints, or `view_too_large`.
object checked_view(model& data, value given);

/// The open modals of a person, bottom first.
std::vector<surface*> modals_of(model& data, std::string_view user_id);

/// Puts a modal on top of those of that person. Throws `push_limit_reached`.
surface& push_modal(model& data, std::string_view user_id, object content);

/// Replaces what a view shows; its hash changes.
void replace_view(model& data, surface& which, object content);

/// What the app answered to a submission: `errors`, `update`, `push`, `clear`, or nothing, which
/// closes it.
void respond_to_submission(parts& in, const parcel& what, const outcome& how);

/// What the app answered to a `block_suggestion`: options, which are then there to be chosen.
void respond_to_suggestion(parts& in, const parcel& what, const outcome& how);

} // namespace chatops::mocks::slack
