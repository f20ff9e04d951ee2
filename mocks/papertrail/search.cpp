// Searching: back from the newest line, or forward from some line on.
#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/query.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace chatops::mocks::papertrail {
namespace {

using place = event_log::place;

/// What a request asks for. Source: "Log search API", Query parameters, and Tail search.
struct examination {
    query what;
    /// Of the systems that are searched.
    std::map<std::int64_t, const papertrail::system*> systems;
    place begin;
    place end;
    std::int64_t limit = limits::events_default;
    bool is_forward = false;
    /// Lines newer than those known, the newest first: may skip some.
    bool is_tail = false;
    /// What the range is where there is nothing in it.
    std::int64_t nowhere = 0;
};

struct examined {
    std::vector<event> found;
    std::int64_t looked_at = 0;
    std::optional<event> first;
    std::optional<event> last;
};

/// An npm client encodes twice: what has codes, and nothing that would have become one.
std::string undone_twice(std::string text) {
    const bool is_plain = text.find_first_of(" \"'()<>{}") != std::string::npos;
    std::string once_more = percent_decoded(text, false);
    return is_plain || once_more == text ? text : once_more;
}

bool may_name_a_system(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

void choose_systems(examination& into, const call& from) {
    for (const papertrail::system& each : from.account.systems) into.systems[each.id] = &each;
    if (const auto named = from.text("system_id"); named && !named->empty()) {
        const papertrail::system* const one =
            may_name_a_system(*named) ? from.account.find_system(std::string_view(*named))
                                      : nullptr;
        if (one == nullptr) throw not_found("System");
        into.systems = {{one->id, one}};
    }
    if (const auto named = from.text("group_id"); named && !named->empty()) {
        const papertrail::group* const of = from.account.find_group(*named);
        if (of == nullptr) throw not_found("Group");
        std::erase_if(into.systems,
                      [&](const auto& each) { return !from.account.is_member(*of, *each.second); });
    }
}

time_point from_epoch(std::int64_t seconds) {
    constexpr std::int64_t far = 1LL << 40;
    return time_point(std::chrono::seconds(std::clamp(seconds, -far, far)));
}

bool is_before(const place& left, const place& right) {
    return left.flowed <= right.flowed && left.added <= right.added;
}

void choose_range(examination& into, const call& from) {
    const event_log& log = from.account.log;
    const auto min_id = from.number("min_id");
    const auto max_id = from.number("max_id");
    const auto min_time = from.number("min_time");
    const auto max_time = from.number("max_time");
    into.begin = log.at_time(from.now - limits::searchable - duration{1});
    into.end = log.at_time(from.now);
    const auto begin_at = [&](place where) {
        if (is_before(into.begin, where)) into.begin = where;
    };
    const auto end_at = [&](place where) {
        if (is_before(where, into.end)) into.end = where;
    };
    if (min_id) begin_at(log.at_id(*min_id));
    if (min_time) begin_at(log.at_time(from_epoch(*min_time) - duration{1}));
    // With min_time, the line of max_id comes again. Source: the same, Retrieving events for a time
    // period.
    if (max_id) end_at(log.at_id(*max_id - (min_time ? 0 : 1)));
    if (max_time) end_at(log.at_time(from_epoch(*max_time)));
    if (!is_before(into.begin, into.end)) into.end = into.begin;
    const bool is_open = !max_id && !max_time;
    const auto tail = from.text("tail");
    const bool wants_tail = !tail || tail->empty() || from.flag("tail");
    into.is_tail = min_id && is_open && wants_tail;
    into.is_forward = (min_id || min_time) && is_open && !into.is_tail;
    into.nowhere = min_id ? *min_id : max_id ? *max_id : first_id_at(from.now) - 1;
}

examination read_search(const call& from) {
    examination made;
    auto read = query::parse(undone_twice(from.text("q").value_or("")));
    if (!read) throw bad_request(read.error().message);
    made.what = *std::move(read);
    choose_systems(made, from);
    choose_range(made, from);
    const std::int64_t limit = from.number("limit").value_or(limits::events_default);
    if (limit < 1) throw bad_request("limit must be 1 or more");
    made.limit = std::min(limit, limits::events_max);
    return made;
}

bool is_wanted(const event& line, const examination& asked) {
    const auto by = asked.systems.find(line.system_id);
    if (by == asked.systems.end()) return false;
    const std::string address = by->second->address();
    return asked.what.matches(
        {by->second->name, address, line.program, line.facility, line.severity, line.message});
}

/// Moves `begin` or `end` to where it stopped.
examined examine(const event_log& log, examination& asked) {
    examined seen;
    while (!(asked.begin == asked.end) && seen.looked_at < limits::examined_events &&
           static_cast<std::int64_t>(seen.found.size()) < asked.limit) {
        auto line = asked.is_forward ? log.forward(asked.begin, asked.end) : log.back(asked.end);
        if (!line) break;
        ++seen.looked_at;
        if (!seen.first) seen.first = line;
        if (is_wanted(*line, asked)) seen.found.push_back(*line);
        seen.last = std::move(line);
    }
    if (!asked.is_forward) {
        std::reverse(seen.found.begin(), seen.found.end());
        std::swap(seen.first, seen.last);
    }
    return seen;
}

} // namespace

answer search_events(call& from) {
    examination asked = read_search(from);
    const examined seen = examine(from.account.log, asked);
    array events;
    for (const event& each : seen.found)
        events.push_back(show(each, *asked.systems.at(each.system_id), from));
    object body{{"min_id", std::to_string(seen.first ? seen.first->id : asked.nowhere)},
                {"max_id", std::to_string(seen.last ? seen.last->id : asked.nowhere)},
                {"events", std::move(events)}};
    const bool forward = asked.is_forward;
    if (asked.begin == asked.end)
        body[forward || asked.is_tail ? "reached_end" : "reached_beginning"] = true;
    else if (static_cast<std::int64_t>(seen.found.size()) >= asked.limit)
        body["reached_record_limit"] = true;
    else
        body["reached_time_limit"] = true;
    if (!forward && seen.first) body["min_time_at"] = zoned_time(seen.first->received_at, from);
    if (forward && seen.last) body["max_time_at"] = zoned_time(seen.last->received_at, from);
    return {200, std::move(body)};
}

} // namespace chatops::mocks::papertrail
