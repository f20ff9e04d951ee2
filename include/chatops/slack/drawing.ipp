#pragma once

#include "chatops/chat/chart_text.hpp"
#include "chatops/chat/table_text.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/slack/drawing.hpp"
#include "chatops/slack/markup.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <variant>

namespace chatops::slack {

namespace detail {

inline constexpr std::string_view fence = "```";
/// U+200B: keeps characters apart that would mean something together.
inline constexpr std::string_view no_width = "\xe2\x80\x8b";
/// The two fences and the line ends inside them.
inline constexpr std::size_t fence_bytes = 2 * fence.size() + 2;
inline constexpr std::size_t code_room = limits::slack_section_bytes - fence_bytes;

/// Adds an item, in pieces if no block could hold it.
CHATOPS_INLINE void add_item(drawing& to, std::string_view item, std::size_t most) {
    while (item.size() > most) {
        const std::string_view piece = escaped_beginning(item, most);
        to.add(piece);
        to.unit = {};
        item.remove_prefix(piece.size());
    }
    to.add(item);
}

CHATOPS_INLINE void add_lines(drawing& to, std::string_view text, std::size_t most) {
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    while (true) {
        const std::size_t end = text.find('\n');
        add_item(to, text.substr(0, end), most);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// Text in a code block: a fence inside it would end the block, so a space of no width parts it.
CHATOPS_INLINE std::string unfenced(std::string text) {
    for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1))
        text.insert(at + 1, no_width);
    return text;
}

CHATOPS_INLINE bool has_address(std::string_view text) {
    return text.find("https://") != std::string_view::npos ||
           text.find("http://") != std::string_view::npos;
}

/// `<https://…>` round each address of a text, which is escaped.
CHATOPS_INLINE std::string linked(std::string_view text) {
    std::string made;
    while (true) {
        const std::size_t begin = std::min(text.find("https://"), text.find("http://"));
        made += text.substr(0, begin);
        if (begin == std::string_view::npos) return made;
        text.remove_prefix(begin);
        std::string_view address = text.substr(0, text.find_first_of(" \t\n\"'`|"));
        // "(see https://acme.com/x)." and `&lt;https://acme.com&gt;` end before what closes them.
        address = address.substr(0, std::min(address.find("&lt;"), address.find("&gt;")));
        const std::size_t last = address.find_last_not_of(".,;:!?)]}");
        address = address.substr(0, last + 1);
        made.append("<").append(address).append(">");
        text.remove_prefix(address.size());
    }
}

/// A space of no width after each character that Slack could take for formatting.
CHATOPS_INLINE std::string without_formatting(std::string_view text) {
    std::string parted;
    for (const char c : text) {
        parted += c;
        if (c == '*' || c == '_' || c == '~' || c == '`') parted += no_width;
    }
    return parted;
}

/// A field's value as it is to be read: where Slack would take characters for formatting, it is
/// code.
CHATOPS_INLINE std::string exact(std::string_view value) {
    std::string text = escaped(value);
    if (text.find_first_of("*_~`") == std::string::npos) return text;
    if (text.find_first_of("`\n") == std::string::npos) return '`' + text + '`';
    return without_formatting(text);
}

CHATOPS_INLINE std::string field_text(std::string_view name, std::string_view value) {
    std::string title = shortened(name, limits::slack_button_bytes);
    std::replace(title.begin(), title.end(), '\n', ' ');
    std::string text = "*" + without_formatting(title) + "*\n";
    std::string whole = exact(value);
    if (text.size() + whole.size() <= limits::slack_field_bytes) return text + whole;
    // Four bytes may come of one where formatting is kept out.
    return text +
           without_formatting(shortened(value, (limits::slack_field_bytes - text.size()) / 4));
}

/// Whether a field shows all of its name and value.
CHATOPS_INLINE bool field_fits(std::string_view name, std::string_view value) {
    const std::size_t title = escaped(name).size();
    return title <= limits::slack_button_bytes &&
           4 * title + exact(value).size() + 3 <= limits::slack_field_bytes;
}

/// Whether Slack would take a line of it for a quotation.
CHATOPS_INLINE bool has_quotation(std::string_view text) {
    return text.substr(0, 4) == "&gt;" || text.find("\n&gt;") != std::string_view::npos;
}

/// Whether all backticks of a text stand in pairs round something on one line.
CHATOPS_INLINE bool has_code(std::string_view text) {
    std::size_t begin = text.find('`');
    if (begin == std::string_view::npos) return false;
    while (begin != std::string_view::npos) {
        const std::size_t end = text.find_first_of("`\n", begin + 1);
        if (end == std::string_view::npos || text[end] == '\n' || end == begin + 1) return false;
        begin = text.find('`', end + 1);
    }
    return true;
}

/// Such a text with its code, and nothing else formatted.
CHATOPS_INLINE std::string coded(std::string_view text) {
    std::string made;
    while (true) {
        const std::size_t begin = text.find('`');
        made += without_formatting(text.substr(0, begin));
        if (begin == std::string_view::npos) return made;
        const std::size_t size = text.find('`', begin + 1) + 1 - begin;
        made += text.substr(begin, size);
        text.remove_prefix(begin + size);
    }
}

struct drawer {
    drawing operator()(const text_part& part) const {
        drawing made;
        const std::string text = escaped(part.text);
        add_lines(made, text, limits::slack_section_bytes);
        if (has_quotation(text)) return made;
        const bool code = has_code(text);
        // Elsewhere a backtick would be code, too.
        if (!code && (!has_address(text) || text.find('`') != std::string::npos)) return made;
        drawing marked;
        marked.looks = drawing::kind::marked;
        add_lines(marked, code ? coded(text) : linked(text), limits::slack_section_bytes);
        // Where a line had to be cut apart, a link or code might be too.
        return marked.unit.empty() ? made : marked;
    }

