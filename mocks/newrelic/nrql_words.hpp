// The words of an NRQL query, one after the other.
#pragma once

#include "mocks/newrelic/nrql_query.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::newrelic::nrql {

struct word {
    enum class kind { end, name, quoted_name, text, number, sign };

    kind is = kind::end;
    /// What it means: without quotes.
    std::string text = {};
    /// In lower case, of names.
    std::string lowered = {};
    int line = 1;
    int column = 1;
};

/// Reads words; throws `wrong_query` with the place, as New Relic says it.
class words {
  public:
    explicit words(std::string_view source) : left_(source) { advance(); }

    [[nodiscard]] const word& now() const { return now_; }
    [[nodiscard]] bool at_end() const { return now_.is == word::kind::end; }
    [[nodiscard]] bool is(std::string_view keyword) const {
        return now_.is == word::kind::name && now_.lowered == keyword;
    }
    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return now_.is == word::kind::sign && now_.text == sign;
    }
    void advance();
    bool passes(std::string_view keyword);
    bool passes_sign(std::string_view sign);
    void expect(std::string_view keyword);
    void expect_sign(std::string_view sign);
    /// A name, with or without backticks.
    std::string name();
    /// A whole number without a sign.
    std::int64_t number();
    [[noreturn]] void unexpected() const;

  private:
    char take();
    [[nodiscard]] char ahead(std::size_t by = 0) const {
        return by < left_.size() ? left_[by] : '\0';
    }
    void skip_blanks();
    void read_quoted(char quote);
    void read_number();
    void read_sign();

    std::string_view left_;
    int line_ = 1;
    int column_ = 1;
    word now_;
};

} // namespace chatops::mocks::newrelic::nrql
