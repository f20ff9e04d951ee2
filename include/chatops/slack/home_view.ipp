#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/slack/block_kit.ipp"
#include "chatops/slack/block_writer.hpp"
#include "chatops/slack/home_view.hpp"
#include "chatops/slack/markup.hpp"

#include <algorithm>

namespace chatops::slack {

namespace detail {

/// Questions that are shown; each takes up to five blocks.
inline constexpr std::size_t home_questions = 10;
/// What goes on: lines that are shown.
inline constexpr std::size_t home_lines = 20;

CHATOPS_INLINE void add_question(const anchor& what, block_writer& blocks) {
    blocks.section(block_writer::text_type::plain,
                   std::string(emoji_of(what.shown.how)) +
                       shortened(what.shown.title, limits::slack_asked_bytes));
    if (!what.asked.empty()) blocks.context(shortened(what.asked, limits::slack_asked_bytes));
    add_buttons(what.shown.buttons, what.run, blocks);
}

} // namespace detail

CHATOPS_INLINE std::string home_view(const home_page& what) {
    block_writer blocks;
    blocks.header("What waits for you");
    const std::size_t asked = std::min(what.waiting.size(), detail::home_questions);
    for (std::size_t i = 0; i < asked; ++i) detail::add_question(what.waiting[i], blocks);
    if (what.waiting.empty()) blocks.context("Nothing");
    detail::add_hidden(what.waiting.size() - asked, "question", blocks);
    blocks.header("What goes on");
    const std::size_t running = std::min(what.running.size(), detail::home_lines);
    std::string lines;
    for (std::size_t i = 0; i < running; ++i)
        lines += (i > 0 ? "\n" : "") + shortened(what.running[i], limits::slack_asked_bytes / 4);
    if (running > 0)
        blocks.section(block_writer::text_type::plain, lines);
    else
        blocks.context("Nothing");
    detail::add_hidden(what.running.size() - running, "command", blocks);
    blocks.header(shortened(what.may_run.title, limits::slack_header_bytes));
    room left{limits::slack_message_bytes, limits::slack_view_blocks - blocks.count()};
    detail::add_parts(what.may_run.parts, left, blocks);
    return R"({"type":"home","blocks":)" + blocks.finish() + '}';
}

} // namespace chatops::slack
