#include "mocks/newrelic/graphql_execution.hpp"

#include "mocks/newrelic/graphql_checks.hpp"
#include "mocks/newrelic/graphql_reading.hpp"
#include "mocks/newrelic/graphql_values.hpp"
#include "mocks/newrelic/limits.hpp"

#include <utility>
#include <vector>

namespace chatops::mocks::newrelic::graphql {
namespace {

/// One key of an answer, and all that is asked of it in different places.
struct collected {
    const selection* first = nullptr;
    std::vector<const selection*> all = {};
};

class execution {
  public:
    execution(const schema& in, const document& whole, const object& variables,
              const resolver& resolve)
        : in_(in), whole_(whole), variables_(variables), resolve_(resolve) {}

    object run(const operation& chosen) {
        const type_definition& root = *root_of(in_, chosen);
        std::vector<collected> fields;
        collect(chosen.selections, root.name, fields);
        auto data = members(root, object{}, fields);
        object made;
        made["data"] = data ? value(*std::move(data)) : value(nullptr);
        if (!errors_.empty()) made["errors"] = std::move(errors_);
        return made;
    }

  private:
    bool is_left_out(const std::vector<directive>& all) const {
        for (const directive& each : all) {
            const auto condition =
                resolved(in_, each.arguments.front().given, {"Boolean", true}, variables_);
            const bool holds = condition && condition->text == "true";
            if (holds != (each.name == "include")) return true;
        }
        return false;
    }

    void collect(const std::vector<selection>& all, const std::string& type,
                 std::vector<collected>& to) {
        for (const selection& each : all) {
            if (++fields_ > limits::operation_fields)
                throw unreadable("Operation is too complex: it asks for more than " +
                                     std::to_string(limits::operation_fields) + " fields",
                                 each.at);
            if (is_left_out(each.directives)) continue;
            if (each.is == selection::kind::field) {
                add(each, to);
                continue;
            }
            const fragment* const spread =
                each.is == selection::kind::spread ? whole_.find(each.name) : nullptr;
            const std::string& on = spread != nullptr ? spread->on : each.on;
            if (on.empty() || in_.is_a(type, on))
                collect(spread != nullptr ? spread->selections : each.selections, type, to);
        }
    }

    static void add(const selection& each, std::vector<collected>& to) {
        for (collected& known : to) {
            if (known.first->key != each.key) continue;
            if (known.first->name != each.name)
                throw unreadable("Fields \"" + each.key + "\" conflict because \"" +
                                     known.first->name + "\" and \"" + each.name +
                                     "\" are different fields. Use different aliases on the "
                                     "fields to fetch both if this was intentional.",
                                 each.at);
            known.all.push_back(&each);
            return;
        }
        to.push_back({&each, {&each}});
    }

    /// Nothing where a member that cannot be null is.
    std::optional<object> members(const type_definition& type, const object& of,
                                  const std::vector<collected>& fields) {
        object made;
        for (const collected& each : fields) {
            path_.push_back(text_value(each.first->key));
            auto one = field(type, of, each);
            path_.pop_back();
            if (!one) return std::nullopt;
            made[each.first->key] = *std::move(one);
        }
        return made;
    }

    std::optional<value> field(const type_definition& type, const object& of,
                               const collected& asked_for) {
        const selection& first = *asked_for.first;
        if (first.name == "__typename") return text_value(type.name);
        const field_definition& known = *type.field(first.name);
        value came;
        try {
            auto resolved = resolve_(type.name + "." + known.name, of, arguments(first, known));
            if (resolved)
                came = *std::move(resolved);
            else if (const value* const own = member(of, known.name))
                came = *own;
        } catch (const field_refused& why) {
            refuse(why.what(), first.at, why.extensions());
            if (known.type.is_required) return std::nullopt;
            return value(nullptr);
        }
        return complete(known.type, came, asked_for);
    }

