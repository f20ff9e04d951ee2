#include "mocks/newrelic/nrql_answers.hpp"

#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nrql_computing.hpp"
#include "mocks/newrelic/nrql_conditions.hpp"
#include "mocks/newrelic/nrql_events.hpp"
#include "mocks/newrelic/nrql_reading.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic::nrql {
namespace {

using boost::json::value;

/// Those of one facet.
struct group {
    std::vector<std::string> named;
    rows of;
    value rank;
};

object aggregates(const query& what, const rows& of, duration window) {
    object made;
    for (const selected& each : what.select) made[each.key] = computed(each.what, of, window);
    return made;
}

/// As an index of sorting: what is no number is less than any.
double rank_of(const value& given) {
    if (given.is_int64()) return static_cast<double>(given.get_int64());
    if (given.is_double()) return given.get_double();
    return -1e300;
}

/// Best first: by what ORDER BY says, or the most of what is selected first.
std::vector<group> grouped(const query& what, const rows& all, duration window) {
    std::map<std::vector<std::string>, rows> by_name;
    for (const event* const each : all) {
        std::vector<std::string> named;
        for (const std::string& facet : what.facets) {
            const datum& given = each->get(facet);
            if (std::holds_alternative<std::monostate>(given)) break;
            named.push_back(text_of(given));
        }
        if (named.size() == what.facets.size()) by_name[std::move(named)].push_back(each);
    }
    std::vector<group> made;
    const expression& by =
        what.order && is_aggregate(what.order->by) ? what.order->by : what.select.front().what;
    for (auto& [named, of] : by_name) {
        value rank = computed(by, of, window);
        made.push_back({named, std::move(of), std::move(rank)});
    }
    const bool is_ascending = what.order && !what.order->is_descending;
    std::stable_sort(made.begin(), made.end(), [&](const group& one, const group& other) {
        return is_ascending ? rank_of(one.rank) < rank_of(other.rank)
                            : rank_of(one.rank) > rank_of(other.rank);
    });
    return made;
}

object facet_of(const query& what, const group& of) {
    object made;
    array names;
    for (const std::string& each : of.named) names.push_back(text_value(each));
    made["facet"] = names.size() == 1 ? names.front() : value(names);
    for (std::size_t i = 0; i < what.facets.size(); ++i) made[what.facets[i]] = names[i];
    return made;
}

void add_all(object& to, const object& from) {
    for (const auto& each : from) to[each.key()] = each.value();
}

/// One row for each step of time.
void add_series(array& to, const query& what, const rows& of, const scope& in,
                const object& facet) {
    auto next = of.begin();
    for (time_point begin = in.since; begin < in.until; begin += *what.bucket) {
        const time_point end = std::min(begin + *what.bucket, in.until);
        rows inside;
        for (; next != of.end() && (*next)->at < end; ++next) inside.push_back(*next);
        object row = facet;
        row["beginTimeSeconds"] = begin.time_since_epoch().count() / 1000;
        row["endTimeSeconds"] = end.time_since_epoch().count() / 1000;
        add_all(row, aggregates(what, inside, end - begin));
        to.push_back(std::move(row));
    }
}

object event_row(const query& what, const event& of) {
    object made;
    for (const selected& each : what.select) {
        if (each.what.name != "*") {
            made[each.key] = json_of(evaluated(each.what, of));
            continue;
        }
        for (const auto& [name, given] : of.has)
            made[boost::json::string_view(name.data(), name.size())] = json_of(given);
    }
    made["timestamp"] = of.at.time_since_epoch().count();
    return made;
}

bool is_before(const datum& one, const datum& other) {
    const auto left = number_of(one);
    const auto right = number_of(other);
    return left && right ? *left < *right : text_of(one) < text_of(other);
}

/// The newest first, unless another order is asked for.
array event_rows(const query& what, rows all) {
    std::reverse(all.begin(), all.end());
    if (what.order)
        std::stable_sort(all.begin(), all.end(), [&](const event* one, const event* other) {
            const datum left = evaluated(what.order->by, *one);
            const datum right = evaluated(what.order->by, *other);
            return what.order->is_descending ? is_before(right, left) : is_before(left, right);
        });
    array made;
    for (const event* const each : all) {
        if (made.size() == what.limit.value_or(limits::nrql_events)) break;
        made.push_back(event_row(what, *each));
    }
    return made;
}

struct outcome {
    array results = {};
    value total = nullptr;
    value other = nullptr;
};

outcome faceted(const query& what, const rows& all, const scope& in) {
    const duration window = in.until - in.since;
    outcome made;
    rows others;
    const std::vector<group> groups = grouped(what, all, window);
    const std::size_t most = what.limit.value_or(limits::nrql_facets);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i >= most) {
            others.insert(others.end(), groups[i].of.begin(), groups[i].of.end());
            continue;
        }
        object row = facet_of(what, groups[i]);
        if (what.bucket) {
            add_series(made.results, what, groups[i].of, in, row);
            continue;
        }
        add_all(row, aggregates(what, groups[i].of, window));
        made.results.push_back(std::move(row));
    }
    if (what.bucket) return made;
    made.total = aggregates(what, all, window);
    made.other = aggregates(what, others, window);
    return made;
}

