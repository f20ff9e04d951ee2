// Whether an issue is one of those that a search means.
#include "mocks/common/text.hpp"
#include "mocks/sentry/search.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

bool holds_text(std::string_view whole, std::string_view part) {
    return lower(whole).find(lower(part)) != std::string::npos;
}

/// A `*` stands for anything; case does not matter with one.
bool is_like(std::string_view pattern, std::string_view text) {
    if (pattern.find('*') == std::string_view::npos) return pattern == text;
    return glob_matches(lower(pattern), lower(text));
}

template <class Texts>
bool any_is_like(std::string_view pattern, const Texts& texts) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const auto& each) { return is_like(pattern, each); });
}

bool is_in_state(const issue& which, std::string_view state, time_point now) {
    if (state == "unresolved" || state == "resolved") return which.status == state;
    if (state == "ignored" || state == "archived" || state == "muted")
        return which.status == "ignored";
    if (state == "assigned") return which.assigned_to.has_value();
    if (state == "unassigned") return !which.assigned_to;
    if (state == "unlinked") return true;
    if (state == "for_review") return which.is_for_review(now);
    if (state.substr(0, 6) == "until_") return which.substatus == "archived_" + std::string(state);
    return which.substatus == state;
}

bool is_assigned(const issue& which, std::string_view to, const account_state& account) {
    if (to == "none") return !which.assigned_to;
    if (!which.assigned_to) return false;
    const assignee& has = *which.assigned_to;
    if (to == "my_teams") {
        const team* const theirs = has.is_team ? account.find_team(has.id) : nullptr;
        const auto& mine = account.members.front().teams;
        return theirs != nullptr && std::find(mine.begin(), mine.end(), theirs->slug) != mine.end();
    }
    if (!to.empty() && to.front() == '#') {
        const team* const meant = account.find_team(to.substr(1));
        return has.is_team && meant != nullptr && meant->id == has.id;
    }
    if (has.is_team) return false;
    if (to == "me") return has.id == account.owner().id;
    const membership* const meant = account.find_member(to);
    return meant != nullptr && meant->user.id == has.id;
}

bool compares(relation how, std::int64_t has, std::int64_t wanted) {
    switch (how) {
    case relation::equal: return has == wanted;
    case relation::greater: return has > wanted;
    case relation::at_least: return has >= wanted;
    case relation::less: return has < wanted;
    case relation::at_most: return has <= wanted;
    }
    return false;
}

bool is_at(const search_term& term, time_point has, time_point now) {
    const time_point wanted = term.ago ? now - *term.ago : *term.moment;
    if (term.length > duration::zero()) return has >= wanted && has < wanted + term.length;
    return compares(term.how, has.time_since_epoch().count(), wanted.time_since_epoch().count());
}

/// Whether an event of it came of that release: while it was the one in force, or told so.
bool came_of(const issue& which, const release& of, const account_state& account) {
    for (const auto& [number, each] : which.told)
        if (each.release == of.version) return true;
    if (!of.is_of(which.project)) return false;
    const release* const next = account.release_after(which.project, of.in_force_since());
    const time_point end =
        next == nullptr ? which.last_seen() + duration{1} : next->in_force_since();
    return which.events_between(of.in_force_since(), end) > 0;
}

bool came_of_any_like(const issue& which, std::string_view version, const account_state& account) {
    if (version == "latest") {
        const release* const newest = account.release_at(which.project, time_point::max());
        return newest != nullptr && came_of(which, *newest, account);
    }
    return std::any_of(account.releases.begin(), account.releases.end(), [&](const release& each) {
        return is_like(version, each.version) && came_of(which, each, account);
    });
}

bool has_tag(const issue& which, std::string_view key, const std::string* value) {
    for (const auto& [name, values] : which.tags)
        if (name == key && (value == nullptr || any_is_like(*value, values))) return true;
    for (const auto& [number, each] : which.told)
        for (const auto& [name, given] : each.tags)
            if (name == key && (value == nullptr || is_like(*value, given))) return true;
    return false;
}

bool has_environment(const issue& which, std::string_view name) {
    if (any_is_like(name, which.environments)) return true;
    return std::any_of(which.told.begin(), which.told.end(), [&](const auto& each) {
        return each.second.environment && is_like(name, *each.second.environment);
    });
}

bool has_what(const issue& which, std::string_view key, const account_state& account) {
    if (key == "release") return came_of_any_like(which, "*", account);
    if (key == "environment") return !which.environments.empty();
    if (key == "user") return which.users > 0;
    if (key == "level" || key == "title" || key == "message") return true;
    return has_tag(which, key, nullptr);
}

bool meets_value(const search_term& term, const std::string& value, const issue& which,
                 const account_state& account, time_point now) {
    const std::string& key = term.key;
    if (key.empty()) return holds_text(which.title() + ' ' + which.culprit, value);
    if (key == "is") return is_in_state(which, value, now);
    if (key == "has") return has_what(which, value, account);
    if (key == "assigned_to") return is_assigned(which, value, account);
    if (key == "times_seen") return compares(term.how, which.count(), term.number);
    if (key == "user_count") return compares(term.how, which.user_count(), term.number);
    if (key == "first_seen") return is_at(term, which.first_seen(), now);
    if (key == "last_seen") return is_at(term, which.last_seen(), now);
    if (key == "release") return came_of_any_like(which, value, account);
    if (key == "first_release") {
        const release* const first = account.release_at(which.project, which.first_seen());
        return first != nullptr && is_like(value, first->version);
    }
    if (key == "environment") return has_environment(which, value);
    if (key == "level") return is_like(value, which.level);
    if (key == "priority") return which.priority == value;
    if (key == "project") return is_like(value, which.project);
    if (key == "issue")
        return lower(account.short_id_of(which)) == lower(value) || which.id == value;
    if (key == "category" || key == "type") return value == "error";
    if (key == "bookmarks") return which.is_bookmarked;
    if (key == "subscribed") return which.is_subscribed;
    if (key == "message") return holds_text(which.title() + ' ' + which.culprit, value);
    if (key == "title") return is_like(value, which.title());
    if (key == "culprit") return is_like(value, which.culprit);
    if (key == "platform") return is_like(value, which.platform);
    if (key == "error.type") return is_like(value, which.type);
    if (key == "error.value") return is_like(value, which.value);
    if (key == "stack.filename")
        return std::any_of(which.frames.begin(), which.frames.end(),
                           [&](const seed_frame& each) { return is_like(value, each.file); });
    return value.empty() ? !has_tag(which, key, nullptr) : has_tag(which, key, &value);
}

} // namespace

bool matches(const std::vector<search_term>& all, const issue& which, const account_state& account,
             time_point now) {
    return std::all_of(all.begin(), all.end(), [&](const search_term& term) {
        const bool meets =
            std::any_of(term.values.begin(), term.values.end(), [&](const std::string& value) {
                return meets_value(term, value, which, account, now);
            });
        return meets != term.is_negated;
    });
}

} // namespace chatops::mocks::sentry
