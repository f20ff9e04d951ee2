// A typed line as words: quotes taken off, options told from values, each with its place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chatops::line {

/// One word of a line.
struct word {
    /// Without quotes, escapes and, for an option, dashes and value.
    std::string_view text;
    /// What follows `=` in an option, `--name=value`.
    std::string_view value;
    /// Bytes of the line, with quotes and dashes; `value_begin` is where the value's word begins.
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t value_begin;
    /// 0: a value; 1: `-n`; 2: `--name`, or `—name` as phones make of it.
    std::uint8_t dashes;
    bool has_value;

    [[nodiscard]] bool is_option() const { return dashes != 0; }
};

/// The words of one line. They point into the line, which must outlive them, unless an escape had
/// to be taken out; then into memory of their own, which moves along.
class words {
  public:
    words() = default;

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] const word& operator[](std::size_t place) const { return begin()[place]; }
    [[nodiscard]] const word* begin() const { return many_.empty() ? few_.data() : many_.data(); }
    [[nodiscard]] const word* end() const { return begin() + count_; }

    /// Bytes of the whole line.
    [[nodiscard]] std::size_t line_size() const { return line_size_; }
    /// Where in the line a text begins that was taken from it as it is; nothing for one from which
    /// an escape was taken out, and where the words were split by a shell.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view text) const {
        // As numbers: only pointers into one text may be compared.
        const auto begin = reinterpret_cast<std::uintptr_t>(line_);
        const auto at = reinterpret_cast<std::uintptr_t>(text.data());
        if (line_ == nullptr || at < begin || at + text.size() > begin + line_size_)
            return std::nullopt;
        return at - begin;
    }
    /// Whether the last word ends with the line, so that typing goes on with it. False for none.
    [[nodiscard]] bool last_is_open() const {
        return count_ != 0 && begin()[count_ - 1].end == line_size_;
    }

  private:
    friend class word_reader;

    // Nobody types more words than this often: they cost no allocation.
    static constexpr std::size_t few = 8;
    std::array<word, few> few_;
    std::vector<word> many_;
    std::unique_ptr<char[]> unescaped_;
    std::size_t count_ = 0;
    std::size_t line_size_ = 0;
    const char* line_ = nullptr;
};

} // namespace chatops::line
