// Slack's markup of text: taking it out of what people typed, and keeping it out of what we post.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops::slack {

/// What a person typed, from what Slack made of it: `<@U1|ann>` is `@ann`, `<#C1|acme>` `#acme`,
/// `<http://acme.com|acme.com>` `acme.com`, `&lt;` `<`. Without a name the id stands: `@U1`. What
/// is no markup of Slack's stays as it is.
std::string without_markup(std::string_view text);

/// Text that cannot mention, link or break anything: `&`, `<` and `>` as entities, and nothing
/// else, as Slack's "Formatting text for app surfaces" asks. Else it is as `shown_text` makes it.
std::string escaped(std::string_view text);

/// The longest beginning of escaped text in at most `bytes`; no character and no entity is cut
/// apart.
std::string_view escaped_beginning(std::string_view text, std::size_t bytes);

/// The command line in a message: the mention of `user` (`<@U0BOT>`, with or without `|name`) or
/// the word `/name` or `@name` at its beginning removed, then without markup and without spaces
/// around. Of a sentence that mentions it later, what follows the mention, or else what is before.
std::string command_line(std::string_view text, std::string_view user, std::string_view name);

/// Whether `user` is mentioned anywhere in a message's text.
bool mentions(std::string_view text, std::string_view user);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/markup.ipp")
