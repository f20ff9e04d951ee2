#pragma once

#include "chatops/slack/block_writer.hpp"

#include <utility>

namespace chatops::slack {

CHATOPS_INLINE void append_quoted(std::string& to, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    to += '"';
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = static_cast<unsigned char>(text[at]);
        if (code >= 0x20 && code != '"' && code != '\\') continue;
        to.append(text, done, at - done);
        done = at + 1;
        if (code == '\n') {
            to += "\\n";
        } else if (code == '\t') {
            to += "\\t";
        } else if (code >= 0x20) {
            to += '\\';
            to += text[at];
        } else {
            to += "\\u00";
            to += digits[code >> 4U];
            to += digits[code & 15U];
        }
    }
    to.append(text, done);
    to += '"';
}

CHATOPS_INLINE block_writer::block_writer() {
    constexpr std::size_t usual_bytes = 1024;
    json_.reserve(usual_bytes);
    json_ += '[';
}

CHATOPS_INLINE void block_writer::begin(std::string_view type) {
    if (count_++ > 0) json_ += ',';
    json_ += R"({"type":")";
    json_ += type;
    json_ += '"';
    first_element_ = true;
}

CHATOPS_INLINE void block_writer::text_object(text_type type, std::string_view text) {
    const bool plain = type == text_type::plain;
    json_ += plain ? R"({"type":"plain_text","text":)" : R"({"type":"mrkdwn","text":)";
    append_quoted(json_, text);
    json_ += plain ? R"(,"emoji":false})" : R"(,"verbatim":true})";
}

CHATOPS_INLINE void block_writer::next_element() {
    if (!std::exchange(first_element_, false)) json_ += ',';
}

CHATOPS_INLINE void block_writer::header(std::string_view text) {
    begin("header");
    json_ += R"(,"text":)";
    text_object(text_type::plain, text);
    json_ += '}';
}

CHATOPS_INLINE void block_writer::section(text_type type, std::string_view text) {
    begin("section");
    json_ += R"(,"text":)";
    text_object(type, text);
    json_ += '}';
}

CHATOPS_INLINE void block_writer::context(std::string_view text) {
    begin("context");
    json_ += R"(,"elements":[)";
    text_object(text_type::plain, text);
    json_ += "]}";
}

CHATOPS_INLINE void block_writer::begin_fields() {
    begin("section");
    json_ += R"(,"fields":[)";
}

CHATOPS_INLINE void block_writer::field(std::string_view text) {
    next_element();
    text_object(text_type::marked, text);
}

CHATOPS_INLINE void block_writer::end_fields() { json_ += "]}"; }

CHATOPS_INLINE void block_writer::begin_buttons() {
    begin("actions");
    json_ += R"(,"elements":[)";
}

CHATOPS_INLINE void block_writer::button(std::string_view action_id, std::string_view label,
                                         std::string_view value, std::string_view style) {
    next_element();
    json_ += R"({"type":"button","action_id":)";
    append_quoted(json_, action_id);
    json_ += R"(,"text":)";
    text_object(text_type::plain, label);
    json_ += R"(,"value":)";
    append_quoted(json_, value);
    if (!style.empty()) {
        json_ += R"(,"style":)";
        append_quoted(json_, style);
    }
    json_ += '}';
}

CHATOPS_INLINE void block_writer::end_buttons() { json_ += "]}"; }

CHATOPS_INLINE std::string block_writer::finish() {
    json_ += ']';
    return std::move(json_);
}

} // namespace chatops::slack
