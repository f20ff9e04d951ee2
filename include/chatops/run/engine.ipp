#pragma once

#include "chatops/chat/json_form.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/engine.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/guide.hpp"

#include <utility>

namespace chatops {

CHATOPS_INLINE engine::engine(world& outside, const catalogue& commands)
    : world_(outside), commands_(commands), rules_(outside.configuration.rules),
      homes_(outside, commands, rules_), values_(outside, commands, rules_),
      alive_(std::make_shared<engine*>(this)) {}

CHATOPS_INLINE engine::~engine() { *alive_ = nullptr; }

// ---- what carries a run: the stages, in reading order

CHATOPS_INLINE asio::awaitable<void> engine::go_on(active_run& run) {
    if (!run.fresh) co_await run.load();
    if (run.past.delivered()) co_return;
    homes_.began(run);

    judged verdict = judge(run);
    if (const answered* answer = std::get_if<answered>(&verdict)) {
        co_await run.deliver(answer->what, answer->outcome);
        co_return;
    }
    clearing passed = clear(run, std::move(std::get<gate::permitted<read_line>>(verdict)));
    if (const answered* declined = std::get_if<answered>(&passed)) {
        co_await run.deliver(declined->what, declined->outcome);
        co_return;
    }
    if (const question* unconfirmed = std::get_if<question>(&passed)) {
        co_await wait_for_confirmation(run, *unconfirmed);
        co_return;
    }
    std::optional<answered> answer;
    if (const auto* const guarded = std::get_if<gate::guarded<read_line>>(&passed)) {
        answer = co_await perform(run, *guarded);
    } else {
        const auto& cleared = std::get<gate::cleared<read_line>>(passed);
        answer = co_await perform(run, cleared);
    }
    if (answer) co_await run.deliver(answer->what, answer->outcome);
}

CHATOPS_INLINE asio::awaitable<void> engine::carry_out(std::shared_ptr<active_run> run) {
    std::optional<std::string> failure;
    try {
        co_await go_on(*run);
    } catch (const std::exception& problem) {
        failure = problem.what();
    }
    active_.erase(run->id);
    homes_.stopped(*run);
    if (failure) {
        park(run->id, std::move(*failure));
        co_return;
    }
    if (parked_.erase(run->id) > 0) world_.log.info("run goes on", {{"run", run->id.text}});
    if (run->again) wake(run->id);
}

CHATOPS_INLINE void engine::park(const run_id& id, std::string why) {
    // The journal or the chat failed. Nothing is guessed: the run stays open and is tried again,
    // which is said once for each reason.
    std::string& told = parked_[id];
    if (told != why) world_.log.error("run parked", {{"run", id.text}, {"why", why}});
    told = std::move(why);
    wake_at(world_.time.now() + limits::parked_seconds, id);
}

// ---- from bytes to a run

namespace detail {
/// The answer in the form that was asked for: its title stays, for who reads along. JSON in two
/// blocks is none, so a long one is a file.
inline reply as_asked(const line::common_options& common, reply answer) {
    if (!common.json) return answer;
    reply made;
    made.how = answer.how;
    made.title = answer.title;
    std::string text = json::text(json_form(answer));
    if (text.size() <= limits::json_block_bytes)
        made.add(code_part{std::move(text)});
    else
        made.add(file_part{"answer.json", std::move(text)});
    return made;
}
} // namespace detail

CHATOPS_INLINE engine::understood
engine::understand(const accepted_request& asked, std::string_view typed, time_point when) const {
    auto read = commands_.read(typed, typed_at(asked, when));
    const inquiry asker{commands_, rules_, rules_.find(asked.asker_id)};
    if (!read)
        return answered{
            detail::as_asked(wished_in(typed), explain_mistake(typed, read.error(), commands_)),
            "unclear"};
    if (read->common.help)
        return answered{detail::as_asked(read->common, help_for(*read->command))};
    if (read->command->answer != nullptr)
        return answered{
            detail::as_asked(read->common, read->command->answer(read->given.get(), asker))};
    return std::move(*read);
}

CHATOPS_INLINE engine::judged engine::judge(const active_run& run) const {
    const accepted_request& asked = run.asked;
    const std::optional<std::string_view> typed = run.line();
    if (!typed)
        return answered{detail::as_asked(wished_in(asked.line), explain_lost_secret(run.past))};
    auto understood = understand(asked, *typed, run.past.accepted_at());
    if (answered* answer = std::get_if<answered>(&understood)) return std::move(*answer);
    read_line& what = std::get<read_line>(understood);
    const line::common_options common = what.common;
    const std::string& declaration = commands_.digest(*what.command);
    if (!asked.declaration.empty() && asked.declaration != declaration) {
        const auto anew = std::make_exception_ptr(diverged(
            "the command '" + std::string(what.command->what->info.name) + "' was declared anew"));
        return answered{detail::as_asked(common, explain_failure(anew, history{}, {}))};
    }
    const gate::facts facts = facts_of(what, world_.configuration, asked);
    auto passed = gate::permit(std::move(what), rules_, facts);
    if (const gate::decision* denied = std::get_if<gate::decision>(&passed))
        return answered{detail::as_asked(common, explain_denial(*denied, run.past)), "denied"};
    return std::move(std::get<gate::permitted<read_line>>(passed));
}

CHATOPS_INLINE asio::awaitable<void> engine::resume() {
    const std::vector<run_id> open = co_await world_.journal.open_runs();
    if (!open.empty()) world_.log.info("runs resumed", {{"count", std::to_string(open.size())}});
    for (const run_id& id : open) wake(id);
}

// ---- steps

namespace detail {
/// The run knows its steps for as long as they live.
class acting_now {
  public:
    acting_now(active_run& run, steps& own) : run_(run) { run_.acting = &own; }
    ~acting_now() { run_.acting = nullptr; }
    acting_now(const acting_now&) = delete;
    acting_now& operator=(const acting_now&) = delete;

