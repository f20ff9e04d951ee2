#include "mocks/newrelic/state.hpp"

#include "chatops/core/base64.hpp"
#include "mocks/common/ids.hpp"
#include "mocks/common/text.hpp"

#include <chrono>

namespace chatops::mocks::newrelic {
namespace {

template <class T, class Matches>
T* find_in(std::vector<T>& all, Matches matches) {
    for (T& each : all)
        if (matches(each)) return &each;
    return nullptr;
}

} // namespace

bool rate_window::take(time_point now, int most) {
    if (now >= began + std::chrono::minutes(1)) *this = {now, 0};
    return used < most && ++used > 0;
}

std::string guid_of(std::int64_t account, std::string_view domain, std::string_view type,
                    std::string_view id) {
    std::string text = base64(std::to_string(account) + '|' + std::string(domain) + '|' +
                              std::string(type) + '|' + std::string(id));
    while (!text.empty() && text.back() == '=') text.pop_back();
    return text;
}

std::string account_state::new_id() { return next_uuid(ids_); }

std::int64_t account_state::new_number() {
    constexpr std::uint64_t step = 900;
    return last_number_ += 1 + static_cast<std::int64_t>(ids_.below(step));
}

application* account_state::find_app(std::string_view guid_or_name) {
    return find_in(apps, [&](const application& each) {
        return each.guid == guid_or_name || each.name == guid_or_name;
    });
}

const application* account_state::find_app(std::string_view guid_or_name) const {
    return const_cast<account_state*>(this)->find_app(guid_or_name); // NOLINT: changes nothing
}

application* account_state::find_app_by_id(std::int64_t app_id) {
    return find_in(apps, [&](const application& each) { return each.id == app_id; });
}

policy* account_state::find_policy(std::int64_t policy_id) {
    return find_in(policies, [&](const policy& each) { return each.id == policy_id; });
}

const policy* account_state::find_policy(std::int64_t policy_id) const {
    return const_cast<account_state*>(this)->find_policy(policy_id); // NOLINT: changes nothing
}

const condition* account_state::find_condition(std::int64_t condition_id) const {
    for (const condition& each : conditions)
        if (each.id == condition_id) return &each;
    return nullptr;
}

issue* account_state::find_issue(std::string_view issue_id) {
    return find_in(issues, [&](const issue& each) { return each.id == issue_id; });
}

incident* account_state::find_incident(std::string_view incident_id) {
    return find_in(incidents, [&](const incident& each) { return each.id == incident_id; });
}

} // namespace chatops::mocks::newrelic
