// A GraphQL document as it was written. Source: spec.graphql.org, October 2021, section 2.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace chatops::mocks::newrelic::graphql {

/// Where something stands, counted from 1.
struct place {
    int line = 1;
    int column = 1;
};

/// A value as it stands in a document, where a variable may stand for it.
struct literal {
    enum class kind { null, boolean, whole, fraction, text, name, list, object, variable };

    kind is = kind::null;
    /// The digits, the letters, `true`, a name without its `$`.
    std::string text = {};
    std::vector<literal> items = {};
    std::vector<std::pair<std::string, literal>> members = {};
    place at = {};
};

/// `[Int!]!`
struct type_name {
    /// Of what is no list.
    std::string name = {};
    bool is_required = false;
    /// What a list is of: one, or none.
    std::vector<type_name> of = {};

    [[nodiscard]] bool is_list() const { return !of.empty(); }
    [[nodiscard]] std::string text() const {
        return (is_list() ? "[" + of.front().text() + "]" : name) + (is_required ? "!" : "");
    }
    /// The name inside all lists.
    [[nodiscard]] const std::string& named() const { return is_list() ? of.front().named() : name; }
};

struct argument {
    std::string name;
    literal given;
    place at;
};

struct directive {
    std::string name;
    std::vector<argument> arguments;
    place at;
};

struct selection {
    enum class kind { field, spread, inline_fragment };

    kind is = kind::field;
    /// Of the field, or of the fragment that is spread.
    std::string name = {};
    /// Under which it is answered; the name where there is no alias.
    std::string key = {};
    /// Of an inline fragment; may be empty.
    std::string on = {};
    std::vector<argument> arguments = {};
    std::vector<directive> directives = {};
    std::vector<selection> selections = {};
    place at = {};
};

struct variable_definition {
    std::string name;
    type_name type;
    std::optional<literal> otherwise;
    place at;
};

struct operation {
    /// `query`, `mutation` or `subscription`.
    std::string kind = "query";
    std::string name = {};
    std::vector<variable_definition> variables = {};
    std::vector<directive> directives = {};
    std::vector<selection> selections = {};
    place at = {};
};

struct fragment {
    std::string name;
    std::string on;
    std::vector<directive> directives;
    std::vector<selection> selections;
    place at;
};

struct document {
    std::vector<operation> operations;
    std::vector<fragment> fragments;

    [[nodiscard]] const fragment* find(const std::string& name) const {
        for (const fragment& each : fragments)
            if (each.name == name) return &each;
        return nullptr;
    }
};

/// What is wrong with a document, and where.
struct problem {
    std::string message;
    std::vector<place> at;
};

/// The document cannot be read at all.
class unreadable : public std::runtime_error {
  public:
    unreadable(const std::string& message, place at) : std::runtime_error(message), at_(at) {}
    [[nodiscard]] place at() const { return at_; }

  private:
    place at_;
};

} // namespace chatops::mocks::newrelic::graphql
