// Reads GraphQL documents and the parts that the schema's language has in common with them.
#pragma once

#include "mocks/newrelic/graphql_document.hpp"
#include "mocks/newrelic/graphql_tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::newrelic::graphql {

/// The document; throws `unreadable`, of what stands too deep as well.
document read_document(std::string_view source);

/// Reads what documents and schemas are made of.
class reader {
  public:
    explicit reader(std::string_view source) : words_(source) { advance(); }

    document whole();

    [[nodiscard]] bool at_end() const { return now_.is == token::kind::end; }
    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return now_.is == token::kind::sign && now_.text == sign;
    }
    [[nodiscard]] bool is_word(std::string_view word) const {
        return now_.is == token::kind::name && now_.text == word;
    }
    [[nodiscard]] place at() const { return now_.at; }
    /// Goes on behind it if it stands there.
    bool passes(std::string_view sign);
    bool passes_word(std::string_view word);
    void expect(std::string_view sign);
    std::string name();
    type_name type();
    /// A value without variables where it is constant.
    literal value(bool is_constant);
    /// A description is no part of what is described.
    void skip_text();
    [[noreturn]] void fail() const;

  private:
    class nested;

    void advance() { now_ = words_.next(); }
    operation read_operation();
    fragment read_fragment();
    std::vector<variable_definition> variables();
    std::vector<argument> arguments(bool is_constant);
    std::vector<directive> directives(bool is_constant);
    std::vector<selection> selections();
    selection one_selection();
    literal list(bool is_constant);
    literal object(bool is_constant);

    tokens words_;
    token now_;
    int depth_ = 0;
};

} // namespace chatops::mocks::newrelic::graphql
