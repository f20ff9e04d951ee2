// How an organization comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/common/ids.hpp"
#include "mocks/sentry/state.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

/// Sentry's ids have grown that long.
constexpr std::uint64_t first_id = 4'500'000'000'000'000U;
/// Drawn apart from the other mocks' identities.
constexpr std::uint64_t seed_apart = 0x73656e7472793a29U;
constexpr std::chrono::hours made_before{24 * 200};

issue issue_of_seed(account_state& account, const seed_issue& given, time_point began) {
    project* const of = account.find_project(given.project);
    CHATOPS_ASSERT(of != nullptr && given.count > 0);
    issue made;
    made.id = account.new_id();
    made.number = ++of->issues_made;
    made.project = of->slug;
    made.type = given.type;
    made.value = given.value;
    made.culprit = given.culprit;
    made.level = given.level;
    made.platform = of->platform;
    made.frames = given.frames;
    made.environments = given.environments;
    made.tags = given.tags;
    made.users = given.users;
    made.status = given.status;
    if (given.status == "ignored") {
        made.substatus = "archived_forever";
        made.snooze = snooze{account.owner().id, {}, {}, {}, {}, {}, 0, 0};
    }
    made.priority = given.priority;
    const time_point first = began - given.first_seen_ago;
    made.changed_at = first;
    if (given.status == "unresolved") made.inbox = inbox_entry{inbox_entry::is_new, first};
    const std::int64_t distances = std::max<std::int64_t>(1, given.count - 1);
    made.add_events(first, (given.first_seen_ago - given.last_seen_ago) / distances, given.count);
    if (given.status == "resolved") {
        made.resolution = resolution{made.last_seen(), account.owner().id, {}, false};
        made.substatus.clear();
    }
    made.comes_every = given.comes_every;
    if (given.comes_every) made.comes_next = began + *given.comes_every;
    if (given.assigned_to.empty()) return made;
    if (given.assigned_to.front() == '#') {
        const team* const whose = account.find_team(given.assigned_to.substr(1));
        CHATOPS_ASSERT(whose != nullptr);
        made.assigned_to = assignee{true, whose->id};
    } else {
        const membership* const whose = account.find_member(given.assigned_to);
        CHATOPS_ASSERT(whose != nullptr);
        made.assigned_to = assignee{false, whose->user.id};
    }
    return made;
}

release release_of_seed(account_state& account, const seed_release& given, time_point began) {
    constexpr std::chrono::minutes deployed_after{10};
    release made;
    made.id = account.new_id();
    made.version = given.version;
    made.projects = given.projects;
    made.created_at = began - given.ago;
    made.released_at = made.created_at;
    for (const std::string& each : given.deployed_to) {
        deploy done;
        done.id = account.new_id();
        done.environment = each;
        done.finished_at = made.created_at + deployed_after;
        done.projects = given.projects;
        made.deploys.push_back(std::move(done));
    }
    return made;
}

monitor monitor_of_seed(account_state& account, const seed_monitor& given, time_point began) {
    monitor made;
    made.id = account.new_id();
    const std::string key = account.new_key();
    made.guid = key.substr(0, 8) + '-' + key.substr(8, 4) + '-' + key.substr(12, 4) + '-' +
                key.substr(16, 4) + '-' + key.substr(20);
    made.slug = made.name = given.slug;
    CHATOPS_ASSERT(account.find_project(given.project) != nullptr);
    made.project = given.project;
    made.crontab = given.crontab;
    made.every = given.every;
    made.environment = given.environment;
    made.last_status = given.status;
    made.created_at = began - made_before;
    return made;
}

void add_people(account_state& account, const seed& given, time_point made_at) {
    std::vector<seed_member> people = given.members;
    if (people.empty())
        people.push_back({"owner@" + given.organization + ".example", "Owner", "owner"});
    for (const seed_member& each : people)
        account.members.push_back({account.new_id(),
                                   {account.new_id(), each.email, each.name},
                                   each.role,
                                   each.teams,
                                   each.pending,
                                   made_at});
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : token(given.token), scopes(given.scopes), organization(given.organization),
      created_at(began - made_before), ids_(chance ^ seed_apart), last_id_(first_id) {
    CHATOPS_ASSERT(!given.token.empty() && !given.organization.empty());
    organization_id = new_id();
    add_people(*this, given, created_at);
    for (const std::string& each : given.teams) teams.push_back({new_id(), each, created_at});
    for (const seed_project& each : given.projects) {
        projects.push_back(
            {new_id(), each.slug, each.platform, each.teams, each.environments, 0, {}, created_at});
        projects.back().keys.push_back(new_client_key("Default", created_at));
    }
    for (const seed_release& each : given.releases)
        releases.push_back(release_of_seed(*this, each, began));
    for (const seed_issue& each : given.issues) issues.push_back(issue_of_seed(*this, each, began));
    for (const seed_monitor& each : given.monitors)
        monitors.push_back(monitor_of_seed(*this, each, began));
}

} // namespace chatops::mocks::sentry
