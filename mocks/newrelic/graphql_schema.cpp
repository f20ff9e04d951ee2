#include "mocks/newrelic/graphql_schema.hpp"

#include "chatops/core/config.hpp"
#include "mocks/newrelic/graphql_reading.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::newrelic::graphql {
namespace {

template <class T>
const T* named(const std::vector<T>& all, std::string_view name) {
    for (const T& each : all)
        if (each.name == name) return &each;
    return nullptr;
}

input_definition read_input(reader& from) {
    input_definition made;
    made.name = from.name();
    from.expect(":");
    made.type = from.type();
    if (from.passes("=")) made.otherwise = from.value(true);
    return made;
}

field_definition read_field(reader& from) {
    field_definition made;
    made.name = from.name();
    if (from.passes("("))
        while (!from.passes(")")) made.arguments.push_back(read_input(from));
    from.expect(":");
    made.type = from.type();
    return made;
}

type_definition::kind read_kind(reader& from) {
    if (from.passes_word("type")) return type_definition::kind::object;
    if (from.passes_word("interface")) return type_definition::kind::interface;
    if (from.passes_word("enum")) return type_definition::kind::enumeration;
    if (from.passes_word("input")) return type_definition::kind::input;
    if (!from.passes_word("scalar")) from.fail();
    return type_definition::kind::scalar;
}

type_definition read_type(reader& from) {
    type_definition made;
    made.is = read_kind(from);
    made.name = from.name();
    if (made.is == type_definition::kind::scalar) return made;
    if (from.passes_word("implements")) {
        do made.interfaces.push_back(from.name());
        while (from.passes("&"));
    }
    from.expect("{");
    while (!from.passes("}")) {
        if (made.is == type_definition::kind::enumeration)
            made.values.push_back(from.name());
        else if (made.is == type_definition::kind::input)
            made.inputs.push_back(read_input(from));
        else
            made.fields.push_back(read_field(from));
    }
    return made;
}

} // namespace

const input_definition* field_definition::argument(std::string_view wanted) const {
    return named(arguments, wanted);
}

const field_definition* type_definition::field(std::string_view wanted) const {
    return named(fields, wanted);
}

schema::schema(const std::vector<std::string_view>& texts) {
    for (const std::string_view text : texts) {
        reader from(text);
        while (!from.at_end()) {
            type_definition made = read_type(from);
            const std::string name = made.name;
            const bool is_new = types_.emplace(name, std::move(made)).second;
            CHATOPS_ASSERT(is_new);
        }
    }
    // What an interface has, each that implements it has as well.
    for (auto& [name, type] : types_)
        for (const std::string& interface : type.interfaces)
            for (const field_definition& each : types_.at(interface).fields)
                if (type.field(each.name) == nullptr) type.fields.push_back(each);
    for (const auto& [name, type] : types_)
        for (const field_definition& each : type.fields)
            CHATOPS_ASSERT(find(each.type.named()) != nullptr);
}

const type_definition* schema::find(std::string_view name) const {
    const auto found = types_.find(name);
    return found == types_.end() ? nullptr : &found->second;
}

bool schema::is_a(std::string_view name, std::string_view of) const {
    const type_definition* const type = find(name);
    return name == of ||
           (type != nullptr && std::find(type->interfaces.begin(), type->interfaces.end(), of) !=
                                   type->interfaces.end());
}

bool schema::overlap(std::string_view one, std::string_view other) const {
    return std::any_of(types_.begin(), types_.end(), [&](const auto& each) {
        return each.second.is == type_definition::kind::object && is_a(each.first, one) &&
               is_a(each.first, other);
    });
}

} // namespace chatops::mocks::newrelic::graphql
