#include "mocks/sentry/state.hpp"

#include "mocks/common/text.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

/// As Sentry numbers issues: digits and letters without I, L, O and U.
/// Source: src/sentry/utils/numbers.py, base32_encode.
std::string number_text(std::int64_t number) {
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text;
    do {
        text.insert(text.begin(), digits[number % 32]);
        number /= 32;
    } while (number > 0);
    return text;
}

std::string upper_text(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

} // namespace

bool monitor::is_off_at(time_point when) const {
    return std::any_of(pauses.begin(), pauses.end(), [&](const pause& each) {
        return when >= each.from && (!each.until || when < *each.until);
    });
}

std::optional<std::int64_t> monitor::last_run(time_point now) const {
    std::int64_t run = (now - created_at) / every;
    while (run > 0 && is_off_at(time_of_run(run))) --run;
    if (run <= 0) return std::nullopt;
    return run;
}

bool release::is_of(std::string_view project_slug) const {
    return std::find(projects.begin(), projects.end(), project_slug) != projects.end();
}

std::string account_state::new_id() {
    constexpr std::uint64_t widest_step = 900;
    last_id_ += 1 + ids_.below(widest_step);
    return std::to_string(last_id_);
}

std::string account_state::new_key() {
    static constexpr char digits[] = "0123456789abcdef";
    std::string key;
    for (int half = 0; half < 2; ++half) {
        const std::uint64_t drawn = ids_.next();
        for (int nibble = 0; nibble < 16; ++nibble) key += digits[drawn >> (4 * nibble) & 15];
    }
    return key;
}

client_key account_state::new_client_key(std::string name, time_point now) {
    client_key made;
    made.public_key = new_key();
    made.secret_key = new_key();
    made.name = std::move(name);
    made.created_at = now;
    return made;
}

void account_state::delete_issue(const std::string& id, time_point now) {
    issue* const which = find_issue(id);
    if (which == nullptr) return;
    const project* const of = find_project(which->project);
    gone.push_back({std::move(*which), of == nullptr ? std::string() : of->id,
                    now + limits::events_outlive_seconds});
    issues.erase(issues.begin() + (which - issues.data()));
}

project* account_state::find_project(std::string_view slug_or_id) {
    for (project& each : projects)
        if (each.slug == slug_or_id || each.id == slug_or_id) return &each;
    return nullptr;
}

const project* account_state::find_project(std::string_view slug_or_id) const {
    return const_cast<account_state*>(this)->find_project(slug_or_id); // NOLINT: changes nothing
}

const team* account_state::find_team(std::string_view slug_or_id) const {
    for (const team& each : teams)
        if (each.slug == slug_or_id || each.id == slug_or_id) return &each;
    return nullptr;
}

const membership* account_state::find_member(std::string_view which) const {
    for (const membership& each : members)
        if (each.user.id == which || each.user.email == which || each.user.name == which)
            return &each;
    return nullptr;
}

monitor* account_state::find_monitor(std::string_view slug_or_id) {
    for (monitor& each : monitors)
        if (each.slug == slug_or_id || each.guid == slug_or_id) return &each;
    return nullptr;
}

release* account_state::find_release(std::string_view version) {
    for (release& each : releases)
        if (each.version == version) return &each;
    return nullptr;
}

const release* account_state::find_release(std::string_view version) const {
    return const_cast<account_state*>(this)->find_release(version); // NOLINT: changes nothing
}

issue* account_state::find_issue(std::string_view id) {
    const auto now = merged.find(id);
    if (now != merged.end()) id = now->second;
    for (issue& each : issues)
        if (each.id == id) return &each;
    return nullptr;
}

std::string account_state::short_id_of(const issue& which) const {
    return upper_text(which.project) + '-' + number_text(which.number);
}

issue* account_state::find_issue_called(std::string_view short_id) {
    const std::string wanted = upper_text(std::string(short_id));
    for (issue& each : issues)
        if (short_id_of(each) == wanted) return &each;
    return nullptr;
}

const release* account_state::release_at(std::string_view project_slug, time_point when) const {
    const release* newest = nullptr;
    for (const release& each : releases) {
        if (!each.is_of(project_slug) || each.in_force_since() > when) continue;
        if (newest == nullptr || each.in_force_since() >= newest->in_force_since()) newest = &each;
    }
    return newest;
}

const release* account_state::release_after(std::string_view project_slug, time_point when) const {
    const release* first = nullptr;
    for (const release& each : releases) {
        if (!each.is_of(project_slug) || each.in_force_since() <= when) continue;
        if (first == nullptr || each.in_force_since() < first->in_force_since()) first = &each;
    }
    return first;
}

} // namespace chatops::mocks::sentry
