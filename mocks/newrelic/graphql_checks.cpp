#include "mocks/newrelic/graphql_checks.hpp"

#include "mocks/newrelic/graphql_values.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic::graphql {
namespace {

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

const type_name& condition_type() {
    static const type_name needed{"Boolean", true};
    return needed;
}

class checks {
  public:
    checks(const schema& in, const document& whole, const operation& chosen, const object& given)
        : in_(in), whole_(whole), chosen_(chosen), given_(given) {}

    std::vector<problem> run() {
        check_variables();
        for (const fragment& each : whole_.fragments) check_fragment(each);
        if (!problems_.empty() && has_cycle_) return std::move(problems_);
        if (const type_definition* const root = root_of(in_, chosen_)) {
            check_directives(chosen_.directives);
            check_selections(chosen_.selections, *root);
        } else {
            add("Operation " + quoted(chosen_.kind) + " not supported", chosen_.at);
        }
        check_use();
        return std::move(problems_);
    }

  private:
    void add(std::string message, place at) { problems_.push_back({std::move(message), {at}}); }

    void check_variables() {
        std::set<std::string> seen;
        for (const variable_definition& each : chosen_.variables) {
            if (!seen.insert(each.name).second)
                add("There can be only one variable named " + quoted(each.name) + ".", each.at);
            const type_definition* const type = in_.find(each.type.named());
            if (type == nullptr || !type->is_input()) {
                add((type == nullptr
                         ? "Unknown type " + quoted(each.type.named())
                         : "Variable " + quoted(each.name) + " cannot be non-input type " +
                               quoted(each.type.text())) +
                        ".",
                    each.at);
                continue;
            }
            if (each.otherwise)
                for (const std::string& wrong : wrong_with(in_, *each.otherwise, each.type))
                    add("Variable " + quoted(each.name) + " has invalid default value. " + wrong,
                        each.at);
            const value* const came = member(given_, each.name);
            if (each.type.is_required && !each.otherwise && (came == nullptr || came->is_null()))
                add("Variable " + quoted(each.name) + ": Expected non-null, found null.", each.at);
        }
    }

    void check_fragment(const fragment& each) {
        if (whole_.find(each.name) != &each)
            add("There can be only one fragment named " + quoted(each.name) + ".", each.at);
        std::vector<std::string> path{each.name};
        if (reaches(each.selections, each.name, path)) {
            has_cycle_ = true;
            return add("Cannot spread fragment " + quoted(each.name) + " within itself.", each.at);
        }
        if (const type_definition* const type = composite(each.on, each.at))
            check_selections(each.selections, *type);
    }

    /// Whether that fragment is spread somewhere inside, looking into each other fragment once.
    bool reaches(const std::vector<selection>& all, const std::string& name,
                 std::vector<std::string>& seen) const {
        return std::any_of(all.begin(), all.end(), [&](const selection& each) {
            if (each.is != selection::kind::spread) return reaches(each.selections, name, seen);
            if (each.name == name) return true;
            if (std::find(seen.begin(), seen.end(), each.name) != seen.end()) return false;
            seen.push_back(each.name);
            const fragment* const inner = whole_.find(each.name);
            return inner != nullptr && reaches(inner->selections, name, seen);
        });
    }

    const type_definition* composite(const std::string& name, place at) {
        const type_definition* const type = in_.find(name);
        if (type == nullptr) {
            add("Unknown type " + quoted(name) + ".", at);
            return nullptr;
        }
        if (type->has_fields()) return type;
        add("Fragment cannot condition on non composite type " + quoted(name) + ".", at);
        return nullptr;
    }

    void check_selections(const std::vector<selection>& all, const type_definition& of) {
        for (const selection& each : all) {
            check_directives(each.directives);
            if (each.is == selection::kind::field)
                check_field(each, of);
            else
                check_spread(each, of);
        }
    }

    void check_spread(const selection& each, const type_definition& of) {
        std::string on = each.on;
        if (each.is == selection::kind::spread) {
            used_.insert("..." + each.name);
            const fragment* const spread = whole_.find(each.name);
            if (spread == nullptr)
                return add("Unknown fragment " + quoted(each.name) + ".", each.at);
            on = spread->on;
            if (in_.find(on) == nullptr) return;
        }
        const type_definition* const type = on.empty() ? &of : composite(on, each.at);
        if (type == nullptr) return;
        if (!in_.overlap(type->name, of.name))
            add("Fragment spread has no type overlap with parent.\nParent type: " +
                    quoted(of.name) + "\nSpread type: " + quoted(type->name),
                each.at);
        if (each.is == selection::kind::inline_fragment) check_selections(each.selections, *type);
    }

