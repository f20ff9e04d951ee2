#include "mocks/newrelic/nrql_reading.hpp"

#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nrql_conditions.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace chatops::mocks::newrelic::nrql {
namespace {

struct function {
    /// In lower case.
    std::string_view name;
    std::string_view shown;
};

/// Those that this mock has.
constexpr function functions[] = {
    {"count", "count"},
    {"average", "average"},
    {"avg", "average"},
    {"sum", "sum"},
    {"max", "max"},
    {"min", "min"},
    {"median", "median"},
    {"percentile", "percentile"},
    {"uniquecount", "uniqueCount"},
    {"uniques", "uniques"},
    {"latest", "latest"},
    {"earliest", "earliest"},
    {"rate", "rate"},
    {"filter", "filter"},
    {"percentage", "percentage"},
    {"apdex", "apdex"},
};

class deeper {
  public:
    deeper() {
        if (++depth() > limits::nrql_depth) {
            --depth();
            throw wrong_query("NRQL Syntax Error: the query is nested too deeply");
        }
    }
    deeper(const deeper&) = delete;
    deeper& operator=(const deeper&) = delete;
    ~deeper() { --depth(); }

  private:
    static int& depth() {
        thread_local int now = 0;
        return now;
    }
};

void read_numbers(words& from, expression& to) {
    while (from.passes_sign(",")) {
        expression one;
        one.is = expression::kind::constant;
        if (from.now().is != word::kind::number) from.unexpected();
        one.given = std::strtod(from.now().text.c_str(), nullptr);
        from.advance();
        to.of.push_back(std::move(one));
    }
}

void read_rest(words& from, expression& to) {
    if (to.name == "rate") {
        from.expect_sign(",");
        to.per = read_span(from);
        if (to.per <= duration(0)) from.unexpected();
    } else if (to.name == "filter" || to.name == "percentage") {
        from.expect_sign(",");
        from.expect("where");
        to.where.push_back(read_condition(from));
    } else if (to.name == "apdex") {
        if (!from.passes_sign(",")) return;
        // `t: 0.5`
        if (from.now().lowered.substr(0, 2) != "t:") from.unexpected();
        from.advance();
        expression target;
        target.is = expression::kind::constant;
        if (from.now().is != word::kind::number) from.unexpected();
        target.given = std::strtod(from.now().text.c_str(), nullptr);
        from.advance();
        to.of.push_back(std::move(target));
    } else if (to.name == "percentile") {
        read_numbers(from, to);
    }
}

expression read_call(words& from, const std::string& lowered, const std::string& written) {
    const auto* const known =
        std::find_if(std::begin(functions), std::end(functions),
                     [&](const function& each) { return each.name == lowered; });
    if (known == std::end(functions)) throw wrong_query("Unknown function " + written + "()");
    expression made;
    made.is = expression::kind::call;
    made.name = known->shown;
    from.expect_sign("(");
    if (from.passes_sign("*")) {
        if (made.name != "count") throw wrong_query(written + "(*) is not supported");
    } else {
        made.of.push_back(read_expression(from));
    }
    read_rest(from, made);
    from.expect_sign(")");
    const bool takes_aggregate =
        made.name == "rate" || made.name == "filter" || made.name == "percentage";
    if (takes_aggregate && (made.of.empty() || !is_aggregate(made.of.front())))
        throw wrong_query(written + "() must be of an aggregate");
    if (!takes_aggregate && !made.of.empty() && is_aggregate(made.of.front()))
        throw wrong_query("Aggregates cannot be of each other: " + key_of(made));
    return made;
}

expression read_operand(words& from) {
    const deeper one;
    expression made;
    if (from.passes_sign("(")) {
        made = read_expression(from);
        from.expect_sign(")");
        return made;
    }
    if (from.now().is == word::kind::number) {
        made.is = expression::kind::constant;
        made.given = std::strtod(from.now().text.c_str(), nullptr);
        from.advance();
        return made;
    }
    const word name = from.now();
    made.name = from.name();
    if (name.is == word::kind::name && from.is_sign("("))
        return read_call(from, name.lowered, name.text);
    return made;
}

expression arithmetic(expression left, std::string sign, expression right) {
    expression made;
    made.is = expression::kind::arithmetic;
    made.name = std::move(sign);
    made.of.push_back(std::move(left));
    made.of.push_back(std::move(right));
    return made;
}

expression read_product(words& from) {
    expression made = read_operand(from);
    int length = 0;
    while (from.is_sign("*") || from.is_sign("/")) {
        if (++length > limits::nrql_depth) from.unexpected();
        std::string sign = from.now().text;
        from.advance();
        made = arithmetic(std::move(made), std::move(sign), read_operand(from));
    }
    return made;
}

std::string read_alias(words& from) {
    if (from.now().is != word::kind::text) return from.name();
    std::string text = from.now().text;
    from.advance();
    return text;
}

void read_select(words& from, query& to) {
    if (!to.select.empty()) from.unexpected();
    do {
        selected one;
        if (from.passes_sign("*")) {
            one.what.name = one.key = "*";
        } else {
            one.what = read_expression(from);
            one.key = key_of(one.what);
        }
        if (from.passes("as")) one.key = read_alias(from);
        to.select.push_back(std::move(one));
    } while (from.passes_sign(","));
}

void read_from(words& from, query& to) {
    if (!to.from.empty()) from.unexpected();
    do to.from.push_back(from.name());
    while (from.passes_sign(","));
}

void read_facets(words& from, query& to) {
    if (!to.facets.empty()) from.unexpected();
    if (from.is("cases")) from.unexpected();
    do to.facets.push_back(from.name());
    while (from.passes_sign(","));
}

void read_series(words& from, query& to, bool& is_automatic) {
    if (from.passes("auto") || from.passes("max")) {
        is_automatic = true;
    } else if (from.now().is == word::kind::number) {
        to.bucket = read_span(from);
        if (*to.bucket <= duration(0)) from.unexpected();
    } else {
        is_automatic = true;
    }
}

void read_order(words& from, query& to) {
    from.expect("by");
    ordering made{read_expression(from)};
    if (from.passes("desc"))
        made.is_descending = true;
    else
        from.passes("asc");
    to.order = std::move(made);
}

void read_limit(words& from, query& to) {
    if (from.passes("max")) {
        to.limit = limits::nrql_rows_max;
        return;
    }
    const std::int64_t count = from.number();
    if (count < 1 || count > static_cast<std::int64_t>(limits::nrql_rows_max))
        throw wrong_query("LIMIT must be between 1 and " + std::to_string(limits::nrql_rows_max));
    to.limit = static_cast<std::size_t>(count);
}

duration automatic_bucket(duration window) {
    constexpr int ladder_minutes[] = {1, 5, 10, 15, 30, 60, 180, 360, 720, 1'440};
    for (const int each : ladder_minutes)
        if (window / std::chrono::minutes(each) <= 60) return std::chrono::minutes(each);
    return std::chrono::hours(24 * 7);
}

void check_series(query& of, bool is_automatic) {
    const duration window = of.until - of.since;
    if (is_automatic) of.bucket = automatic_bucket(window);
    if (!of.bucket) return;
    if (*of.bucket > window)
        throw wrong_query("TIMESERIES step size is larger than the current time window.");
    if (static_cast<std::size_t>(window / *of.bucket) > limits::nrql_buckets_max)
        throw wrong_query("TIMESERIES supports a maximum of " +
                          std::to_string(limits::nrql_buckets_max) + " buckets");
}

void check(query& of, bool is_automatic) {
    if (of.since >= of.until)
        throw wrong_query("Your query's start time must be before its end time.");
    check_series(of, is_automatic);
    const bool is_of_events = of.is_of_events();
    if (is_of_events && (!of.facets.empty() || of.bucket))
        throw wrong_query("FACET and TIMESERIES are not supported on events.");
    for (const selected& each : of.select)
        if (!is_of_events && !is_aggregate(each.what))
            throw wrong_query("Attributes and aggregates cannot be selected together: " + each.key);
}

} // namespace

bool is_aggregate(const expression& what) {
    if (what.is == expression::kind::call) return true;
    if (what.is == expression::kind::constant) return false;
    return std::any_of(what.of.begin(), what.of.end(), is_aggregate);
}

bool query::is_of_events() const {
    return std::none_of(select.begin(), select.end(),
                        [](const selected& each) { return is_aggregate(each.what); });
}

std::string key_of(const expression& what) {
    switch (what.is) {
    case expression::kind::attribute: return what.name;
    case expression::kind::constant: return text_of(what.given);
    case expression::kind::arithmetic:
        return key_of(what.of.front()) + " " + what.name + " " + key_of(what.of.back());
    default: break;
    }
    if (what.name == "count" || what.name == "percentage") return what.name;
    if (what.name == "filter") return key_of(what.of.front());
    return what.name + "." + key_of(what.of.front());
}

expression read_expression(words& from) {
    const deeper one;
    expression made = read_product(from);
    int length = 0;
    while (from.is_sign("+") || from.is_sign("-")) {
        if (++length > limits::nrql_depth) from.unexpected();
        std::string sign = from.now().text;
        from.advance();
        made = arithmetic(std::move(made), std::move(sign), read_product(from));
    }
    return made;
}

query read_query(std::string_view text, time_point now) {
    if (text.size() > limits::nrql_bytes)
        throw wrong_query("NRQL query is longer than " + std::to_string(limits::nrql_bytes) +
                          " characters");
    query made;
    made.since = now - limits::nrql_window;
    made.until = now;
    made.since_text = "60 MINUTES AGO";
    made.until_text = "NOW";
    bool is_automatic = false;
    words from(text);
    if (!from.is("select") && !from.is("from")) from.unexpected();
    while (!from.at_end()) {
        if (from.passes("select")) {
            read_select(from, made);
        } else if (from.passes("from")) {
            read_from(from, made);
        } else if (!made.where && from.passes("where")) {
            made.where = read_condition(from);
        } else if (from.passes("facet")) {
            read_facets(from, made);
        } else if (from.passes("since")) {
            auto [at, shown] = read_moment(from, now);
            made.since = at;
            made.since_text = std::move(shown);
        } else if (from.passes("until")) {
            auto [at, shown] = read_moment(from, now);
            made.until = at;
            made.until_text = std::move(shown);
        } else if (from.passes("timeseries")) {
            read_series(from, made, is_automatic);
        } else if (from.passes("limit")) {
            read_limit(from, made);
        } else if (from.passes("order")) {
            read_order(from, made);
        } else if (from.passes("compare")) {
            from.expect("with");
            made.compared = read_span(from, &made.compared_text);
            from.expect("ago");
        } else {
            from.unexpected();
        }
    }
    if (made.select.empty() || made.from.empty()) from.unexpected();
    check(made, is_automatic);
    return made;
}

} // namespace chatops::mocks::newrelic::nrql
