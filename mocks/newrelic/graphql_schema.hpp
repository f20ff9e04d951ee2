// Which types there are, and what each has. Read once from text in the schema's own language.
#pragma once

#include "mocks/newrelic/graphql_document.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::newrelic::graphql {

/// An argument, or a member of an input object.
struct input_definition {
    std::string name;
    type_name type;
    std::optional<literal> otherwise;

    [[nodiscard]] bool is_needed() const { return type.is_required && !otherwise; }
};

struct field_definition {
    std::string name;
    type_name type;
    std::vector<input_definition> arguments;

    [[nodiscard]] const input_definition* argument(std::string_view name) const;
};

struct type_definition {
    enum class kind { scalar, object, interface, enumeration, input };

    kind is = kind::scalar;
    std::string name = {};
    std::vector<std::string> interfaces = {};
    std::vector<field_definition> fields = {};
    std::vector<input_definition> inputs = {};
    std::vector<std::string> values = {};

    [[nodiscard]] bool has_fields() const { return is == kind::object || is == kind::interface; }
    [[nodiscard]] bool is_input() const { return !has_fields(); }
    [[nodiscard]] const field_definition* field(std::string_view name) const;
};

class schema {
  public:
    /// Of texts that are ours: a mistake in one is a mistake of the author's.
    explicit schema(const std::vector<std::string_view>& texts);

    [[nodiscard]] const type_definition* find(std::string_view name) const;
    /// The type itself, or an interface that it implements.
    [[nodiscard]] bool is_a(std::string_view name, std::string_view of) const;
    /// Whether something can be both.
    [[nodiscard]] bool overlap(std::string_view one, std::string_view other) const;

  private:
    std::map<std::string, type_definition, std::less<>> types_;
};

} // namespace chatops::mocks::newrelic::graphql
