#include "mocks/newrelic/nrql_conditions.hpp"

#include "mocks/common/text.hpp"
#include "mocks/newrelic/limits.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace chatops::mocks::newrelic::nrql {
namespace {

condition read_either(words& from, int depth);

condition negated(condition what) {
    condition made{"not"};
    made.of.push_back(std::move(what));
    return made;
}

datum read_value(words& from) {
    const bool is_negative = from.passes_sign("-");
    const word given = from.now();
    if (given.is == word::kind::number) {
        from.advance();
        const double sign = is_negative ? -1 : 1;
        if (given.text.find('.') == given.text.npos && given.text.size() < 18)
            return static_cast<std::int64_t>(sign) * std::strtoll(given.text.c_str(), nullptr, 10);
        return sign * std::strtod(given.text.c_str(), nullptr);
    }
    if (is_negative) from.unexpected();
    if (given.is == word::kind::text) {
        from.advance();
        return given.text;
    }
    if (from.passes("true")) return true;
    if (from.passes("false")) return false;
    from.unexpected();
}

condition read_list(words& from, std::string attribute) {
    condition made{"in", std::move(attribute)};
    from.expect_sign("(");
    do made.values.push_back(read_value(from));
    while (from.passes_sign(","));
    from.expect_sign(")");
    return made;
}

condition read_is(words& from, std::string attribute) {
    const bool is_not = from.passes("not");
    condition made{"null", std::move(attribute)};
    if (from.is("true") || from.is("false")) {
        made.is = "=";
        made.values.emplace_back(from.is("true"));
        from.advance();
    } else {
        from.expect("null");
    }
    return is_not ? negated(std::move(made)) : made;
}

condition read_comparison(words& from) {
    std::string attribute = from.name();
    if (from.passes("is")) return read_is(from, std::move(attribute));
    const bool is_not = from.passes("not");
    condition made{"true", attribute};
    if (from.passes("in")) {
        made = read_list(from, std::move(attribute));
    } else if (from.passes("like")) {
        made.is = "like";
        if (from.now().is != word::kind::text) from.unexpected();
        made.values.push_back(read_value(from));
    } else if (is_not) {
        from.unexpected();
    } else {
        for (const char* const sign : {"=", "!=", "<=", "<", ">=", ">"}) {
            if (!from.passes_sign(sign)) continue;
            made.is = sign;
            made.values.push_back(read_value(from));
            break;
        }
    }
    return is_not ? negated(std::move(made)) : made;
}

condition read_one(words& from, int depth) {
    if (depth > limits::nrql_depth)
        throw wrong_query("NRQL Syntax Error: the query is nested too deeply");
    if (from.passes("not")) return negated(read_one(from, depth + 1));
    if (!from.passes_sign("(")) return read_comparison(from);
    condition made = read_either(from, depth + 1);
    from.expect_sign(")");
    return made;
}

condition read_both(words& from, int depth) {
    condition made{"and"};
    do made.of.push_back(read_one(from, depth));
    while (from.passes("and"));
    return made.of.size() == 1 ? std::move(made.of.front()) : made;
}

condition read_either(words& from, int depth) {
    condition made{"or"};
    do made.of.push_back(read_both(from, depth));
    while (from.passes("or"));
    return made.of.size() == 1 ? std::move(made.of.front()) : made;
}

/// Less than, the same, more; nothing where the two cannot be compared.
std::optional<int> order(const datum& one, const datum& other) {
    const bool is_text =
        std::holds_alternative<std::string>(one) && std::holds_alternative<std::string>(other);
    if (is_text) return std::get<std::string>(one).compare(std::get<std::string>(other));
    const bool is_truth = std::holds_alternative<bool>(one) || std::holds_alternative<bool>(other);
    if (is_truth) return text_of(one).compare(text_of(other));
    const auto left = number_of(one);
    const auto right = number_of(other);
    if (!left || !right) return std::nullopt;
    return *left < *right ? -1 : *left > *right ? 1 : 0;
}

bool compares(const condition& what, const datum& own) {
    const auto ordered = order(own, what.values.front());
    if (!ordered) return what.is == "!=";
    if (what.is == "=") return *ordered == 0;
    if (what.is == "!=") return *ordered != 0;
    if (what.is == "<") return *ordered < 0;
    if (what.is == "<=") return *ordered <= 0;
    return what.is == ">" ? *ordered > 0 : *ordered >= 0;
}

} // namespace

condition read_condition(words& from) { return read_either(from, 0); }

bool is_like(std::string_view text, std::string_view pattern) {
    return glob_matches(replaced(lower(pattern), "%", "*"), lower(text));
}

std::string text_of(const datum& given) {
    if (const auto* const text = std::get_if<std::string>(&given)) return *text;
    if (const auto* const truth = std::get_if<bool>(&given)) return *truth ? "true" : "false";
    if (const auto* const whole = std::get_if<std::int64_t>(&given)) return std::to_string(*whole);
    if (const auto* const number = std::get_if<double>(&given))
        return boost::json::serialize(boost::json::value(*number));
    return {};
}

std::optional<double> number_of(const datum& given) {
    if (const auto* const whole = std::get_if<std::int64_t>(&given))
        return static_cast<double>(*whole);
    if (const auto* const number = std::get_if<double>(&given)) return *number;
    return std::nullopt;
}

bool holds(const condition& what, const attributes& of, likeness is_alike) {
    const auto inner = [&](const condition& each) { return holds(each, of, is_alike); };
    if (what.is == "and") return std::all_of(what.of.begin(), what.of.end(), inner);
    if (what.is == "or") return std::any_of(what.of.begin(), what.of.end(), inner);
    if (what.is == "not") return !inner(what.of.front());
    const datum own = of(what.attribute);
    const bool is_there = !std::holds_alternative<std::monostate>(own);
    if (what.is == "null") return !is_there;
    if (!is_there) return false;
    if (what.is == "true") return text_of(own) == "true";
    if (what.is == "like") return is_alike(text_of(own), text_of(what.values.front()));
    if (what.is == "in")
        return std::any_of(what.values.begin(), what.values.end(),
                           [&](const datum& each) { return order(own, each) == 0; });
    return compares(what, own);
}

} // namespace chatops::mocks::newrelic::nrql
