// How an account comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/state.hpp"

#include <utility>

namespace chatops::mocks::heroku {
namespace {

/// Request ids are drawn from a stream of their own.
constexpr std::uint64_t apart = 0x6865726f6b753a29U;

bool starts_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

std::vector<seed_release> history_of(const seed_app& given) {
    if (!given.releases.empty()) return given.releases;
    std::vector<seed_release> history{
        {.description = "Initial release", .ago = std::chrono::hours(24 * 30)},
        {.description = "Enable Logplex", .ago = std::chrono::hours(24 * 30)}};
    if (!given.formation.empty()) history.push_back({.description = "Deploy 4e1b2c7d"});
    return history;
}

slug slug_of(account_state& account, const app& of, std::string commit, time_point at) {
    slug made{account.new_id(), std::move(commit), {}, of.stack, at};
    for (const process& each : of.formation) made.process_types[each.type] = each.command;
    return made;
}

/// A deploy brings new code; a rollback that of the version it names; anything else keeps the last.
std::string slug_id_of(account_state& account, app& of, const seed_release& given, time_point at) {
    const std::string& text = given.description;
    if (starts_with(text, "Rollback to ")) {
        const release* const back = of.find_release(text.substr(12));
        CHATOPS_ASSERT(back != nullptr);
        return back->slug_id;
    }
    const std::string before = of.releases.empty() ? std::string{} : of.releases.back().slug_id;
    if (!starts_with(text, "Deploy ")) return before;
    of.slugs.push_back(slug_of(account, of, text.substr(7), at));
    return of.slugs.back().id;
}

void add_addons(account_state& account, app& of, const seed_app& given, variables& config) {
    for (const seed_addon& each : given.addons) {
        const std::string service = each.plan.substr(0, each.plan.find(':'));
        addon made{account.new_id(), each.name,        each.plan,     account.new_id(),
                   account.new_id(), each.config_vars, of.created_at, of.created_at};
        for (const std::string& name : each.config_vars)
            config[name] = service + "://" + account.chance().word(16);
        of.addons.push_back(std::move(made));
    }
}

void add_formation(account_state& account, app& of, const seed_app& given) {
    for (const seed_process& each : given.formation) {
        const dyno_size* const size = find_dyno_size(each.size);
        CHATOPS_ASSERT(size != nullptr);
        of.formation.push_back({account.new_id(), each.type, each.command, each.quantity, size,
                                of.created_at, of.created_at});
    }
}

void add_releases(account_state& account, app& of, const std::vector<seed_release>& history,
                  const variables& config, time_point began) {
    for (const seed_release& each : history) {
        const time_point at = began - each.ago;
        release made;
        made.id = account.new_id();
        made.version = static_cast<int>(of.releases.size()) + 1;
        made.description = each.description;
        made.status = each.status;
        made.user = account.person_of(each.user_email);
        made.slug_id = slug_id_of(account, of, each, at);
        made.config_vars = config;
        for (const addon& attached : of.addons) made.addon_plans.push_back(attached.plan);
        made.created_at = made.updated_at = at;
        made.has_output = !phase_of(of, made).empty();
        if (made.status == "pending") made.settles_at = began + limits::release_settle;
        if (made.status == "succeeded") {
            of.current_release_id = made.id;
            of.released_at = at;
        }
        of.releases.push_back(std::move(made));
    }
    CHATOPS_ASSERT(!of.current_release_id.empty());
}

/// Every dyno has been up since the current release, unless it sleeps.
void add_dynos(account_state& account, app& of, bool is_asleep) {
    for (const process& type : of.formation) {
        for (int number = 1; number <= type.quantity; ++number) {
            dyno made;
            made.id = account.new_id();
            made.type = type.type;
            made.number = number;
            made.command = type.command;
            made.size = type.size;
            const bool sleeps =
                is_asleep && type.type == "web" && type.size->tier == dyno_tier::eco;
            made.state = sleeps ? "idle" : "up";
            made.release_id = of.current_release_id;
            made.release_version = of.current().version;
            made.created_at = made.updated_at = *of.released_at;
            of.dynos.push_back(std::move(made));
        }
    }
}

app app_of_seed(account_state& account, const seed_app& given, time_point began) {
    const std::vector<seed_release> history = history_of(given);
    app made;
    made.id = account.new_id();
    made.name = given.name;
    made.region = find_region(given.region);
    CHATOPS_ASSERT(made.region != nullptr);
    CHATOPS_ASSERT(find_stack(given.stack) != nullptr);
    made.stack = made.build_stack = given.stack;
    made.maintenance = given.maintenance;
    made.is_visited = given.is_visited;
    made.needs_second_factor = given.needs_second_factor;
    made.is_private = given.is_private;
    made.created_at = made.updated_at = began - history.front().ago;
    variables config(given.config_vars.begin(), given.config_vars.end());
    add_addons(account, made, given, config);
    add_formation(account, made, given);
    add_releases(account, made, history, config, began);
    add_dynos(account, made, given.is_asleep);
    made.domains.push_back(
        {account.new_id(), given.name + ".herokuapp.com", "heroku", std::nullopt, made.created_at});
    for (const std::string& hostname : given.domains)
        made.domains.push_back({account.new_id(), hostname, "custom",
                                account.chance().word(20) + ".herokudns.com", made.created_at});
    made.collaborators.push_back({account.new_id(), account.owner, "owner", made.created_at});
    for (const std::string& email : given.collaborators)
        made.collaborators.push_back(
            {account.new_id(), account.person_of(email), "collaborator", made.created_at});
    // Ids that are not drawn, so that these change those of nothing else.
    for (const std::string& url : given.drains)
        made.drains.push_back({account.person_of("drain " + url).id, url,
                               "d." + account.person_of("token " + url).id, std::nullopt,
                               made.created_at});
    for (const std::string& url : given.webhooks)
        made.webhooks.push_back({account.person_of("webhook " + url).id,
                                 url,
                                 {"api:release"},
                                 "notify",
                                 made.created_at,
                                 made.created_at});
    return made;
}

/// The same of a pipeline.
void add_pipeline(account_state& account, const seed_pipeline& given, time_point began) {
    const time_point made_at = began - std::chrono::hours(24 * 60);
    pipeline made{account.person_of("pipeline " + given.name).id, given.name, made_at, made_at};
    for (const seed_coupling& each : given.apps)
        account.couplings.push_back({account.person_of("coupling " + each.app).id,
                                     account.app_of(each.app).id, made.id, each.stage, made_at,
                                     made_at});
    account.pipelines.push_back(std::move(made));
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : token(given.token),
      created_at(began - std::chrono::hours(24 * 365)), rate{limits::rate_tokens, began},
      ids_(chance), request_ids_(chance ^ apart), visits_(chance + apart) {
    CHATOPS_ASSERT(!given.token.empty());
    owner = {new_id(), given.owner_email};
    for (const seed_app& each : given.apps) {
        CHATOPS_ASSERT(find_app(each.name) == nullptr);
        apps.push_back(app_of_seed(*this, each, began));
    }
    if (given.is_delinquent) delinquent_at = began - std::chrono::hours(24 * 3);
    for (const seed_pipeline& each : given.pipelines) add_pipeline(*this, each, began);
}

} // namespace chatops::mocks::heroku