    void check_field(const selection& each, const type_definition& of) {
        if (each.name == "__typename") return;
        const field_definition* const field = of.field(each.name);
        if (field == nullptr)
            return add("Cannot query field " + quoted(each.name) + " on type " + quoted(of.name) +
                           ".",
                       each.at);
        check_arguments(each.arguments, field->arguments,
                        "on field " + quoted(each.name) + " of type " + quoted(of.name), each.at);
        const type_definition* const type = in_.find(field->type.named());
        if (type->has_fields() && each.selections.empty())
            add("Field " + quoted(each.name) + " of type " + quoted(field->type.text()) +
                    " must have a selection of subfields. Did you mean \"" + each.name +
                    " { ... }\"?",
                each.at);
        else if (!type->has_fields() && !each.selections.empty())
            add("Field " + quoted(each.name) + " must not have a selection since type " +
                    quoted(field->type.text()) + " has no subfields.",
                each.at);
        else
            check_selections(each.selections, *type);
    }

    void check_directives(const std::vector<directive>& all) {
        static const std::vector<input_definition> condition{{"if", condition_type(), {}}};
        for (const directive& each : all) {
            if (each.name == "include" || each.name == "skip")
                check_arguments(each.arguments, condition,
                                "on directive " + quoted("@" + each.name), each.at);
            else
                add("Unknown directive `" + each.name + "'.", each.at);
        }
    }

    void check_arguments(const std::vector<argument>& all,
                         const std::vector<input_definition>& known, const std::string& where,
                         place at) {
        std::set<std::string> seen;
        for (const argument& each : all) {
            const auto type = std::find_if(known.begin(), known.end(),
                                           [&](const auto& one) { return one.name == each.name; });
            if (!seen.insert(each.name).second)
                add("Duplicate argument name " + quoted(each.name) + ".", each.at);
            if (type == known.end())
                add("Unknown argument " + quoted(each.name) + " " + where + ".", each.at);
            else
                check_argument(each, *type);
        }
        for (const input_definition& each : known)
            if (each.is_needed() && !seen.contains(each.name))
                add("In argument " + quoted(each.name) + ": Expected type " +
                        quoted(each.type.text()) + ", found null.",
                    at);
    }

    void check_argument(const argument& each, const input_definition& known) {
        check_uses(each.given, known.type, known.otherwise.has_value());
        const auto whole = resolved(in_, each.given, known.type, given_);
        // Said already: a variable that must be there and is not.
        if (!whole ||
            (whole->is == literal::kind::null && each.given.is == literal::kind::variable))
            return;
        const std::vector<std::string> wrong = wrong_with(in_, *whole, known.type);
        if (wrong.empty()) return;
        std::string message =
            "Argument " + quoted(each.name) + " has invalid value " + text_of(each.given) + ".";
        const bool is_simple = wrong.size() == 1 && wrong.front().compare(0, 3, "In ") != 0;
        if (!is_simple)
            for (const std::string& line : wrong) message += "\n" + line;
        add(std::move(message), each.at);
    }

    void check_uses(const literal& given, const type_name& type, bool has_default) {
        for (const literal& each : given.items)
            check_uses(each, type.is_list() ? type.of.front() : type, false);
        const type_definition* const named = in_.find(type.named());
        for (const auto& [name, each] : given.members)
            for (const input_definition& known : named->inputs)
                if (known.name == name) check_uses(each, known.type, known.otherwise.has_value());
        if (given.is != literal::kind::variable) return;
        used_.insert("$" + given.text);
        for (const variable_definition& each : chosen_.variables) {
            if (each.name != given.text) continue;
            if (!can_stand_for(each, type, has_default))
                add("Variable `$" + each.name + "` of type `" + each.type.text() +
                        "` found as input to argument of type `" + type.text() + "`.",
                    given.at);
            return;
        }
        add("Variable " + quoted(given.text) + " is not defined" + of_operation(), given.at);
    }

    static bool can_stand_for(const variable_definition& given, const type_name& type,
                              bool has_default) {
        const bool may_be_null = !given.type.is_required && !given.otherwise;
        if (type.is_required && may_be_null && !has_default) return false;
        const type_name& one = type.is_list() && !given.type.is_list() ? type.of.front() : type;
        return given.type.is_list() == one.is_list() && given.type.named() == one.named();
    }

    std::string of_operation() const {
        return chosen_.name.empty() ? "." : " by operation " + quoted(chosen_.name) + ".";
    }

    void check_use() {
        for (const variable_definition& each : chosen_.variables)
            if (!used_.contains("$" + each.name))
                add("Variable " + quoted(each.name) + " is never used" +
                        (chosen_.name.empty() ? "."
                                              : " in operation " + quoted(chosen_.name) + "."),
                    each.at);
        for (const fragment& each : whole_.fragments)
            if (!used_.contains("..." + each.name))
                add("Fragment " + quoted(each.name) + " is never used.", each.at);
    }

    const schema& in_;
    const document& whole_;
    const operation& chosen_;
    const object& given_;
    std::vector<problem> problems_;
    /// `$name` of variables, `...name` of fragments.
    std::set<std::string> used_;
    bool has_cycle_ = false;
};

} // namespace

const type_definition* root_of(const schema& in, const operation& chosen) {
    if (chosen.kind == "query") return in.find("RootQueryType");
    return chosen.kind == "mutation" ? in.find("RootMutationType") : nullptr;
}

std::vector<problem> problems_of(const schema& in, const document& whole, const operation& chosen,
                                 const object& variables) {
    return checks(in, whole, chosen, variables).run();
}

} // namespace chatops::mocks::newrelic::graphql
