#include "mocks/newrelic/nrql_computing.hpp"

#include "mocks/newrelic/nrql_conditions.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic::nrql {
namespace {

/// A number with how many events say it.
struct weighed {
    double number = 0;
    double weight = 1;
};

std::vector<weighed> numbers_of(const expression& what, const rows& of) {
    std::vector<weighed> all;
    for (const event* const each : of)
        if (const auto number = number_of(evaluated(what, *each)))
            all.push_back({*number, each->weight});
    return all;
}

/// Without digits that say nothing, and as a whole number where it is one.
boost::json::value shown(double number) {
    if (!std::isfinite(number)) return nullptr;
    constexpr double largest_whole = 9e15;
    if (number == std::floor(number) && std::fabs(number) < largest_whole)
        return static_cast<std::int64_t>(number);
    constexpr double digits = 1e9;
    return std::round(number * digits) / digits;
}

double total_weight(const std::vector<weighed>& all) {
    double total = 0;
    for (const weighed& each : all) total += each.weight;
    return total;
}

double total(const std::vector<weighed>& all) {
    double sum = 0;
    for (const weighed& each : all) sum += each.number * each.weight;
    return sum;
}

/// The smallest of which that share of all is not larger.
double percentile(std::vector<weighed> all, double percent) {
    std::sort(all.begin(), all.end(),
              [](const weighed& one, const weighed& other) { return one.number < other.number; });
    const double wanted = total_weight(all) * percent / 100;
    double seen = 0;
    for (const weighed& each : all) {
        seen += each.weight;
        if (seen >= wanted) return each.number;
    }
    return all.back().number;
}

boost::json::value percentiles(const expression& what, const std::vector<weighed>& all) {
    object made;
    std::vector<double> wanted;
    for (std::size_t i = 1; i < what.of.size(); ++i)
        wanted.push_back(number_of(what.of[i].given).value_or(0));
    if (wanted.empty()) wanted.push_back(what.name == "median" ? 50 : 95);
    for (const double each : wanted)
        made[boost::json::serialize(shown(each))] =
            all.empty() ? boost::json::value(nullptr) : shown(percentile(all, each));
    return made;
}

/// Source: docs.newrelic.com, "Apdex": satisfied up to t, tolerating up to 4 t.
boost::json::value apdex(const expression& what, const rows& of) {
    const double target = what.of.size() > 1 ? number_of(what.of[1].given).value_or(0.5) : 0.5;
    double satisfied = 0;
    double tolerating = 0;
    double frustrated = 0;
    for (const event* const each : of) {
        const auto number = number_of(evaluated(what.of.front(), *each));
        if (!number) continue;
        const bool failed = text_of(each->get("error")) == "true";
        double& to = failed || *number > 4 * target ? frustrated
                     : *number > target             ? tolerating
                                                    : satisfied;
        to += each->weight;
    }
    const double count = satisfied + tolerating + frustrated;
    object made;
    made["score"] =
        count == 0 ? boost::json::value(nullptr) : shown((satisfied + tolerating / 2) / count);
    made["count"] = shown(count);
    made["s"] = shown(satisfied);
    made["t"] = shown(tolerating);
    made["f"] = shown(frustrated);
    return made;
}

boost::json::value counted(const expression& what, const rows& of) {
    double count = 0;
    for (const event* const each : of)
        if (what.of.empty() ||
            !std::holds_alternative<std::monostate>(evaluated(what.of.front(), *each)))
            count += each->weight;
    return shown(count);
}

boost::json::value distinct(const expression& what, const rows& of) {
    std::set<std::string> seen;
    array all;
    for (const event* const each : of) {
        const datum given = evaluated(what.of.front(), *each);
        if (!std::holds_alternative<std::monostate>(given) && seen.insert(text_of(given)).second)
            all.push_back(json_of(given));
    }
    if (what.name == "uniques") return all;
    return static_cast<std::int64_t>(all.size());
}

/// The first or the last one that has it.
boost::json::value of_one(const expression& what, rows of) {
    if (what.name == "latest") std::reverse(of.begin(), of.end());
    for (const event* const each : of) {
        const datum given = evaluated(what.of.front(), *each);
        if (!std::holds_alternative<std::monostate>(given)) return json_of(given);
    }
    return nullptr;
}

std::optional<double> as_number(const boost::json::value& given) {
    if (given.is_int64()) return static_cast<double>(given.get_int64());
    if (given.is_double()) return given.get_double();
    return std::nullopt;
}

std::optional<double> reckoned(const std::string& sign, std::optional<double> left,
                               std::optional<double> right) {
    if (!left || !right) return std::nullopt;
    if (sign == "+") return *left + *right;
    if (sign == "-") return *left - *right;
    if (sign == "*") return *left * *right;
    if (*right == 0) return std::nullopt;
    return *left / *right;
}

boost::json::value part_of(const expression& what, const rows& of, duration window) {
    const expression& inner = what.of.front();
    if (what.name == "filter") return computed(inner, those_of(of, what.where.front()), window);
    if (what.name == "rate") {
        const auto all = as_number(computed(inner, of, window));
        if (!all) return nullptr;
        return shown(*all * static_cast<double>(what.per.count()) /
                     static_cast<double>(window.count()));
    }
    const auto part = as_number(computed(inner, those_of(of, what.where.front()), window));
    const auto all = as_number(computed(inner, of, window));
    if (!all || *all == 0) return nullptr;
    return shown(part.value_or(0) * 100 / *all);
}

} // namespace

rows those_of(const rows& all, const condition& what) {
    rows made;
    for (const event* const each : all)
        if (holds(
                what, [&](std::string_view name) { return each->get(name); }, is_like))
            made.push_back(each);
    return made;
}

datum evaluated(const expression& what, const event& of) {
    if (what.is == expression::kind::attribute) return of.get(what.name);
    if (what.is == expression::kind::constant) return what.given;
    const auto number = reckoned(what.name, number_of(evaluated(what.of.front(), of)),
                                 number_of(evaluated(what.of.back(), of)));
    return number ? datum(*number) : datum();
}

boost::json::value computed(const expression& what, const rows& of, duration window) {
    if (what.is == expression::kind::constant) return shown(number_of(what.given).value_or(0));
    if (what.is == expression::kind::arithmetic) {
        const auto number = reckoned(what.name, as_number(computed(what.of.front(), of, window)),
                                     as_number(computed(what.of.back(), of, window)));
        return number ? shown(*number) : boost::json::value(nullptr);
    }
    if (what.name == "count") return counted(what, of);
    if (what.name == "uniqueCount" || what.name == "uniques") return distinct(what, of);
    if (what.name == "latest" || what.name == "earliest") return of_one(what, of);
    if (what.name == "apdex") return apdex(what, of);
    if (what.name == "rate" || what.name == "filter" || what.name == "percentage")
        return part_of(what, of, window);
    const std::vector<weighed> all = numbers_of(what.of.front(), of);
    if (what.name == "percentile" || what.name == "median") return percentiles(what, all);
    if (what.name == "sum") return shown(total(all));
    if (all.empty()) return nullptr;
    if (what.name == "average") return shown(total(all) / total_weight(all));
    const auto by_number = [](const weighed& one, const weighed& other) {
        return one.number < other.number;
    };
    return shown(what.name == "max" ? std::max_element(all.begin(), all.end(), by_number)->number
                                    : std::min_element(all.begin(), all.end(), by_number)->number);
}

} // namespace chatops::mocks::newrelic::nrql