  private:
    active_run& run_;
};
} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<engine::answered>>
engine::perform(active_run& run, const gate::cleared<read_line>& what) {
    return carry_out_steps(run, *what, true);
}

CHATOPS_INLINE asio::awaitable<std::optional<engine::answered>>
engine::perform(active_run& run, const gate::guarded<read_line>& what) {
    return carry_out_steps(run, *what, false);
}

CHATOPS_INLINE asio::awaitable<std::optional<engine::answered>>
engine::carry_out_steps(active_run& run, const read_line& asked, bool is_confirmed) {
    if (asked.command->supervise != nullptr) {
        answered made = co_await supervise(run, asked);
        co_return made;
    }
    const bool keeps = asked.command->what->info.effect != effect::read;
    if (keeps && !run.past.has_acted() &&
        world_.time.now() > run.past.last_said() + limits::beginning_minutes)
        co_return answered{detail::as_asked(asked.common, explain_late())};
    steps own(world_, run.id, run.past, keeps);
    if (!is_confirmed) own.demand_confirmation();
    own.on_progress = [this, &run](const reply& now) { return show_progress(run, now); };
    own.watching = watching_;
    own.on_more = [&run](const reply& more) { return run.add(more); };
    const detail::acting_now known(run, own);
    const person asker{run.asked.asker_id, run.asked.asker_name};
    context acting(own, asker);
    reply working{tone::working, "Working on it", {}, {}};
    if (!run.message) co_await run.show(working);
    reply answer;
    std::exception_ptr failure;
    bool waits = false;
    try {
        answer = co_await asked.command->run(asked.given.get(), acting);
    } catch (const awaiting_answer&) {
        waits = true;
    } catch (const store_error&) {
        throw;
    } catch (...) {
        failure = std::current_exception();
    }
    if (waits) {
        const question& what = own.waiting.front();
        if (what.name == confirm_question)
            co_await wait_for_confirmation(run, what);
        else
            co_await run.show(what.shown);
        co_return std::nullopt;
    }
    if (!failure && keeps)
        if (const std::string* unused = run.past.unvisited({}))
            failure = std::make_exception_ptr(
                diverged("the journal has '" + *unused + "', which the program never came to"));
    if (failure) {
        const std::vector<undone> restored = co_await own.put_back();
        if (!is_outside_failure(failure) && outcome_of(failure).empty())
            world_.log.error("run failed inside", {{"run", run.id.text}});
        answer = keeps ? explain_failure(failure, run.past, restored) : explain_failure(failure);
        if (is_missing(failure)) {
            const texts_of_values near =
                co_await values_.meant(*asked.command, asked.given, run.asked.asker_id);
            add_meant(answer, near);
        }
    }
    answered made{detail::as_asked(asked.common, std::move(answer))};
    if (failure) made.outcome = outcome_of(failure);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<void> engine::show_progress(active_run& run, reply working) {
    try {
        co_await run.show(working);
    } catch (const provider_error& refused) {
        world_.log.warning("progress not shown", {{"run", run.id.text}, {"why", refused.what()}});
    } catch (const unavailable& silent) {
        world_.log.warning("progress not shown", {{"run", run.id.text}, {"why", silent.what()}});
    }
}

// ---- starting and waking

CHATOPS_INLINE void engine::start(std::shared_ptr<active_run> run) {
    if (!active_.emplace(run->id, run).second) return;
    asio::co_spawn(world_.executor, carry_out(std::move(run)), asio::detached);
}

CHATOPS_INLINE void engine::wake(const run_id& id) {
    const auto found = active_.find(id);
    if (found != active_.end())
        found->second->again = true;
    else
        start(std::make_shared<active_run>(world_, id));
}

CHATOPS_INLINE void engine::wake_at(time_point when, const run_id& id) {
    world_.time.call_at(when, [alive = std::weak_ptr<engine*>(alive_), id] {
        if (const auto self = alive.lock(); self && *self != nullptr) (*self)->wake(id);
    });
}

namespace detail {
inline asio::awaitable<void> whisper(world& through, audience whom, reply what) {
    try {
        co_await through.people.whisper(whom, what);
    } catch (const std::exception& problem) {
        through.log.warning("whisper failed", {{"why", problem.what()}});
    }
}
} // namespace detail

CHATOPS_INLINE void engine::whisper(const person& who, const place& where,
                                    const secret& response_url, std::string what) {
    audience whom;
    whom.who = who;
    whom.where = where;
    whom.response_url = response_url;
    asio::co_spawn(world_.executor,
                   detail::whisper(world_, std::move(whom), reply::neutral(std::move(what))),
                   asio::detached);
}

} // namespace chatops

// The rest of it, by what it is about.
#include "chatops/run/engine_acceptance.ipp"
#include "chatops/run/engine_confirmation.ipp"
#include "chatops/run/engine_forms.ipp"
#include "chatops/run/engine_supervision.ipp"
