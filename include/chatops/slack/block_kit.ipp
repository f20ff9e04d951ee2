#pragma once

#include "chatops/chat/terminal.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/block_writer.hpp"
#include "chatops/slack/drawing.hpp"
#include "chatops/slack/markup.hpp"
#include "chatops/slack/payload.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::slack {

namespace detail {

// However long the title and however many the buttons, there is room for parts.
static_assert(limits::slack_section_bytes + limits::slack_asked_bytes +
                  (limits::slack_block_buttons + 6) *
                      (limits::slack_button_bytes + limits::slack_container_bytes) <
              limits::slack_message_bytes);

/// Of a message that is shown plainer: little enough for any limit of Slack's.
inline constexpr std::size_t plain_bytes = 1'500;

/// Before the title; Slack shows these as its own emoji, without looking for `:names:` in data.
CHATOPS_INLINE std::string_view emoji_of(tone how) {
    switch (how) {
    case tone::working: return "\xe2\x8f\xb3 ";             // hourglass
    case tone::waiting: return "\xe2\x9c\x8b ";             // raised hand
    case tone::good: return "\xe2\x9c\x85 ";                // check mark
    case tone::warning: return "\xe2\x9a\xa0\xef\xb8\x8f "; // warning sign
    case tone::bad: return "\xe2\x9d\x8c ";                 // cross mark
    case tone::neutral: break;
    }
    return {};
}

CHATOPS_INLINE void add_hidden(std::size_t count, std::string_view what, block_writer& blocks) {
    if (count == 0) return;
    blocks.leave_out();
    blocks.context("… " + figure(count) + " more " + std::string(what) +
                   (count == 1 ? " is not shown" : "s are not shown"));
}

CHATOPS_INLINE void add_button(const button& what, const std::string& id, const run_id& run,
                               block_writer& blocks) {
    std::string label = escaped(what.label);
    if (label.size() > limits::slack_button_bytes)
        label = std::string(escaped_beginning(label, limits::slack_button_bytes - 3)) + "…";
    if (label.empty()) label = "…"; // Slack refuses a button without one.
    std::string_view style;
    if (what.looks == button::style::primary) style = "primary";
    if (what.looks == button::style::danger) style = "danger";
    blocks.button(id, label, run.text, style);
}

CHATOPS_INLINE void add_buttons(const std::vector<button>& all, const run_id& run,
                                block_writer& blocks) {
    std::size_t shown = 0;
    for (const button& each : all) {
        const std::string id = action_id(each.question, each.choice);
        if (shown == limits::slack_block_buttons || id.size() > limits::slack_action_id_bytes)
            continue;
        if (shown++ == 0) blocks.begin_buttons();
        add_button(each, id, run, blocks);
    }
    if (shown > 0) blocks.end_buttons();
    add_hidden(all.size() - shown, "choice", blocks);
}

/// What `add_buttons` will take.
CHATOPS_INLINE room buttons_room(std::size_t count) {
    if (count == 0) return {};
    const std::size_t shown = std::min(count, limits::slack_block_buttons);
    return {shown * (limits::slack_button_bytes + limits::slack_container_bytes) +
                2 * limits::slack_container_bytes,
            2};
}

CHATOPS_INLINE void add_title(const std::string& title, block_writer& blocks) {
    // A header is one line; a longer title is still shown whole.
    if (title.size() <= limits::slack_header_bytes && title.find('\n') == std::string::npos)
        blocks.header(title);
    else
        blocks.section(block_writer::text_type::plain, title);
}

CHATOPS_INLINE void add_parts(const std::vector<part>& parts, room within, block_writer& blocks) {
    // Each part has a block at least; of those that can have none, one block says how many.
    const std::size_t shown = parts.size() <= within.blocks ? parts.size() : within.blocks - 1;
    const std::size_t hidden = parts.size() - shown;
    if (hidden > 0) --within.blocks;
    std::vector<drawing> drawings;
    std::vector<std::size_t> bytes;
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < shown; ++i) {
        drawings.push_back(draw(parts[i]));
        const room need = needed(drawings.back());
        bytes.push_back(need.bytes);
        counts.push_back(need.blocks);
    }
    bytes = divided(within.bytes, bytes);
    counts = divided(within.blocks, counts);
    for (std::size_t i = 0; i < shown; ++i) show(drawings[i], {bytes[i], counts[i]}, blocks);
    add_hidden(hidden, "part", blocks);
}

CHATOPS_INLINE message compose(const reply& what, const anchor* of) {
    message made;
    const std::string_view emoji = emoji_of(what.how);
    made.text =
        std::string(emoji) + shortened(what.title, limits::slack_section_bytes - emoji.size());
    // Slack refuses an empty header; an answer without a title is still an answer.
    if (made.text.find_first_not_of(" \n\t") == std::string::npos) made.text = "…";
    block_writer blocks;
    add_title(made.text, blocks);
    if (of != nullptr && !of->asked.empty())
        blocks.context(shortened(of->asked, limits::slack_asked_bytes));
    const room below = buttons_room(of == nullptr ? 0 : what.buttons.size());
    const std::size_t above =
        made.text.size() + limits::slack_asked_bytes + 2 * limits::slack_container_bytes;
    add_parts(what.parts,
              {limits::slack_message_bytes - above - below.bytes,
               limits::slack_blocks - blocks.count() - below.blocks},
              blocks);
    if (of != nullptr) add_buttons(what.buttons, of->run, blocks);
    made.whole =
        blocks.whole() && escaped(what.title).size() + emoji.size() <= limits::slack_section_bytes;
    made.blocks = blocks.finish();
    return made;
}

} // namespace detail

CHATOPS_INLINE message block_kit(const reply& what) {
    const auto is_file = [](const part& each) { return std::holds_alternative<file_part>(each); };
    if (std::none_of(what.parts.begin(), what.parts.end(), is_file))
        return detail::compose(what, nullptr);
    // It has no thread that a file could be in.
    reply shown = what;
    for (part& each : shown.parts)
        if (auto* const file = std::get_if<file_part>(&each))
            each = code_part{std::move(file->text)};
    return detail::compose(shown, nullptr);
}

CHATOPS_INLINE message block_kit(const anchor& what) { return detail::compose(what.shown, &what); }

CHATOPS_INLINE reply plainer(const reply& of, const std::string& error) {
    reply content = of;
    content.title = "…";
    content.buttons.clear();
    terminal_style narrow;
    narrow.columns = limits::slack_table_columns;
    std::string text = terminal_text(content, narrow);
    text.erase(0, text.find('\n') + 1);
    reply made = of;
    made.title = std::string(utf8_beginning(of.title, limits::slack_header_bytes));
    made.parts.clear();
    if (!text.empty()) made.add(code_part{std::string(utf8_beginning(text, detail::plain_bytes))});
    made.add(text_part{"Slack does not take this in its usual form (" + error + ")."});
    return made;
}

CHATOPS_INLINE std::string response_text(const reply& what) {
    const message shown = block_kit(what);
    std::string body;
    body.reserve(shown.text.size() + shown.blocks.size() + limits::slack_container_bytes);
    body += R"({"response_type":"ephemeral","text":)";
    append_quoted(body, shown.text);
    body += R"(,"blocks":)";
    body += shown.blocks;
    body += '}';
    return body;
}

} // namespace chatops::slack
