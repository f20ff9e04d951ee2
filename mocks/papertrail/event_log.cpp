#include "mocks/papertrail/event_log.hpp"

#include "chatops/core/config.hpp"
#include "chatops/core/random.hpp"
#include "mocks/papertrail/writing.hpp"

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

constexpr std::int64_t milliseconds_a_minute = 60'000;
/// Of the bits of an id: a line that was added comes behind those of a flow in its millisecond.
constexpr std::int64_t added_bit = std::int64_t{1} << (id_bits_in_a_millisecond - 1);

/// When the so manieth line of a flow came; the first is 1, a while after it began.
time_point time_in(const flow& of, std::int64_t number) {
    return of.since + duration(number * milliseconds_a_minute / of.lines_a_minute);
}

std::int64_t lines_by(const flow& of, time_point when) {
    if (when <= of.since || of.lines_a_minute == 0) return 0;
    const std::int64_t passed = (when - of.since).count();
    // Rounded down twice, so that one may be on its way still.
    std::int64_t number = (passed + 1) * of.lines_a_minute / milliseconds_a_minute + 1;
    while (number > 0 && time_in(of, number) > when) --number;
    return number;
}

} // namespace

void event_log::flow_on(time_point now, std::int64_t lines_a_minute, std::string text) {
    const std::int64_t before = flowed_by(now);
    flows_.push_back({now, lines_a_minute, before, std::move(text)});
}

void event_log::add(event line, time_point now) {
    line.received_at = now;
    line.id = first_id_at(now) + added_bit;
    if (!added_.empty()) line.id = std::max(line.id, added_.back().id + 1);
    added_.push_back(std::move(line));
}

const flow& event_log::flow_of(std::int64_t number) const {
    auto found = std::upper_bound(
        flows_.begin(), flows_.end(), number,
        [](std::int64_t looked_for, const flow& each) { return looked_for <= each.first; });
    CHATOPS_ASSERT(found != flows_.begin());
    return *(found - 1);
}

std::int64_t event_log::flowed_by(time_point when) const {
    for (auto each = flows_.rbegin(); each != flows_.rend(); ++each) {
        if (when < each->since) continue;
        return each->first + lines_by(*each, when);
    }
    return 0;
}

std::uint64_t event_log::drawn(std::int64_t number) const {
    return seeded_random(chance_ + static_cast<std::uint64_t>(number)).next();
}

std::int64_t event_log::id_of(std::int64_t number) const {
    const flow& of = flow_of(number);
    const auto mixed = static_cast<std::int64_t>(drawn(number) % (added_bit - 1));
    return first_id_at(time_in(of, number - of.first)) + mixed;
}

event event_log::flowed(std::int64_t number) const {
    const flow& of = flow_of(number);
    event made;
    made.id = id_of(number);
    made.received_at = time_in(of, number - of.first);
    const std::uint64_t chosen = drawn(number);
    const writer& by = writers_[(chosen >> id_bits_in_a_millisecond) % writers_.size()];
    made.system_id = by.system_id;
    write_line(made, by.program, chosen);
    if (!of.text.empty()) made.message = of.text + ' ' + std::to_string(number - of.first);
    return made;
}

event_log::place event_log::at_time(time_point when) const {
    return at_id(first_id_at(when + duration{1}) - 1);
}

event_log::place event_log::at_id(std::int64_t id) const {
    place made;
    if (!writers_.empty() && id >= 0) {
        made.flowed = flowed_by(time_of_id(id));
        while (made.flowed > 0 && id_of(made.flowed) > id) --made.flowed;
    }
    const auto behind = std::upper_bound(
        added_.begin(), added_.end(), id,
        [](std::int64_t looked_for, const event& each) { return looked_for < each.id; });
    made.added = static_cast<std::size_t>(behind - added_.begin());
    return made;
}

std::optional<event> event_log::back(place& from) const {
    if (from.flowed == 0 && from.added == 0) return std::nullopt;
    const bool is_added =
        from.added > 0 && (from.flowed == 0 || added_[from.added - 1].id > id_of(from.flowed));
    if (is_added) return added_[--from.added];
    return flowed(from.flowed--);
}

std::optional<event> event_log::forward(place& from, const place& end) const {
    const bool flows = from.flowed < end.flowed;
    const bool adds = from.added < end.added;
    if (!flows && !adds) return std::nullopt;
    if (adds && (!flows || added_[from.added].id < id_of(from.flowed + 1)))
        return added_[from.added++];
    return flowed(++from.flowed);
}

} // namespace chatops::mocks::papertrail
