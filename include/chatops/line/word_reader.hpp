// Reads the words of a line one by one; see split.hpp for the grammar.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/line/characters.hpp"
#include "chatops/line/words.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace chatops::line {

/// One pass over one line. After a mistake, `wrong` says what it is.
class word_reader {
  public:
    word_reader(words& found, std::string_view line, bool unfinished)
        : found_(found), line_(line), unfinished_(unfinished) {
        found_.line_size_ = line.size();
        found_.line_ = line.data();
    }

    /// False at a mistake.
    bool read_line();
    /// The same for words that are split already.
    bool read_arguments(std::span<const char* const> arguments);

    [[nodiscard]] mistake wrong() && { return std::move(wrong_); }

  private:
    struct character {
        character_class is = character_class::plain;
        quote_family family = quote_family::none;
        std::size_t size = 1;
    };

    /// The character at `at_`; its class is `refused` where the bytes are not UTF-8, too.
    [[nodiscard]] character peek() const;
    bool skip_space();
    bool read_word();
    bool read_dashes(word& next);
    void skip_plain();
    void skip_quoted();
    bool read_plain(quote_family& quoted);
    bool read_quoted(quote_family family, std::string_view joined_to, std::string_view& inner);
    /// At white space or the line's end, what takes no room before it passed over.
    [[nodiscard]] bool ends_word() const;
    bool add(const word& next);
    std::string_view kept(std::string_view before, std::string_view text, quote_family family);
    bool refuse(const char* code, std::string message, std::size_t begin, std::size_t end);
    bool refuse_character();

    words& found_;
    std::string_view line_;
    bool unfinished_;
    bool options_ended_ = false;
    std::size_t at_ = 0;
    /// Bytes used of the memory for texts without their escapes.
    std::size_t kept_bytes_ = 0;
    mistake wrong_;
};

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/word_reader.ipp")
