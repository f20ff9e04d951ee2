// How a search is read: a term at a time, with one's place in the text.
#pragma once

#include "chatops/core/result.hpp"
#include "mocks/papertrail/query.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::papertrail {

class query_reader {
  public:
    query_reader(std::string_view text, query& into) : text_(text), into_(into) {}

    /// The node of the whole.
    result<std::size_t> read();

  private:
    using field = query::field;

    /// What stands between `OR`s, and between those, until a `)` or the end.
    result<std::size_t> read_choice(field where, int depth);
    result<std::size_t> read_row(field where, int depth);
    result<std::size_t> read_term(field where, int depth);
    result<std::size_t> read_group(field where, int depth);
    result<std::size_t> read_attribute(field where, int depth);
    result<std::size_t> read_phrase(field where);
    result<std::size_t> read_word(field where);

    void skip_spaces();
    [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
    [[nodiscard]] char next() const { return is_at_end() ? '\0' : text_[at_]; }
    /// The word that begins here, without moving.
    [[nodiscard]] std::string_view word() const;
    /// Moves behind that word, if it is the next one.
    bool take(std::string_view operation);
    /// What is named by what stands before a colon here.
    [[nodiscard]] std::optional<field> attribute() const;
    result<std::size_t> add_text(field where, std::string_view text);
    std::size_t add(query::kind what, std::vector<std::size_t> parts);
    [[nodiscard]] mistake wrong(std::size_t begin, std::string message) const;

    std::string_view text_;
    query& into_;
    std::size_t at_ = 0;
};

} // namespace chatops::mocks::papertrail