    drawing operator()(const fields_part& part) const {
        drawing made;
        made.looks = drawing::kind::fields;
        made.unit = "fields";
        for (const auto& [name, value] : part.fields) {
            made.add(field_text(name, value));
            made.whole = made.whole && field_fits(name, value);
        }
        return made;
    }

    drawing operator()(const table_part& part) const {
        drawing made;
        made.looks = drawing::kind::code;
        made.unit = "rows";
        const table_text table = lay_out(part, limits::slack_table_columns);
        made.headings = unfenced(escaped(table.headings));
        // Headings that leave no room for rows are shown once, as a row.
        const bool repeats = made.headings.size() < code_room / 2;
        if (!repeats) add_lines(made, std::exchange(made.headings, {}), code_room);
        for (const std::string& row : table.rows) {
            std::string text = unfenced(escaped(row));
            if (table.headings.empty()) text += '\n';
            add_item(made, text, code_room - made.headings.size() - 1);
        }
        return made;
    }

    drawing operator()(const change_part& part) const {
        drawing made;
        made.looks = drawing::kind::code;
        for (const std::string& line : lay_out(part))
            add_item(made, unfenced(escaped(line)), code_room);
        return made;
    }

    drawing operator()(const chart_part& part) const {
        drawing made;
        made.looks = drawing::kind::code;
        for (const std::string& line : lay_out(part, limits::slack_table_columns))
            add_item(made, unfenced(escaped(line)), code_room);
        return made;
    }

    drawing operator()(const code_part& part) const {
        drawing made;
        made.looks = drawing::kind::code;
        made.leaves_out = drawing::end::first;
        add_lines(made, unfenced(escaped(part.text)), code_room);
        return made;
    }

    /// Only where it is: what is in it is in the thread.
    drawing operator()(const file_part& part) const {
        const auto lines =
            static_cast<std::size_t>(std::count(part.text.begin(), part.text.end(), '\n') +
                                     (part.text.empty() || part.text.back() == '\n' ? 0 : 1));
        return (*this)(text_part{"📎 " + part.name + ", in the thread: " + figure(lines) +
                                 (lines == 1 ? " line" : " lines")});
    }
};

/// What one more block of this kind takes besides its items.
CHATOPS_INLINE std::size_t container_bytes(const drawing& what) {
    return limits::slack_container_bytes +
           (what.looks == drawing::kind::code ? fence_bytes + what.headings.size() + 1 : 0);
}

/// Follows how items fill blocks, one by one, from either end: greedy filling takes as few either
/// way.
struct filling {
    const drawing& what;
    room taken{};
    std::size_t in_block = 0;
    std::size_t block_bytes = 0;

