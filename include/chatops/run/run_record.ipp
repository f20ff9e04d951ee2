#pragma once

#include "chatops/core/json.hpp"
#include "chatops/run/run_record.hpp"

#include <utility>

namespace chatops {

namespace detail {

inline void note_ending(run_record& of, const std::string& data) {
    of.state = run_state::done;
    const auto parsed = json::parse(data);
    auto ending = parsed ? json::read<run_ending>(*parsed) : parsed.error();
    if (!ending) return;
    of.title = std::move(ending->title);
    // What was journaled before endings said so is told by their tone.
    if (ending->outcome == "denied")
        of.state = run_state::denied;
    else if (ending->outcome == "declined")
        of.state = run_state::declined;
    else if (ending->outcome == "cancelled")
        of.state = run_state::cancelled;
    else if (ending->outcome == "unclear")
        of.state = run_state::not_understood;
    else if (ending->tone == "bad" || ending->tone == "unanswerable")
        of.state = run_state::failed;
}

} // namespace detail

CHATOPS_INLINE std::optional<run_record> record_collector::add(const journal::event& older) {
    partial& of = partial_[older.run.text];
    run_record& record = of.record;
    if (record.last_at == time_point{}) record.last_at = older.when;
    switch (older.what) {
    case journal::kind::delivered: detail::note_ending(record, older.data); break;
    case journal::kind::answered: of.answered.insert(older.name); break;
    case journal::kind::asked:
        if (!has_ended(record.state) && of.answered.count(older.name) == 0)
            record.state = run_state::waiting;
        break;
    case journal::kind::begun:
    case journal::kind::recorded:
    case journal::kind::cancelled: break;
    case journal::kind::accepted: {
        run_record whole = std::move(record);
        partial_.erase(older.run.text);
        const auto parsed = json::parse(older.data);
        auto asked = parsed ? json::read<accepted_request>(*parsed) : parsed.error();
        if (!asked) return std::nullopt;
        whole.id = older.run;
        whole.asked = std::move(*asked);
        whole.accepted_at = older.when;
        return whole;
    }
    }
    return std::nullopt;
}

} // namespace chatops
