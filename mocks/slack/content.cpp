#include "mocks/slack/content.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/blocks.hpp"
#include "mocks/slack/limits.hpp"

#include <utility>

namespace chatops::mocks::slack {

namespace {

refusal invalid_blocks(const complaints& found) {
    array messages;
    array errors;
    for (const std::string& each : found) {
        messages.push_back(text_value("[ERROR] " + each));
        errors.push_back(text_value(each));
    }
    object metadata;
    metadata["messages"] = std::move(messages);
    object more;
    more["errors"] = std::move(errors);
    more["response_metadata"] = std::move(metadata);
    return {"invalid_blocks", std::move(more)};
}

std::optional<array> checked_blocks(model& data, value given) {
    if (given.is_null()) return std::nullopt;
    if (!given.is_array()) throw refusal("invalid_blocks_format");
    array blocks = std::move(given.get_array());
    if (const auto found = check_message_blocks(blocks); !found.empty())
        throw invalid_blocks(found);
    // Containers count too: many small blocks were refused at 11,400 characters (bolt-js#2867).
    if (text_characters(blocks) + blocks.size() * limits::block_container_characters >
        limits::message_blocks_characters)
        throw refusal("msg_blocks_too_long");
    add_ids(blocks, [&] { return data.new_id("", 5); });
    return std::optional<array>(std::move(blocks));
}

value checked_metadata(value given) {
    if (given.is_null()) return given;
    const object* const whole = given.if_object();
    if (whole == nullptr || text_of(*whole, "event_type").empty() ||
        object_of(*whole, "event_payload") == nullptr)
        throw refusal("invalid_metadata_format");
    if (boost::json::serialize(given).size() > limits::metadata_bytes)
        throw refusal("metadata_too_large");
    return given;
}

/// What both ways of reading share; `markdown` is the alternative to text and blocks.
content checked(model& data, std::string text, value blocks, value attachments, value metadata,
                const std::string& markdown) {
    content made;
    if (!markdown.empty()) {
        if (!text.empty() || !blocks.is_null()) throw refusal("markdown_text_conflict");
        if (characters(markdown) > limits::markdown_characters) throw refusal("msg_too_long");
        text = markdown;
    }
    made.text = std::move(text);
    if (characters(made.text) > limits::message_text_characters) {
        made.text = first_characters(made.text, limits::message_text_characters);
        made.is_truncated = true;
    }
    made.blocks = checked_blocks(data, std::move(blocks));
    if (!attachments.is_null()) {
        if (!attachments.is_array()) throw refusal("invalid_attachments");
        if (attachments.get_array().size() > limits::attachments)
            throw refusal("too_many_attachments");
        made.attachments = std::move(attachments.get_array());
    }
    made.metadata = checked_metadata(std::move(metadata));
    return made;
}

} // namespace

bool content::empty() const {
    const bool has_blocks = blocks && !blocks->empty();
    const bool has_attachments = attachments && !attachments->empty();
    return text.empty() && !has_blocks && !has_attachments;
}

content read_content(model& data, const arguments& from) {
    return checked(data, from.text("text"), from.json_value("blocks", "invalid_blocks_format"),
                   from.json_value("attachments", "invalid_attachments"),
                   from.json_value("metadata", "invalid_metadata_format"),
                   from.text("markdown_text"));
}

content read_content(model& data, const object& from) {
    const auto given = [&](std::string_view name) {
        const value* const found = member(from, name);
        return found == nullptr ? value() : *found;
    };
    return checked(data, std::string(text_of(from, "text")), given("blocks"), given("attachments"),
                   given("metadata"), {});
}

void apply(content what, message& to) {
    to.text = std::move(what.text);
    if (what.blocks) to.blocks = std::move(*what.blocks);
    if (what.attachments) to.attachments = std::move(*what.attachments);
    if (what.metadata.is_object()) to.metadata = std::move(what.metadata);
}

} // namespace chatops::mocks::slack
