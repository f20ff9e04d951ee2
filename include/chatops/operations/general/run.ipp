#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/time.hpp"
#include "chatops/operations/general/run.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/outcome.hpp"
#include "chatops/run/supervision.hpp"

#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

inline std::string plain_text(const boost::json::value& value);

/// Whether people need not read a member: nothing, or an id that only the provider reads.
inline bool is_left_out(const boost::json::object& of, const boost::json::key_value_pair& each) {
    return each.value().is_null() || (each.key() == "id" && of.size() > 1);
}

/// An object within another or in a list by its first member, the rest in parentheses: `web
/// (quantity 2, size Standard-1X)`. A long text is shortened: it does not tell one from another.
inline std::string inner_text(const boost::json::value& value) {
    constexpr std::size_t longest = 24;
    if (!value.is_object()) return plain_text(value);
    std::string head;
    std::string rest;
    for (const auto& each : value.get_object()) {
        if (is_left_out(value.get_object(), each)) continue;
        const std::string text = shortened(inner_text(each.value()), longest);
        const std::string named = std::string(each.key()) + " " + text;
        if (head.empty())
            head = each.value().is_string() ? text : named;
        else
            rest += (rest.empty() ? "" : ", ") + named;
    }
    return rest.empty() ? head : head + " (" + rest + ")";
}

/// `{"app":"acme","quantity":3}` as `app acme, quantity 3`.
inline std::string plain_text(const boost::json::value& value) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_null()) return "nothing";
    if (value.is_array()) {
        for (const auto& each : value.get_array()) add(inner_text(each));
        return text.empty() ? "none" : text;
    }
    if (!value.is_object()) return json::text(value);
    for (const auto& each : value.get_object())
        if (!is_left_out(value.get_object(), each))
            add(std::string(each.key()) + " " + inner_text(each.value()));
    return text.empty() ? "nothing" : text;
}

inline std::string recorded_text(const std::string& record) {
    if (const std::exception_ptr failure = recorded_failure(record))
        return failure_sentence(failure);
    return plain_text(recorded_value(record));
}

inline std::string answered_text(const std::string& data) {
    const auto parsed = json::parse(data);
    const auto given = parsed ? json::read<given_answer>(*parsed) : parsed.error();
    if (!given) return "answered";
    return given->choice == "expired" ? "nobody answered in time"
                                      : given->by_name + " answered " + given->choice;
}

/// `@confirm` is the engine's own question.
inline std::string step_name(const std::string& name) {
    if (name == "@confirm") return "confirm";
    return name.empty() ? "–" : name;
}

/// What happened, in words; empty for what people need not know.
inline std::string event_text(const journal::event& each) {
    switch (each.what) {
    case journal::kind::accepted: return "asked for";
    case journal::kind::asked: return "a person is asked";
    case journal::kind::answered: return answered_text(each.data);
    case journal::kind::begun: return "begins";
    case journal::kind::recorded:
        // The run's own message in the chat.
        return each.name == "@anchor" ? std::string() : recorded_text(each.data);
    case journal::kind::cancelled: return "cancelled by " + each.data;
    case journal::kind::delivered: return "ended";
    }
    return {};
}

inline table_part event_table(const std::vector<journal::event>& events, const time_zone& zone) {
    table_part table;
    table.headings = {"Time", "Step", "What happened"};
    std::size_t left_out = 0;
    for (const journal::event& each : events) {
        std::string text = event_text(each);
        if (text.empty()) continue;
        if (table.rows.size() >= limits::shown_run_events && &each != &events.back()) {
            ++left_out;
            continue;
        }
        table.rows.push_back({format_time(shown_there(each.when, zone)).substr(11, 8),
                              step_name(each.name), shortened(text, limits::shown_record_bytes)});
    }
    if (left_out > 0)
        table.rows.insert(table.rows.end() - 1,
                          {"…", "…", counted(left_out, "event") + " left out"});
    return table;
}

inline std::string place_of(const accepted_request& asked, const accepted_request& here) {
    if (asked.channel.substr(0, 1) == "D") return "in a direct message";
    if (!asked.channel_name.empty()) return "in #" + asked.channel_name;
    return asked.channel == here.channel ? "in this channel" : "in channel " + asked.channel;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> run::supervise(supervision& of) const {
    const std::vector<run_record> found = co_await of.named(id->text);
    if (std::optional<reply> why = not_one_run(id->text, found, of)) co_return std::move(*why);
    const run_record& which = found.front();
    const std::vector<journal::event> events = co_await of.events_of(which.id);
    reply answer = reply::neutral("Run " + which.id.text + ": " + state_text(which.state));
    fields_part known;
    known.fields = {{"Asked", asked_text(which.asked, of)},
                    {"By", which.asked.asker_name + ", " + minute_there(which.accepted_at, of) +
                               ", " + detail::place_of(which.asked, of.asked())}};
    if (which.asked.decided) {
        // A field shows text as it is, and a pattern beside a backtick oddly.
        std::string why = *which.asked.decided;
        std::erase(why, '`');
        known.fields.emplace_back("Decided", std::move(why));
    }
    if (has_ended(which.state))
        known.fields.emplace_back("Ended", minute_there(which.last_at, of) + ": " +
                                               shortened(which.title, limits::shown_record_bytes));
    answer.add(std::move(known));
    answer.add(detail::event_table(events, zone_of(of)));
    if (!has_ended(which.state)) answer.add(text_part{"`cancel " + which.id.text + "` ends it."});
    co_return answer;
}

} // namespace chatops::operations
