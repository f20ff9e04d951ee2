// What a person may read of the deliveries.
#include "chatops/core/time.hpp"
#include "mocks/slack/courier.hpp"
#include "mocks/slack/limits.hpp"

#include <utility>

namespace chatops::mocks::slack {

namespace {

/// Members that grant a right: to answer, to open a modal, to be taken for Slack.
bool grants_a_right(std::string_view name) {
    return name == "response_url" || name == "token" || name == "trigger_id";
}

object masked(object from) {
    for (auto& each : from)
        if (grants_a_right({each.key().data(), each.key().size()})) each.value() = "[masked]";
    return from;
}

object fields_of(const form& fields) {
    object made;
    for (const auto& [name, given] : fields) made[name] = text_value(given);
    return made;
}

std::string_view name_of(parcel_kind kind) {
    switch (kind) {
    case parcel_kind::command: return "slash_command";
    case parcel_kind::event: return "event";
    case parcel_kind::interactive: return "interactive";
    }
    return {};
}

} // namespace

array courier::log() const {
    array made;
    for (const auto& [number, each] : finished_) made.push_back(record_of(number, each));
    for (const auto& [number, each] : active_) made.push_back(record_of(number, each));
    return made;
}

object courier::record_of(std::uint64_t number, const item& each) {
    object made;
    made["number"] = number;
    made["kind"] = text_value(name_of(each.what.kind));
    // Only an event's: the others' identities are trigger ids, which grant a right.
    if (each.what.kind == parcel_kind::event) made["id"] = text_value(each.what.id);
    made["payload"] = masked(each.what.kind == parcel_kind::command ? fields_of(each.what.fields)
                                                                    : each.what.payload);
    array attempts;
    for (const attempt& one : each.attempts) {
        object shown;
        shown["at"] = text_value(format_time(one.wall));
        shown["via"] = text_value(one.via);
        shown["retry"] = one.retry;
        shown["outcome"] = text_value(one.outcome);
        attempts.push_back(std::move(shown));
    }
    made["attempts"] = std::move(attempts);
    made["outcome"] = each.is_taken ? "acknowledged" : each.is_over ? "failed" : "pending";
    return made;
}

void courier::forget_finished() {
    for (auto at = active_.begin(); at != active_.end();) {
        item& each = at->second;
        if (!each.is_over || each.copy_at || each.under_way > 0) {
            ++at;
            continue;
        }
        for (const std::string& id : each.envelopes) envelopes_.erase(id);
        finished_.emplace_back(at->first, std::move(each));
        if (finished_.size() > limits::deliveries_kept) finished_.pop_front();
        at = active_.erase(at);
    }
}

} // namespace chatops::mocks::slack
