// What a message says: text, blocks, attachments, metadata, read from a call or an answer and
// checked.
#pragma once

#include "mocks/slack/parts.hpp"
#include "mocks/slack/web_api.hpp"

#include <optional>
#include <string>

namespace chatops::mocks::slack {

struct content {
    std::string text;
    std::optional<array> blocks;
    std::optional<array> attachments;
    /// An object, or null.
    value metadata;
    /// The text was cut at Slack's 40,000 characters.
    bool is_truncated = false;

    [[nodiscard]] bool empty() const;
};

/// Reads and checks the arguments of a call. Throws `invalid_blocks_format`, `invalid_blocks`,
/// `msg_blocks_too_long`, `too_many_attachments`, `invalid_metadata_format`, `metadata_too_large`,
/// `markdown_text_conflict`.
content read_content(model& data, const arguments& from);

/// The same from the JSON of an acknowledgement or a response URL.
content read_content(model& data, const object& from);

/// Puts it into a message, as a bot posts it.
void apply(content what, message& to);

} // namespace chatops::mocks::slack
