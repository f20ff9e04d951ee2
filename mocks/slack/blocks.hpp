// Block Kit as Slack checks it: what a block, an element and a view may hold.
#pragma once

#include "mocks/common/json.hpp"

#include <string>
#include <vector>

namespace chatops::mocks::slack {

/// What is wrong, as Slack words it: `must be less than 3001 characters
/// [json-pointer:/blocks/0/text/text]`. Empty when all is well.
using complaints = std::vector<std::string>;

/// A message's blocks.
complaints check_message_blocks(const array& blocks);

/// A modal's or a home tab's view: its own members and its blocks.
complaints check_view(const object& view);

/// Gives each block that has none a `block_id`, and each element an `action_id`, as Slack does.
/// `new_id` makes one.
template <class Make>
void add_ids(array& blocks, Make new_id) {
    for (value& each : blocks) {
        if (!each.is_object()) continue;
        object& block = each.get_object();
        if (text_of(block, "block_id").empty()) block["block_id"] = text_value(new_id());
        const auto name_element = [&](value* element) {
            if (element == nullptr || !element->is_object()) return;
            object& one = element->get_object();
            const auto type = text_of(one, "type");
            const bool acts = type != "mrkdwn" && type != "plain_text" && type != "image";
            if (acts && text_of(one, "action_id").empty()) one["action_id"] = text_value(new_id());
        };
        if (text_of(block, "type") == "rich_text") continue;
        name_element(block.if_contains("accessory"));
        if (text_of(block, "type") == "input") name_element(block.if_contains("element"));
        if (value* const elements = block.if_contains("elements"); elements && elements->is_array())
            for (value& element : elements->get_array()) name_element(&element);
    }
}

/// All text in the blocks, in characters: what `msg_blocks_too_long` measures.
std::size_t text_characters(const value& of);

} // namespace chatops::mocks::slack
