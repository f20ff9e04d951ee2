#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/look_alike.hpp"
#include "chatops/line/word_reader.hpp"

#include <algorithm>
#include <cstring>

namespace chatops::line {

namespace detail {

/// Whether a single quote before this character is an apostrophe: 'don't do it'.
constexpr bool continues_word(char next) {
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
           static_cast<unsigned char>(next) >= 0xc3; // Letters beyond ASCII; 0xc2 leads no letter.
}

inline std::string too_long(std::size_t bytes) {
    return "The line is too long: it has " + std::to_string(bytes) + " bytes, and at most " +
           std::to_string(limits::line_bytes) + " are read.";
}

constexpr bool is_single(quote_family family) {
    return family == quote_family::straight_single || family == quote_family::curly_single;
}

} // namespace detail

CHATOPS_INLINE bool word_reader::refuse(const char* code, std::string message, std::size_t begin,
                                        std::size_t end) {
    wrong_ = mistake(code, std::move(message), begin, end);
    return false;
}

CHATOPS_INLINE bool word_reader::refuse_character() {
    const utf8_character bad = character_at(line_, at_);
    if (!bad.valid)
        return refuse("invalid_utf8", "The line is not text: these bytes are not UTF-8.", at_,
                      at_ + 1);
    if (turns_direction(bad.code))
        return refuse(
            "direction_character",
            "A character here turns the direction of writing, so that the line would look "
            "other than it is. Type it again instead of pasting it.",
            at_, at_ + bad.size);
    return refuse("control_character",
                  "There is a character here that cannot be seen, " + code_point(bad.code) +
                      ". Type the line again instead of pasting it.",
                  at_, at_ + bad.size);
}

CHATOPS_INLINE word_reader::character word_reader::peek() const {
    const char byte = line_[at_];
    character next;
    next.is = class_of_byte(byte);
    if (next.is == character_class::quote) {
        next.family = family_of(static_cast<unsigned char>(byte));
    } else if (next.is == character_class::high) {
        const utf8_character whole = character_at(line_, at_);
        next.size = whole.size;
        next.is = whole.valid ? class_of(whole.code) : character_class::refused;
        next.family = family_of(whole.code);
    }
    return next;
}

/// To the next word. False at the end of the line.
CHATOPS_INLINE bool word_reader::skip_space() {
    while (at_ < line_.size()) {
        if (line_[at_] == ' ') {
            ++at_;
            continue;
        }
        const character next = peek();
        if (next.is != character_class::space && next.is != character_class::zero_width)
            return true;
        at_ += next.size;
    }
    return false;
}

CHATOPS_INLINE bool word_reader::ends_word() const {
    for (std::size_t at = at_; at < line_.size();) {
        const utf8_character next = character_at(line_, at);
        const character_class is = next.valid ? class_of(next.code) : character_class::refused;
        if (is != character_class::zero_width) return is == character_class::space;
        at += next.size;
    }
    return true;
}

/// Past the characters that need no second look, in a variable that stays in a register:
/// nearly all of a line is read here.
CHATOPS_INLINE void word_reader::skip_plain() {
    const char* const end = line_.data() + line_.size();
    const char* next = line_.data() + at_;
    while (next != end && class_of_byte(*next) == character_class::plain) ++next;
    at_ = static_cast<std::size_t>(next - line_.data());
}

CHATOPS_INLINE bool word_reader::add(const word& next) {
    if (found_.count_ < words::few) {
        found_.few_[found_.count_++] = next;
        return true;
    }
    if (found_.count_ == limits::line_words)
        return refuse("too_many_words",
                      "The line has too many words: at most " + std::to_string(limits::line_words) +
                          " are read.",
                      next.begin, std::max<std::size_t>(line_.size(), next.end));
    if (found_.many_.empty()) found_.many_.assign(found_.few_.begin(), found_.few_.end());
    found_.many_.push_back(next);
    ++found_.count_;
    return true;
}

CHATOPS_INLINE bool word_reader::read_line() {
    if (line_.size() > limits::line_bytes)
        return refuse("line_too_long", detail::too_long(line_.size()), limits::line_bytes,
                      line_.size());
    while (skip_space())
        if (!read_word()) return false;
    return true;
}

/// Takes the dashes of an option. False for `--` alone, which ends the options and is no word.
CHATOPS_INLINE bool word_reader::read_dashes(word& next) {
    if (options_ended_) return true;
    const std::size_t begin = at_;
    std::uint8_t dashes = 0;
    // One or two, of any kind: phones and other programs put theirs in place of either.
    for (int i = 0; i < 2 && at_ < line_.size(); ++i) {
        const character dash = peek();
        const bool is_long = dash.is == character_class::long_dash;
        if (line_[at_] != '-' && dash.is != character_class::other_hyphen && !is_long) break;
        dashes = is_long || dashes > 0 ? 2 : 1;
        at_ += dash.size;
    }
    if (dashes == 0) return true;
    const bool alone = ends_word();
    const bool still_typed = unfinished_ && at_ == line_.size();
    if (alone && dashes == 2 && !still_typed) {
        options_ended_ = true;
        return false;
    }
    const bool minus =
        !alone && dashes == 1 && ((line_[at_] >= '0' && line_[at_] <= '9') || line_[at_] == '.');
    if (minus || (alone && !still_typed))
        at_ = begin;
    else
        next.dashes = dashes;
    return true;
}

/// Up to the end of the word, or to the quote at its start or after `=`.
CHATOPS_INLINE bool word_reader::read_plain(quote_family& quoted) {
    const std::size_t begin = at_;
    for (;;) {
        skip_plain();
        if (at_ == line_.size() || line_[at_] == ' ') return true;
        const character next = peek();
        const bool takes_no_room = next.is == character_class::zero_width;
        if (next.is == character_class::space || (takes_no_room && ends_word())) return true;
        if (next.is == character_class::refused || takes_no_room) return refuse_character();
        if (next.is == character_class::quote && (at_ == begin || line_[at_ - 1] == '=')) {
            quoted = next.family;
            return true;
        }
        at_ += next.size;
    }
}

/// The text of a quoted word without its escapes, with what stood before it; in memory that stays.
CHATOPS_INLINE std::string_view word_reader::kept(std::string_view before, std::string_view text,
                                                  quote_family family) {
    // What is kept is never longer than what was typed, and no byte is kept twice.
    if (!found_.unescaped_) found_.unescaped_ = std::make_unique<char[]>(line_.size());
    char* const begin = found_.unescaped_.get() + kept_bytes_;
    char* end = begin;
    if (!before.empty()) std::memcpy(begin, before.data(), before.size());
    end += before.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && !detail::is_single(family)) {
            const utf8_character next = character_at(text, i + 1);
            if (next.code == U'\\' || family_of(next.code) == family) ++i;
        }
        *end++ = text[i];
    }
    kept_bytes_ += static_cast<std::size_t>(end - begin);
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// The same within quotes, where a space is one of them and a backslash is not.
CHATOPS_INLINE void word_reader::skip_quoted() {
    const char* const end = line_.data() + line_.size();
    const char* next = line_.data() + at_;
    while (next != end && *next != '\\' &&
           (class_of_byte(*next) == character_class::plain || *next == ' '))
        ++next;
    at_ = static_cast<std::size_t>(next - line_.data());
}

