// A reply's part as Block Kit shows it, fitted into the room that a message has.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/slack/block_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::slack {

/// One part, escaped, in items that are shown whole or not at all: lines, rows, fields.
struct drawing {
    enum class kind {
        /// `plain_text`: nothing in it is markup.
        plain,
        /// `mrkdwn`: a paragraph with addresses, which can be tapped, or with `code`.
        marked,
        /// A section's fields.
        fields,
        /// A code block, in a fixed width.
        code,
    };
    /// Which end is left out when there is too little room: of a log, the beginning.
    enum class end { last, first };

    kind looks = kind::plain;
    end leaves_out = end::last;
    /// Begins each code block again: a table's headings.
    std::string headings;
    /// All items, one after the other, and where each ends.
    std::string text;
    std::vector<std::size_t> ends;
    /// What an item is called, in the plural; empty when items are pieces of lines, and characters
    /// are counted.
    std::string_view unit = "lines";
    /// Whether every item is all there is of it.
    bool whole = true;

    void add(std::string_view item) {
        text += item;
        ends.push_back(text.size());
    }
    [[nodiscard]] std::size_t size() const { return ends.size(); }
    [[nodiscard]] std::string_view item(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view(text).substr(begin, ends[index] - begin);
    }
};

/// Room in a message.
struct room {
    std::size_t bytes = 0;
    std::size_t blocks = 0;
};

drawing draw(const part& what);

/// What showing all of it takes.
room needed(const drawing& what);

/// Adds as much of it as there is room for, and if that is not all, a line that says how much is
/// not shown.
void show(const drawing& what, const room& within, block_writer& blocks);

/// Divides what there is: who needs little gets it all, the others get the same.
std::vector<std::size_t> divided(std::size_t whole, const std::vector<std::size_t>& needs);

/// Escaped text of at most `bytes`; what is left out is counted: `… (120 more characters)`.
std::string shortened(std::string_view text, std::size_t bytes);

/// `1,024`.
std::string figure(std::size_t number);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/drawing.ipp")