    object arguments(const selection& of, const field_definition& known) const {
        object made;
        for (const input_definition& each : known.arguments) {
            std::optional<literal> given = each.otherwise;
            for (const argument& one : of.arguments)
                if (one.name == each.name)
                    if (auto whole = resolved(in_, one.given, each.type, variables_))
                        given = *std::move(whole);
            if (given) made[each.name] = json_of(in_, *given, each.type);
        }
        return made;
    }

    std::optional<value> complete(const type_name& type, const value& came,
                                  const collected& asked_for) {
        if (came.is_null()) {
            if (!type.is_required) return value(nullptr);
            refuse("Cannot return null for non-nullable field", asked_for.first->at, {});
            return std::nullopt;
        }
        std::optional<value> made;
        if (type.is_list())
            made = list(type.of.front(), came.get_array(), asked_for);
        else if (const type_definition& named = *in_.find(type.name); named.has_fields())
            made = object_of(named, came.get_object(), asked_for);
        else
            made = came;
        // A null inside goes up to the next that may be null.
        if (!made && !type.is_required) return value(nullptr);
        return made;
    }

    std::optional<value> list(const type_name& of, const array& came, const collected& asked_for) {
        array made;
        for (const value& each : came) {
            path_.push_back(made.size());
            auto one = complete(of, each, asked_for);
            path_.pop_back();
            if (!one) return std::nullopt;
            made.push_back(*std::move(one));
        }
        return made;
    }

    std::optional<value> object_of(const type_definition& named, const object& came,
                                   const collected& asked_for) {
        const std::string_view own = text_of(came, "__typename");
        const type_definition& type = own.empty() ? named : *in_.find(own);
        std::vector<collected> fields;
        for (const selection* const each : asked_for.all)
            collect(each->selections, type.name, fields);
        auto made = members(type, came, fields);
        if (!made) return std::nullopt;
        return value(*std::move(made));
    }

    static std::string_view text_of(const object& in, std::string_view name) {
        return mocks::text_of(in, name);
    }

    void refuse(std::string_view message, place at, const object& extensions) {
        object made = error_of(message, {at});
        made["path"] = path_;
        if (!extensions.empty()) made["extensions"] = extensions;
        errors_.push_back(std::move(made));
    }

    const schema& in_;
    const document& whole_;
    const object& variables_;
    const resolver& resolve_;
    array errors_;
    array path_;
    std::size_t fields_ = 0;
};

object errors_only(array errors) {
    object made;
    made["errors"] = std::move(errors);
    return made;
}

const operation& chosen_of(const document& whole, const std::string& name) {
    for (const operation& each : whole.operations)
        if (!name.empty() && each.name == name) return each;
    if (!name.empty()) throw unreadable("Unknown operation named \"" + name + "\"", {});
    if (whole.operations.size() != 1)
        throw unreadable("Must provide a valid operation name if query contains multiple "
                         "operations.",
                         {});
    return whole.operations.front();
}

} // namespace

object error_of(std::string_view message, const std::vector<place>& at) {
    object made;
    made["message"] = text_value(message);
    array locations;
    for (const place& each : at)
        locations.push_back(object{{"line", each.line}, {"column", each.column}});
    made["locations"] = std::move(locations);
    return made;
}

object answer(const schema& in, const asked& what, const resolver& resolve) {
    try {
        const document whole = read_document(what.query);
        const operation& chosen = chosen_of(whole, what.operation_name);
        object variables = what.variables;
        for (const variable_definition& each : chosen.variables)
            if (each.otherwise && !variables.contains(each.name))
                variables[each.name] = json_of(in, *each.otherwise, each.type);
        array errors;
        for (const problem& each : problems_of(in, whole, chosen, variables))
            errors.push_back(error_of(each.message, each.at));
        if (!errors.empty()) return errors_only(std::move(errors));
        return execution(in, whole, variables, resolve).run(chosen);
    } catch (const unreadable& why) {
        return errors_only({error_of(why.what(), {why.at()})});
    }
}

} // namespace chatops::mocks::newrelic::graphql