/// From the opening quote past the closing one.
CHATOPS_INLINE bool word_reader::read_quoted(quote_family family, std::string_view joined_to,
                                             std::string_view& inner) {
    const std::size_t open = at_;
    at_ += peek().size;
    const std::size_t begin = at_;
    const bool single = detail::is_single(family);
    bool escaped = false;
    for (;;) {
        skip_quoted();
        if (at_ == line_.size()) {
            if (unfinished_) break;
            return refuse("unbalanced_quote",
                          "A quote is opened here and not closed. Close it, or leave it away.",
                          open, line_.size());
        }
        const character next = peek();
        if (next.is == character_class::refused) return refuse_character();
        if (next.family == family) {
            const std::size_t after = at_ + next.size;
            if (!single || after == line_.size() || !detail::continues_word(line_[after])) break;
        }
        if (line_[at_] == '\\' && !single && at_ + 1 < line_.size()) {
            ++at_;
            const character second = peek();
            if (second.family == family || line_[at_] == '\\') {
                escaped = true;
                at_ += second.size;
            }
            continue;
        }
        at_ += next.size;
    }
    inner = line_.substr(begin, at_ - begin);
    if (escaped || !joined_to.empty()) inner = kept(joined_to, inner, family);
    if (at_ == line_.size()) return true; // Unfinished.
    at_ += peek().size;
    if (ends_word()) return true;
    return refuse("text_after_quote",
                  "A word goes on after its closing quote. Put a space there, or the quote at its "
                  "end.",
                  at_, at_ + character_at(line_, at_).size);
}

