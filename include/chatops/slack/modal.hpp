// A form as Slack shows it: a modal's view; and what Slack answers when one is submitted.
#pragma once

#include "chatops/chat/form.hpp"
#include "chatops/core/config.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace chatops::slack {

/// What marks our modals: their `callback_id`.
inline constexpr std::string_view form_callback = "chatops_form";

/// The view of a form, as JSON, within Slack's limits. Each field is an input block whose
/// `block_id` is the field's name; flags stand together, ten to a block, and choices under their
/// groups. What is looked up is a menu that asks for its options (`block_suggestion`); people and
/// channels are chosen as Slack has them. What does not fit (a choice that is too long, a value
/// over 3,000 bytes) is not offered or not filled in, and can be typed.
std::string modal_view(const input_form& what);

/// The origin that `modal_view` put into a view's `private_metadata`; false if it is none.
bool read_origin(std::string_view private_metadata, form_origin& to);

/// The body of the answer to a menu that asks for its options.
std::string suggestion_answer(const std::vector<form_choice>& offered);

/// The body of the answer to a submission: empty when it is taken.
std::string submission_answer(const form_outcome& outcome);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/modal.ipp")
