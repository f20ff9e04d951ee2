#include "mocks/heroku/running.hpp"

#include "chatops/core/config.hpp"
#include "chatops/core/url.hpp"
#include "mocks/heroku/addons.hpp"
#include "mocks/heroku/behaviour.hpp"
#include "mocks/heroku/limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::heroku {
namespace {

void note_exit(app& of, const dyno& which, int status, time_point at) {
    note(of, at, "heroku", which.name(), "Process exited with status " + std::to_string(status));
}

void change_state(app& of, dyno& which, std::string state, time_point at) {
    note(of, at, "heroku", which.name(), "State changed from " + which.state + " to " + state);
    which.state = std::move(state);
    which.updated_at = at;
}

/// A one-off dyno is gone once its command has ended; another one goes on.
void finish_start(app& of, dyno& which, time_point at) {
    which.changes_at.reset();
    const behaviour does = behaviour_of(which.command);
    if (!which.one_off) {
        if (does.status != 0) note_exit(of, which, does.status, at);
        return change_state(of, which, does.status != 0 ? "crashed" : "up", at);
    }
    change_state(of, which, "up", at);
    for (std::size_t i = 0; i < does.writes_at_once; ++i)
        note(of, at, "app", which.name(), does.writes[i]);
    const duration length = does.takes.value_or(limits::one_off_run);
    which.is_cut_off = which.time_to_live && *which.time_to_live < length;
    which.changes_at = at + (which.is_cut_off ? *which.time_to_live : length);
}

void settle_dyno(app& of, std::size_t index, time_point at) {
    dyno& which = of.dynos[index];
    if (which.state == "starting") return finish_start(of, which, at);
    // [?] As of a dyno that is stopped: 128 and the number of the signal.
    constexpr int terminated = 143;
    const behaviour does = behaviour_of(which.command);
    if (which.is_cut_off)
        note(of, at, "heroku", which.name(), "Stopping all processes with SIGTERM");
    else
        for (std::size_t i = does.writes_at_once; i < does.writes.size(); ++i)
            note(of, at, "app", which.name(), does.writes[i]);
    note_exit(of, which, which.is_cut_off ? terminated : does.status, at);
    change_state(of, which, "complete", at);
    of.dynos.erase(of.dynos.begin() + static_cast<std::ptrdiff_t>(index));
}

/// It runs on what its code was built for, and has its process types: unknown ones are added (`web`
/// runs at once, the others when asked to), and those that it does not have any more go with their
/// dynos.
void follow_slug(account_state& account, app& of, time_point at) {
    const slug* const code = of.find_slug(of.current().slug_id);
    if (code == nullptr) return;
    of.stack = code->stack;
    const bool first = of.formation.empty();
    for (const auto& [type, command] : code->process_types) {
        process* known = of.find_process(type);
        if (known == nullptr) {
            of.formation.push_back({account.new_id(), type, command, first && type == "web" ? 1 : 0,
                                    find_dyno_size("Basic"), at, at});
            const auto sized = std::find_if(of.formation.begin(), of.formation.end(),
                                            [](const process& each) { return each.quantity > 0; });
            if (sized != of.formation.end()) of.formation.back().size = sized->size;
            known = &of.formation.back();
        }
        known->command = command;
    }
    const auto gone = [&](const std::string& type) { return !code->process_types.contains(type); };
    std::erase_if(of.formation, [&](const process& each) { return gone(each.type); });
    std::erase_if(of.dynos, [&](const dyno& each) { return !each.one_off && gone(each.type); });
}

void become_current(account_state& account, app& of, const release& done, time_point at) {
    CHATOPS_ASSERT(of.current_release_id.empty() || of.current().version < done.version);
    of.current_release_id = done.id;
    of.released_at = of.updated_at = at;
    follow_slug(account, of, at);
    restart_all(account, of, {}, at);
    for (const process& each : of.formation) follow_formation(account, of, each, at);
}

void settle_release(account_state& account, app& of, release& pending, time_point at) {
    pending.settles_at.reset();
    pending.updated_at = at;
    const behaviour phase = behaviour_of(phase_of(of, pending));
    const duration takes = phase.takes.value_or(duration{});
    if (takes > limits::release_phase && at < pending.created_at + limits::release_phase) {
        pending.settles_at = pending.created_at + limits::release_phase;
        return;
    }
    if (takes > limits::release_phase) {
        pending.status = "expired";
        note(of, at, "heroku", "release", "Release command took too long");
        return;
    }
    if (phase.status != 0) {
        pending.status = "failed";
        note(of, at, "heroku", "release", "Release command failed");
        return;
    }
    pending.status = "succeeded";
    become_current(account, of, pending, at);
}

/// No name below `.invalid` is anybody's (RFC 2606), so nothing can be fetched from there.
bool can_be_fetched(std::string_view url) {
    constexpr std::string_view nobodys = ".invalid";
    std::string_view name = url.substr(std::min(url.size(), url.find("://") + 3));
    name = name.substr(0, name.find_first_of("/?#"));
    name = name.substr(name.find('@') + 1);
    name = name.substr(0, name.find(':'));
    return name.size() < nobodys.size() || name.substr(name.size() - nobodys.size()) != nobodys;
}

/// What the address says in its query as `release`: nothing else tells this mock of a release phase
/// in the code.
std::string phase_in(std::string_view url) {
    const auto query = url.find('?');
    if (query == std::string_view::npos) return {};
    const auto fields = form_decode(url.substr(query + 1));
    const std::string* const found = fields ? find_field(*fields, "release") : nullptr;
    return found == nullptr ? std::string() : *found;
}

void settle_build(account_state& account, app& of, build& pending, time_point at) {
    pending.settles_at.reset();
    pending.updated_at = at;
    if (!can_be_fetched(pending.source_url)) {
        pending.status = "failed";
        note(of, at, "app", "api", "Build failed -- check your build logs");
        return;
    }
    pending.status = "succeeded";
    slug code{account.new_id(),
              pending.source_version.value_or(account.chance().word(8)),
              {},
              of.build_stack,
              at};
    for (const process& each : of.formation) code.process_types[each.type] = each.command;
    if (code.process_types.empty()) code.process_types["web"] = "bin/start";
    if (std::string phase = phase_in(pending.source_url); !phase.empty())
        code.process_types["release"] = std::move(phase);
    pending.slug_id = code.id;
    release_draft draft = draft_of(account, of, "Deploy " + code.commit.substr(0, 8));
    draft.slug_id = code.id;
    draft.user = pending.user;
    draft.brings_code = true;
    of.slugs.push_back(std::move(code));
    pending.release_id = make_release(account, of, std::move(draft), at).id;
    note(of, at, "app", "api", "Build succeeded");
}

/// Does one thing that is due at exactly that moment; false if there is none in this app.
bool settle_one(account_state& account, app& of, time_point at) {
    for (release& each : of.releases)
        if (each.settles_at == at) return settle_release(account, of, each, at), true;
    for (build& each : of.builds)
        if (each.settles_at == at) return settle_build(account, of, each, at), true;
    for (addon& each : of.addons)
        if (each.settles_at == at) return settle_addon(account, of, each, at), true;
    for (std::size_t index = 0; index < of.dynos.size(); ++index)
        if (of.dynos[index].changes_at == at) return settle_dyno(of, index, at), true;
    return false;
}

} // namespace

