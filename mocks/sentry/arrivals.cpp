#include "mocks/sentry/arrivals.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

/// From when on an event brings a resolved issue back; nothing while no release could.
/// Source: getsentry/sentry, models/groupresolution.py, has_resolution: an event of the release in
/// which it is resolved brings it back, one of those before does not.
std::optional<time_point> comes_back_from(const account_state& account, const issue& which) {
    const resolution& done = *which.resolution;
    if (done.in_next_release) {
        const release* const next = account.release_after(which.project, done.at);
        if (next == nullptr) return std::nullopt;
        return next->in_force_since();
    }
    if (!done.in_release) return done.at;
    const release* const fixed = account.find_release(*done.in_release);
    return fixed == nullptr ? done.at : std::max(done.at, fixed->in_force_since());
}

/// Whether what it waits for has come about with its last event.
bool has_enough(const issue& which, time_point now) {
    const snooze& quiet = *which.snooze;
    const auto since = [&](const std::optional<duration>& window, std::int64_t all,
                           std::int64_t before) {
        return window ? which.events_between(now - *window, now + duration{1}) : all - before;
    };
    if (quiet.count && since(quiet.window, which.count(), quiet.count_before) >= *quiet.count)
        return true;
    if (!quiet.users) return false;
    const std::int64_t met = since(quiet.user_window, which.user_count(), quiet.users_before);
    return std::min(met, which.users) >= *quiet.users;
}

/// How many events may come before one could change its state: at least one.
std::int64_t events_without_change(const account_state& account, const issue& which,
                                   time_point first, duration every, std::int64_t most) {
    if (which.status == "resolved" && which.resolution) {
        const auto from = comes_back_from(account, which);
        if (!from) return most;
        return std::clamp<std::int64_t>((*from - first - duration{1}) / every, 1, most);
    }
    if (which.status == "ignored" && which.snooze && (which.snooze->count || which.snooze->users)) {
        // One by one for as long as it can take; at an even pace what did not come about by then
        // never does.
        const std::int64_t longest = which.snooze->count_before +
                                     2 * which.snooze->count.value_or(0) +
                                     2 * which.snooze->users.value_or(0) + which.users;
        return which.count() <= longest ? 1 : most;
    }
    return most;
}

/// By itself, so that somebody is to look at it.
/// Source: sentry/tasks/post_process.py, process_inbox_adds and process_snoozes; [?] for the reason
/// of one that is not ignored any more.
void come_back(issue& which, std::string substatus, inbox_entry::reasons why, time_point when) {
    reopen(which, std::move(substatus), when);
    which.inbox = inbox_entry{why, when};
}

/// What its last event, of that moment, does to its state.
void follow_event(const account_state& account, issue& which, time_point when) {
    if (which.status == "resolved") {
        const auto from = which.resolution ? comes_back_from(account, which) : when;
        if (from && when >= *from) come_back(which, "regressed", inbox_entry::regression, when);
    } else if (which.status == "ignored" && which.snooze && has_enough(which, when)) {
        come_back(which, "ongoing", inbox_entry::ongoing, when);
    }
}

void settle_issue(const account_state& account, issue& which, time_point now) {
    for (;;) {
        const bool is_quiet = which.status == "ignored" && which.snooze && which.snooze->until;
        const bool comes = which.comes_next && *which.comes_next <= now;
        if (is_quiet && *which.snooze->until <= now &&
            (!comes || *which.snooze->until <= *which.comes_next)) {
            come_back(which, "ongoing", inbox_entry::ongoing, *which.snooze->until);
            continue;
        }
        if (!comes) return;
        const time_point first = *which.comes_next;
        time_point end = now;
        if (is_quiet) end = std::min(end, *which.snooze->until);
        const duration every = *which.comes_every;
        const std::int64_t most = (end - first) / every + 1;
        const std::int64_t count = events_without_change(account, which, first, every, most);
        which.add_events(first, every, count);
        which.comes_next = first + count * every;
        follow_event(account, which, which.last_seen());
    }
}

} // namespace

void settle(account_state& account, time_point now) {
    for (issue& each : account.issues) settle_issue(account, each, now);
}

void happen(account_state& account, issue& which, told_event what, time_point now) {
    const time_point when = which.events.empty() ? now : std::max(now, which.last_seen());
    if (which.events.empty())
        which.events.push_back({when, duration{0}, 1});
    else
        which.add_events(when, duration{0}, 1);
    which.told[which.count() - 1] = std::move(what);
    follow_event(account, which, when);
}

void resolve(issue& which, resolution how) {
    which.changed_at = how.at;
    which.status = "resolved";
    which.substatus.clear();
    which.snooze.reset();
    which.inbox.reset();
    which.resolution = std::move(how);
}

void ignore(issue& which, snooze until, std::string substatus, time_point now) {
    until.count_before = which.count();
    until.users_before = which.user_count();
    which.changed_at = now;
    which.status = "ignored";
    which.substatus = std::move(substatus);
    which.resolution.reset();
    which.inbox.reset();
    which.snooze = std::move(until);
}

void reopen(issue& which, std::string substatus, time_point now) {
    which.changed_at = now;
    which.status = "unresolved";
    which.substatus = std::move(substatus);
    which.resolution.reset();
    which.snooze.reset();
}

} // namespace chatops::mocks::sentry