CHATOPS_INLINE bool word_reader::read_word() {
    const std::size_t start = at_;
    if (line_[start] != '-') {
        skip_plain();
        if (at_ == line_.size() || line_[at_] == ' ') {
            // Nearly every word: as it is typed, so it is meant.
            const auto from = static_cast<std::uint32_t>(start);
            const auto to = static_cast<std::uint32_t>(at_);
            return add({line_.substr(start, at_ - start), {}, from, to, from, 0, false});
        }
        at_ = start;
    }
    word next{};
    next.begin = static_cast<std::uint32_t>(at_);
    if (!read_dashes(next)) return true;
    const std::size_t begin = at_;
    quote_family quoted = quote_family::none;
    if (!read_plain(quoted)) return false;
    std::size_t equals = std::string_view::npos;
    if (next.is_option()) equals = line_.substr(0, at_).find('=', begin);
    next.has_value = equals != std::string_view::npos;
    // A name ends at its `=`; what follows is a word of its own.
    const std::size_t last_begin = next.has_value ? equals + 1 : begin;
    std::string_view last = line_.substr(last_begin, at_ - last_begin);
    if (quoted != quote_family::none && !read_quoted(quoted, last, last)) return false;
    next.value_begin = static_cast<std::uint32_t>(last_begin);
    next.end = static_cast<std::uint32_t>(at_);
    if (next.has_value) {
        next.text = line_.substr(begin, equals - begin);
        next.value = last;
    } else {
        next.text = last;
    }
    return add(next);
}

CHATOPS_INLINE bool word_reader::read_arguments(std::span<const char* const> arguments) {
    for (const char* const argument : arguments) {
        const std::string_view text(argument);
        word next{};
        next.begin = static_cast<std::uint32_t>(at_);
        next.end = static_cast<std::uint32_t>(at_ + text.size());
        if (next.end > limits::line_bytes)
            return refuse("line_too_long", detail::too_long(next.end), next.begin, next.end);
        if (!is_utf8(text))
            return refuse("invalid_utf8", "This argument is not text: its bytes are not UTF-8.",
                          next.begin, next.end);
        at_ = next.end + 1;
        if (text == "--" && !options_ended_) {
            options_ended_ = true;
            continue;
        }
        const bool minus =
            text.size() > 1 && (text[1] == '.' || (text[1] >= '0' && text[1] <= '9'));
        if (!options_ended_ && text.size() > 1 && text[0] == '-' && !minus)
            next.dashes = text[1] == '-' ? 2 : 1;
        next.text = text.substr(next.dashes);
        const std::size_t equals = next.text.find('=');
        next.has_value = next.is_option() && equals != std::string_view::npos;
        if (next.has_value) {
            next.value = next.text.substr(equals + 1);
            next.text = next.text.substr(0, equals);
        }
        next.value_begin = static_cast<std::uint32_t>(next.end - next.value.size());
        if (!next.has_value) next.value_begin = next.begin + next.dashes;
        if (!add(next)) return false;
        found_.line_size_ = next.end;
    }
    return true;
}

} // namespace chatops::line