outcome outcome_of(const account_state& account, const query& what, const scope& in) {
    const std::vector<event> events = events_of(account, what.from, in);
    rows all;
    for (const event& each : events) all.push_back(&each);
    if (what.where) all = those_of(all, *what.where);
    if (what.is_of_events()) return {event_rows(what, std::move(all))};
    if (!what.facets.empty()) return faceted(what, all, in);
    outcome made;
    if (what.bucket) {
        add_series(made.results, what, all, in, {});
        made.total = aggregates(what, all, in.until - in.since);
    } else {
        made.results.push_back(aggregates(what, all, in.until - in.since));
    }
    return made;
}

array marked(array rows_of, std::string_view as) {
    for (value& each : rows_of) each.get_object()["comparison"] = text_value(as);
    return rows_of;
}

object metadata_of(const query& what) {
    array types;
    for (const std::string& each : what.from) types.push_back(text_value(each));
    array facets;
    for (const std::string& each : what.facets) facets.push_back(text_value(each));
    object window;
    window["begin"] = what.since.time_since_epoch().count();
    window["end"] = what.until.time_since_epoch().count();
    window["since"] = what.since_text;
    window["until"] = what.until_text;
    window["compareWith"] =
        what.compared ? text_value(what.compared_text + " AGO") : value(nullptr);
    object made;
    made["eventTypes"] = std::move(types);
    made["facets"] = what.facets.empty() ? value(nullptr) : value(std::move(facets));
    made["messages"] = array{};
    made["timeWindow"] = std::move(window);
    return made;
}

} // namespace

object answer(const account_state& account, std::string_view text, time_point now,
              std::string_view app_guid) {
    const query what = read_query(text, now);
    outcome found = outcome_of(account, what, {what.since, what.until, app_guid});
    object made;
    made["nrql"] = text_value(text);
    made["metadata"] = metadata_of(what);
    made["totalResult"] = std::move(found.total);
    made["otherResult"] = std::move(found.other);
    made["currentResults"] = nullptr;
    made["previousResults"] = nullptr;
    if (what.compared) {
        const outcome before = outcome_of(
            account, what, {what.since - *what.compared, what.until - *what.compared, app_guid});
        array previous = marked(before.results, "previous");
        found.results = marked(std::move(found.results), "current");
        made["currentResults"] = found.results;
        made["previousResults"] = previous;
        for (value& each : previous) found.results.push_back(std::move(each));
    }
    made["rawResponse"] = object{{"results", found.results}};
    made["results"] = std::move(found.results);
    made["queryProgress"] = nullptr;
    return made;
}

} // namespace chatops::mocks::newrelic::nrql
