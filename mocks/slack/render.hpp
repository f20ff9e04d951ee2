// Users, channels, messages and views as Slack's JSON shows them.
#pragma once

#include "mocks/slack/model.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::slack {

enum class with_metadata { no, yes };

object user_json(const model& data, const user& of);
object channel_json(const model& data, const channel& of);
/// As history and events have it; a thread's first message tells of its replies.
object message_json(const model& data, const message& of, with_metadata metadata);
object view_json(const model& data, const surface& of);
object file_json(const model& data, const file& of);
/// `im`, `group` or `channel`.
std::string_view channel_type(const channel& of);
/// The scope that reads it: `im:history` for `history`.
std::string scope_for(const channel& of, std::string_view what);

/// Text as a person typed it to text as Slack stores it: `@ops` to `<@U…>`, `#acme` to
/// `<#C…|acme>`, links in angle brackets, `& < >` escaped. Markup that is there already stays.
std::string marked_up(model& data, std::string_view typed);
/// The same for a command that escapes: `<@U…|name>`.
std::string marked_up_with_names(model& data, std::string_view typed);

/// A person's message as the rich text block that Slack's own clients make of it.
array rich_text(model& data, std::string_view marked_up);

} // namespace chatops::mocks::slack
