#pragma once

#include "chatops/run/engine.hpp"
#include "chatops/run/engine.ipp"

#include <utility>

namespace chatops {

CHATOPS_INLINE void engine::note_decision(const gate::facts& what, accepted_request& asked) const {
    const gate::decision judged = gate::decide(rules_, what);
    if (judged.by != nullptr)
        asked.decided = gate::describe(*judged.by);
    else
        asked.decided = judged.allowed ? "everyone whom I know may" : judged.reason;
    std::vector<std::string> projects = projects_of(what.things);
    if (!projects.empty()) asked.projects = std::move(projects);
}

CHATOPS_INLINE asio::awaitable<engine::answered> engine::supervise(active_run& run,
                                                                   const read_line& what) {
    supervision::hooks doing;
    doing.cancelled = [this](const run_id& id, const std::string& by) { cancel(id, by); };
    doing.reload = [this] { return reload(); };
    supervision of(world_, commands_, rules_, run, std::move(doing));
    reply answer;
    std::exception_ptr failure;
    try {
        answer = co_await what.command->supervise(what.given.get(), of);
    } catch (const store_error&) {
        throw;
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        world_.log.error("run failed inside", {{"run", run.id.text}});
        answer = explain_failure(failure);
    }
    answered made{detail::as_asked(what.common, std::move(answer))};
    co_return made;
}

CHATOPS_INLINE void engine::cancel(const run_id& id, const std::string& by) {
    const auto found = active_.find(id);
    if (found != active_.end()) {
        active_run& run = *found->second;
        run.past.add({id, journal::kind::cancelled, {}, by, world_.time.now()});
        if (run.acting != nullptr) run.acting->wake_pausing();
    }
    wake(id);
}

CHATOPS_INLINE config::reloaded engine::reload() {
    config::reloaded outcome;
    if (!world_.reload) {
        outcome.errors.push_back({0, 0, "", "this program has no file to read anew"});
        return outcome;
    }
    outcome = world_.reload();
    if (outcome.is_taken) rules_ = gate::rulebook(world_.configuration.rules);
    for (const config::configuration_error& each : outcome.errors)
        world_.log.error(
            "configuration refused",
            {{"line", std::to_string(each.line)}, {"key", each.key}, {"why", each.message}});
    for (const config::configuration_error& each : outcome.warnings)
        world_.log.warning(
            "configuration doubtful",
            {{"line", std::to_string(each.line)}, {"key", each.key}, {"why", each.message}});
    if (outcome.is_taken)
        world_.log.info("configuration reloaded", {{"people", std::to_string(outcome.people)},
                                                   {"rules", std::to_string(outcome.rules)}});
    for (const std::string& each : outcome.needs_restart)
        world_.log.warning("restart needed", {{"for", each}});
    return outcome;
}

} // namespace chatops
