// The words of a GraphQL document. Source: spec.graphql.org, October 2021, section 2.1.
#pragma once

#include "mocks/newrelic/graphql_document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops::mocks::newrelic::graphql {

struct token {
    enum class kind { end, sign, name, whole, fraction, text };

    kind is = kind::end;
    /// What it means: of a text, without quotes and escapes.
    std::string text = {};
    place at = {};
};

/// Reads one word after the other; throws `unreadable`.
class tokens {
  public:
    explicit tokens(std::string_view source) : left_(source) {}

    token next();

  private:
    void skip_blanks();
    token name();
    token number();
    token quoted();
    token block();
    void escape(std::string& to);
    void character(std::string& to, std::size_t digits);
    char take();
    [[nodiscard]] char ahead(std::size_t by = 0) const {
        return by < left_.size() ? left_[by] : '\0';
    }
    [[noreturn]] void fail() const;

    std::string_view left_;
    place at_;
};

/// A block string without its common indentation and its blank first and last lines.
std::string block_text(std::string_view raw);

} // namespace chatops::mocks::newrelic::graphql
