#include "mocks/newrelic/graphql_values.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>

namespace chatops::mocks::newrelic::graphql {
namespace {

using kind = literal::kind;

std::optional<std::int64_t> whole_of(const literal& given) {
    std::int64_t number = 0;
    const char* const end = given.text.data() + given.text.size();
    const auto read = std::from_chars(given.text.data(), end, number);
    if (given.is != kind::whole || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

bool is_int(const literal& given) {
    const auto number = whole_of(given);
    return number && *number >= std::numeric_limits<std::int32_t>::min() &&
           *number <= std::numeric_limits<std::int32_t>::max();
}

/// Of the scalars; those that are not named here are written as text.
bool is_scalar(const std::string& name, const literal& given) {
    if (name == "Int") return is_int(given);
    if (name == "EpochMilliseconds" || name == "Seconds") return whole_of(given).has_value();
    if (name == "Float") return given.is == kind::whole || given.is == kind::fraction;
    if (name == "Boolean") return given.is == kind::boolean;
    if (name == "ID") return given.is == kind::text || given.is == kind::whole;
    if (name == "ChangeTrackingRawCustomAttributesMap") return given.is == kind::object;
    return given.is == kind::text;
}

const literal* member_of(const literal& in, const std::string& name) {
    for (const auto& [key, each] : in.members)
        if (key == name) return &each;
    return nullptr;
}

const input_definition* input_of(const type_definition* type, const std::string& name) {
    if (type == nullptr) return nullptr;
    for (const input_definition& each : type->inputs)
        if (each.name == name) return &each;
    return nullptr;
}

/// Where nothing is known of a value.
const type_name& any() {
    static const type_name none{"String"};
    return none;
}

std::string found_instead(const type_name& type, const literal& given) {
    return "Expected type \"" + type.text() + "\", found " + text_of(given) + ".";
}

std::vector<std::string> wrong_with_members(const schema& in, const literal& given,
                                            const type_definition& type) {
    std::vector<std::string> lines;
    const auto inside = [&](const std::string& name, const std::vector<std::string>& found) {
        for (const std::string& each : found) lines.push_back("In field \"" + name + "\": " + each);
    };
    for (const auto& [name, each] : given.members) {
        const input_definition* const known = input_of(&type, name);
        if (known == nullptr)
            inside(name, {"Unknown field."});
        else
            inside(name, wrong_with(in, each, known->type));
    }
    for (const input_definition& each : type.inputs)
        if (each.is_needed() && member_of(given, each.name) == nullptr)
            inside(each.name, {found_instead(each.type, literal{})});
    return lines;
}

literal fraction_of(double number) {
    return {kind::fraction, boost::json::serialize(boost::json::value(number))};
}

} // namespace

std::string text_of(const literal& given) {
    std::string text;
    switch (given.is) {
    case kind::null: return "null";
    case kind::text: return boost::json::serialize(text_value(given.text));
    case kind::variable: return "$" + given.text;
    case kind::list:
        for (const literal& each : given.items) text += (text.empty() ? "" : ", ") + text_of(each);
        return "[" + text + "]";
    case kind::object:
        for (const auto& [name, each] : given.members)
            text += (text.empty() ? "" : ", ") + name + ": " + text_of(each);
        return "{" + text + "}";
    default: return given.text;
    }
}

literal literal_of(const schema& in, const value& given, const type_name& type) {
    if (given.is_null()) return {};
    if (given.is_bool()) return {kind::boolean, given.get_bool() ? "true" : "false"};
    if (given.is_int64()) return {kind::whole, std::to_string(given.get_int64())};
    if (given.is_uint64()) return {kind::whole, std::to_string(given.get_uint64())};
    if (given.is_double()) return fraction_of(given.get_double());
    const type_definition* const named = in.find(type.named());
    if (given.is_string()) {
        const bool is_name = named != nullptr && named->is == type_definition::kind::enumeration;
        return {is_name ? kind::name : kind::text, std::string(view(given.get_string()))};
    }
    literal made;
    if (given.is_array()) {
        made.is = kind::list;
        const type_name& inner = type.is_list() ? type.of.front() : type;
        for (const value& each : given.get_array())
            made.items.push_back(literal_of(in, each, inner));
        return made;
    }
    made.is = kind::object;
    for (const auto& each : given.get_object()) {
        std::string name(each.key().data(), each.key().size());
        const input_definition* const known = input_of(named, name);
        made.members.emplace_back(
            std::move(name), literal_of(in, each.value(), known != nullptr ? known->type : any()));
    }
    return made;
}

std::optional<literal> resolved(const schema& in, const literal& given, const type_name& type,
                                const object& variables) {
    literal made = given;
    if (given.is == kind::variable) {
        const value* const came = member(variables, given.text);
        if (came == nullptr) return std::nullopt;
        return literal_of(in, *came, type);
    }
    const type_name& inner = type.is_list() ? type.of.front() : type;
    for (literal& each : made.items) {
        auto whole = resolved(in, each, inner, variables);
        each = whole ? *std::move(whole) : literal{};
    }
    made.members.clear();
    const type_definition* const named = in.find(type.named());
    for (const auto& [name, each] : given.members) {
        const input_definition* const known = input_of(named, name);
        auto whole = resolved(in, each, known != nullptr ? known->type : any(), variables);
        if (whole) made.members.emplace_back(name, *std::move(whole));
    }
    return made;
}

std::vector<std::string> wrong_with(const schema& in, const literal& given, const type_name& type) {
    if (given.is == kind::null)
        return type.is_required ? std::vector<std::string>{found_instead(type, given)}
                                : std::vector<std::string>{};
    std::vector<std::string> lines;
    if (type.is_list()) {
        if (given.is != kind::list) return wrong_with(in, given, type.of.front());
        for (std::size_t i = 0; i < given.items.size(); ++i)
            for (const std::string& each : wrong_with(in, given.items[i], type.of.front()))
                lines.push_back("In element #" + std::to_string(i + 1) + ": " + each);
        return lines;
    }
    const type_definition* const named = in.find(type.name);
    bool is_good = false;
    if (named != nullptr && named->is == type_definition::kind::input) {
        if (given.is == kind::object) return wrong_with_members(in, given, *named);
    } else if (named != nullptr && named->is == type_definition::kind::enumeration) {
        is_good = given.is == kind::name && std::find(named->values.begin(), named->values.end(),
                                                      given.text) != named->values.end();
    } else {
        is_good = is_scalar(type.name, given);
    }
    if (!is_good) lines.push_back(found_instead(type, given));
    return lines;
}

value json_of(const schema& in, const literal& given, const type_name& type) {
    if (given.is == kind::null) return nullptr;
    if (type.is_list()) {
        array made;
        if (given.is != kind::list) {
            made.push_back(json_of(in, given, type.of.front()));
            return made;
        }
        for (const literal& each : given.items) made.push_back(json_of(in, each, type.of.front()));
        return made;
    }
    if (given.is == kind::boolean) return given.text == "true";
    if (given.is == kind::whole && type.name == "ID") return text_value(given.text);
    if (const auto number = whole_of(given)) return *number;
    if (given.is == kind::whole || given.is == kind::fraction)
        return std::strtod(given.text.c_str(), nullptr);
    if (given.is != kind::object) return text_value(given.text);
    object made;
    const type_definition* const named = in.find(type.name);
    for (const auto& [name, each] : given.members) {
        const input_definition* const known = input_of(named, name);
        made[name] = json_of(in, each, known != nullptr ? known->type : any());
    }
    if (named == nullptr) return made;
    for (const input_definition& each : named->inputs)
        if (each.otherwise && !made.contains(each.name))
            made[each.name] = json_of(in, *each.otherwise, each.type);
    return made;
}

} // namespace chatops::mocks::newrelic::graphql