    void add(std::size_t item_bytes) {
        const bool fields = what.looks == drawing::kind::fields;
        const std::size_t most = what.looks == drawing::kind::code
                                     ? code_room - what.headings.size()
                                     : limits::slack_section_bytes;
        const bool full =
            fields ? in_block == limits::slack_section_fields : block_bytes + 1 + item_bytes > most;
        if (taken.blocks == 0 || full) {
            ++taken.blocks;
            taken.bytes += container_bytes(what);
            in_block = 0;
            block_bytes = 0;
        }
        block_bytes += item_bytes + (in_block > 0 ? 1 : 0);
        taken.bytes += item_bytes + (fields ? limits::slack_container_bytes : 1);
        ++in_block;
    }
};

CHATOPS_INLINE void add_block(const drawing& what, std::size_t first, std::size_t last,
                              block_writer& blocks) {
    if (what.looks == drawing::kind::fields) {
        blocks.begin_fields();
        for (std::size_t i = first; i < last; ++i) blocks.field(what.item(i));
        blocks.end_fields();
        return;
    }
    std::string text;
    text.reserve(what.headings.size() +
                 (what.ends[last - 1] - (first > 0 ? what.ends[first - 1] : 0)) + (last - first) +
                 fence_bytes);
    const bool code = what.looks == drawing::kind::code;
    if (code) text.append(fence).append("\n");
    if (!what.headings.empty()) text.append(what.headings).append("\n");
    for (std::size_t i = first; i < last; ++i) {
        if (i > first) text += '\n';
        text += what.item(i);
    }
    if (code) {
        text.erase(text.find_last_not_of('\n') + 1);
        text.append("\n").append(fence);
    }
    // Slack refuses a section without text, and an empty paragraph shows nothing.
    if (text.find_first_not_of(" \n\t") == std::string::npos) return;
    blocks.section(what.looks == drawing::kind::plain ? block_writer::text_type::plain
                                                      : block_writer::text_type::marked,
                   text);
}

CHATOPS_INLINE std::string left_out(const drawing& what, std::size_t first, std::size_t last) {
    std::size_t count = last - first;
    std::string_view unit = what.unit;
    if (unit.empty()) {
        unit = "characters";
        count = 0;
        for (std::size_t i = first; i < last; ++i) count += characters_in(what.item(i));
    }
    std::string word(unit);
    if (count == 1) word.pop_back();
    const std::string_view which = what.leaves_out == drawing::end::first ? " earlier " : " more ";
    return "… " + figure(count) + std::string(which) + word +
           (count == 1 ? " is not shown" : " are not shown");
}

} // namespace detail

CHATOPS_INLINE std::string figure(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

CHATOPS_INLINE std::string shortened(std::string_view text, std::size_t bytes) {
    std::string whole = escaped(text);
    if (whole.size() <= bytes) return whole;
    constexpr std::size_t note_bytes = 40;
    CHATOPS_ASSERT(bytes > note_bytes);
    const std::string_view beginning = escaped_beginning(whole, bytes - note_bytes);
    const std::size_t rest = characters_in(std::string_view(whole).substr(beginning.size()));
    return std::string(beginning) + "… (" + figure(rest) + " more characters)";
}

CHATOPS_INLINE std::vector<std::size_t> divided(std::size_t whole,
                                                const std::vector<std::size_t>& needs) {
    std::vector<std::size_t> order(needs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return needs[left] < needs[right];
    });
    std::vector<std::size_t> shares(needs.size());
    std::size_t left = needs.size();
    for (const std::size_t which : order) {
        shares[which] = std::min(needs[which], whole / left);
        whole -= shares[which];
        --left;
    }
    return shares;
}

CHATOPS_INLINE drawing draw(const part& what) { return std::visit(detail::drawer{}, what); }

CHATOPS_INLINE room needed(const drawing& what) {
    detail::filling all{what};
    for (std::size_t i = 0; i < what.size(); ++i) all.add(what.item(i).size());
    return all.taken;
}

CHATOPS_INLINE void show(const drawing& what, const room& within, block_writer& blocks) {
    const std::size_t count = what.size();
    const room all = needed(what);
    std::size_t fitting = count;
    if (all.bytes > within.bytes || all.blocks > within.blocks) {
        // One block is kept for the line that says so.
        detail::filling some{what};
        for (fitting = 0; fitting < count; ++fitting) {
            const std::size_t next =
                what.leaves_out == drawing::end::last ? fitting : count - 1 - fitting;
            some.add(what.item(next).size());
            if (some.taken.bytes + 2 * limits::slack_container_bytes > within.bytes ||
                some.taken.blocks + 1 > within.blocks)
                break;
        }
    }
    const bool from_end = what.leaves_out == drawing::end::first;
    const std::size_t first = from_end ? count - fitting : 0;
    const std::size_t last = from_end ? count : fitting;
    if (fitting < count || !what.whole) blocks.leave_out();
    if (first > 0) blocks.context(detail::left_out(what, 0, first));
    for (std::size_t begin = first; begin < last;) {
        detail::filling block{what};
        std::size_t end = begin;
        while (end < last) {
            block.add(what.item(end).size());
            if (block.taken.blocks > 1) break;
            ++end;
        }
        detail::add_block(what, begin, end, blocks);
        begin = end;
    }
    if (last < count) blocks.context(detail::left_out(what, last, count));
}

} // namespace chatops::slack
