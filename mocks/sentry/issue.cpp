#include "mocks/sentry/issue.hpp"

#include "chatops/core/config.hpp"
#include "chatops/core/random.hpp"
#include "mocks/common/text.hpp"
#include "mocks/sentry/limits.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

/// FNV-1a.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t mixed = 0xcbf29ce484222325U;
    for (const char c : text) mixed = (mixed ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return mixed;
}

void append_hex(std::string& to, std::uint64_t number) {
    static constexpr char digits[] = "0123456789abcdef";
    for (int nibble = 15; nibble >= 0; --nibble) to += digits[number >> (4 * nibble) & 15];
}

} // namespace

std::int64_t series::before(time_point when) const {
    if (when <= first || count == 0) return 0;
    if (every <= duration::zero()) return count;
    return std::min(count, (when - first - duration{1}) / every + 1);
}

std::string issue::title() const {
    if (type.empty()) return value;
    return value.empty() ? type : type + ": " + value;
}

std::int64_t issue::count() const {
    std::int64_t all = 0;
    for (const series& each : events) all += each.count;
    return all;
}

std::int64_t issue::user_count() const { return std::min(count(), users); }

time_point issue::last_seen() const {
    // Those of merged issues overlap.
    time_point last = events.front().first;
    for (const series& each : events) last = std::max(last, each.at(each.count - 1));
    return last;
}

time_point issue::time_of(std::int64_t event) const {
    for (const series& each : events) {
        if (event < each.count) return each.at(event);
        event -= each.count;
    }
    CHATOPS_ASSERT(false);
    return {};
}

std::int64_t issue::events_between(time_point from, time_point to) const {
    std::int64_t all = 0;
    for (const series& each : events) all += each.before(to) - each.before(from);
    return all;
}

bool issue::is_for_review(time_point now) const {
    return status == "unresolved" && inbox && now - inbox->since <= limits::review_hours;
}

void issue::add_events(time_point first, duration every, std::int64_t count) {
    if (count == 0) return;
    if (!events.empty()) {
        series& last = events.back();
        if (every > duration::zero() && last.every == every && last.at(last.count) == first) {
            last.count += count;
            return;
        }
    }
    events.push_back({first, every, count});
}

std::string event_id_of(const issue& of, std::int64_t event) {
    seeded_random drawn(hash_of(of.id) + static_cast<std::uint64_t>(event) * 0x9e3779b97f4a7c15U);
    std::string id;
    append_hex(id, drawn.next());
    append_hex(id, drawn.next());
    return id;
}

std::optional<std::int64_t> find_event(const issue& of, std::string_view id) {
    const std::string plain = lower(replaced(std::string(id), "-", ""));
    const std::int64_t count = of.count();
    for (std::int64_t event = count;
         event-- > std::max<std::int64_t>(0, count - limits::events_kept);)
        if (event_id_of(of, event) == plain) return event;
    return std::nullopt;
}

} // namespace chatops::mocks::sentry