std::string_view phase_of(const app& of, const release& which) {
    for (const slug& each : of.slugs) {
        if (each.id != which.slug_id) continue;
        const auto found = each.process_types.find("release");
        return found == each.process_types.end() ? std::string_view() : found->second;
    }
    return {};
}

void start_dyno(account_state& account, app& of, dyno& which, time_point now) {
    which.id = account.new_id();
    which.state = "starting";
    which.release_id = of.current_release_id;
    which.release_version = of.current().version;
    which.created_at = which.updated_at = now;
    which.changes_at = now + limits::dyno_start;
    note(of, now, "heroku", which.name(), "Starting process with command `" + which.command + "`");
}

void note(app& of, time_point at, std::string_view source, std::string_view process,
          std::string text) {
    of.log.push_back({at, std::string(source), std::string(process), std::move(text)});
    ++of.log_written;
    if (of.log.size() > limits::log_lines) of.log.pop_front();
}

release_draft draft_of(const account_state& account, const app& of, std::string description) {
    release_draft draft;
    draft.description = std::move(description);
    draft.user = account.owner;
    if (!of.releases.empty()) {
        draft.slug_id = of.newest().slug_id;
        draft.config_vars = of.newest().config_vars;
    }
    return draft;
}

release& make_release(account_state& account, app& of, release_draft draft, time_point now) {
    release made;
    made.id = account.new_id();
    made.version = of.releases.empty() ? 1 : of.releases.back().version + 1;
    made.description = std::move(draft.description);
    made.user = std::move(draft.user);
    made.slug_id = std::move(draft.slug_id);
    made.config_vars = std::move(draft.config_vars);
    for (const addon& each : of.addons) made.addon_plans.push_back(each.plan);
    made.created_at = made.updated_at = now;
    made.has_output = !phase_of(of, made).empty();
    time_point settles = draft.brings_code || made.has_output ? now + limits::release_settle : now;
    // Versions become current in their order: one that waits holds up those after it.
    for (const release& each : of.releases)
        if (each.settles_at) settles = std::max(settles, *each.settles_at);
    note(of, now, "app", "api",
         "Release v" + std::to_string(made.version) + " created by user " + made.user.email);
    of.releases.push_back(std::move(made));
    release& kept = of.releases.back();
    if (settles > now)
        kept.settles_at = settles;
    else
        settle_release(account, of, kept, now);
    return kept;
}

void follow_formation(account_state& account, app& of, const process& type, time_point now) {
    std::vector<int> numbers;
    std::erase_if(of.dynos, [&](dyno& each) {
        if (each.one_off || each.type != type.type) return false;
        if (each.number <= type.quantity) {
            numbers.push_back(each.number);
            return false;
        }
        note(of, now, "heroku", each.name(), "Stopping all processes with SIGTERM");
        return true;
    });
    for (int number = 1; number <= type.quantity; ++number) {
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) continue;
        dyno added;
        added.type = type.type;
        added.number = number;
        added.command = type.command;
        added.size = type.size;
        start_dyno(account, of, added, now);
        of.dynos.push_back(std::move(added));
    }
}

void restart(account_state& account, app& of, dyno& which, time_point now) {
    if (const process* const type = of.find_process(which.type)) {
        which.command = type->command;
        which.size = type->size;
    }
    note(of, now, "heroku", which.name(), "Restarting");
    start_dyno(account, of, which, now);
}

void restart_all(account_state& account, app& of, std::string_view type, time_point now) {
    for (dyno& each : of.dynos)
        if (!each.one_off && (type.empty() || each.type == type)) restart(account, of, each, now);
}

void settle(account_state& account, time_point now) {
    for (auto at = account.due(); at && *at <= now; at = account.due()) {
        for (app& each : account.apps)
            while (settle_one(account, each, *at)) {
            }
        // After the releases that they wait for.
        for (promotion& each : account.promotions)
            if (each.settles_at == at) settle_promotion(account, each, *at);
    }
}

} // namespace chatops::mocks::heroku
