#pragma once

#include "chatops/chat/json_form.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/engine.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/guide.hpp"

#include <utility>

namespace chatops {

CHATOPS_INLINE engine::engine(world& outside, const catalogue& commands)
    : world_(outside), commands_(commands), alive_(std::make_shared<engine*>(this)) {}

CHATOPS_INLINE engine::~engine() { *alive_ = nullptr; }

// ---- what carries a run: the stages, in reading order

CHATOPS_INLINE asio::awaitable<void> engine::go_on(active_run& run) {
    if (!run.fresh) co_await run.load();
    if (run.past.delivered()) co_return;

    judged verdict = judge(run.asked);
    if (const reply* answer = std::get_if<reply>(&verdict)) {
        co_await run.deliver(*answer);
        co_return;
    }
    clearing passed = clear(run, std::move(std::get<gate::permitted<invocation>>(verdict)));
    if (const reply* declined = std::get_if<reply>(&passed)) {
        co_await run.deliver(*declined);
        co_return;
    }
    if (const question* unconfirmed = std::get_if<question>(&passed)) {
        co_await wait_for_confirmation(run, *unconfirmed);
        co_return;
    }
    const auto& cleared = std::get<gate::cleared<invocation>>(passed);
    const std::optional<reply> answer = co_await perform(run, cleared);
    if (answer) co_await run.deliver(*answer);
}

CHATOPS_INLINE asio::awaitable<void> engine::carry_out(std::shared_ptr<active_run> run) {
    bool failed = false;
    try {
        co_await go_on(*run);
    } catch (const std::exception& problem) {
        // The journal or the chat failed. Nothing is guessed: the run stays open and is tried
        // again.
        world_.log.error("run parked", {{"run", run->id.text}, {"why", problem.what()}});
        failed = true;
    }
    active_.erase(run->id);
    if (failed)
        wake_at(world_.time.now() + limits::parked_seconds, run->id);
    else if (run->again)
        wake(run->id);
}

// ---- from bytes to a run

namespace detail {
/// The answer in the form that was asked for: its title stays, for who reads along.
inline reply as_asked(const line::common_options& common, reply answer) {
    if (!common.json) return answer;
    reply made;
    made.how = answer.how;
    made.title = answer.title;
    made.add(code_part{json::text(json_form(answer))});
    return made;
}
} // namespace detail

CHATOPS_INLINE engine::understood engine::understand(const accepted_request& asked) const {
    auto read = commands_.read(asked.line);
    const inquiry asker{commands_, world_.configuration.rules,
                        world_.configuration.rules.find(asked.asker_id)};
    if (!read) return explain_mistake(asked.line, read.error(), commands_);
    if (read->common.help) return detail::as_asked(read->common, help_for(*read->command));
    if (read->command->answer != nullptr)
        return detail::as_asked(read->common, read->command->answer(read->given.get(), asker));
    invocation what;
    what.command = read->command;
    what.common = read->common;
    what.facts.person = asked.member;
    what.facts.roles = asked.roles;
    what.facts.command = std::string(read->command->what->info.name);
    what.facts.effect = read->command->what->info.effect;
    what.facts.values = catalogue::values_of(*read->command, read->given.get());
    what.facts.channel = asked.channel_name;
    what.given = std::move(read->given);
    return what;
}

CHATOPS_INLINE engine::judged engine::judge(const accepted_request& asked) const {
    auto understood = understand(asked);
    if (reply* answer = std::get_if<reply>(&understood)) return std::move(*answer);
    invocation& what = std::get<invocation>(understood);
    const std::string& declaration = commands_.digest(*what.command);
    if (!asked.declaration.empty() && asked.declaration != declaration)
        return explain_failure(std::make_exception_ptr(diverged(
                                   "the command '" + what.facts.command + "' was declared anew")),
                               history{}, {});
    const gate::facts facts = what.facts;
    const line::common_options common = what.common;
    auto passed = gate::permit(std::move(what), world_.configuration.rules, facts);
    if (const gate::decision* denied = std::get_if<gate::decision>(&passed))
        return detail::as_asked(common, explain_denial(*denied));
    return std::move(std::get<gate::permitted<invocation>>(passed));
}

CHATOPS_INLINE std::optional<reply> engine::answer_at_once(const authentic<said>& line) {
    if (line->way != answer_way::in_response) return std::nullopt;
    accepted_request asked;
    asked.line = line->text;
    asked.asker_id = line->who.id;
    auto understood = understand(asked);
    if (reply* answer = std::get_if<reply>(&understood)) return std::move(*answer);
    return std::nullopt;
}

CHATOPS_INLINE accepted_request engine::request_of(const said& line) const {
    accepted_request asked;
    asked.line = line.text;
    asked.asker_id = line.who.id;
    asked.asker_name = line.who.name;
    if (const config::member* known = world_.configuration.rules.find(line.who.id)) {
        asked.member = known->name;
        asked.asker_name = known->name;
        asked.roles = known->roles;
    }
    asked.channel = line.where.channel;
    asked.channel_name = line.where.channel_name;
    asked.thread = line.where.thread;
    if (const auto read = commands_.read(asked.line)) {
        asked.command = read->command->what->info.name;
        asked.declaration = commands_.digest(*read->command);
        asked.version = read->command->what->info.version;
    }
    return asked;
}

namespace detail {
/// Counts up as long as it lives; in a coroutine that is destroyed after its engine, too.
class counted {
  public:
    explicit counted(std::shared_ptr<std::size_t> count) : count_(std::move(count)) { ++*count_; }
    ~counted() { --*count_; }
    counted(const counted&) = delete;
    counted& operator=(const counted&) = delete;

  private:
    std::shared_ptr<std::size_t> count_;
};
} // namespace detail

CHATOPS_INLINE asio::awaitable<void> engine::accept(const authentic<said>& line) {
    const detail::counted accepting(accepting_);
    auto run = std::make_shared<active_run>(world_, run_id{world_.chance.word(8)});
    run->asked = request_of(*line);
    run->response_url = line->response_url;
    run->fresh = true;
    journal::batch together;
    together.delivery_key = line->delivery_key;
    const boost::json::value facts = json::write(run->asked);
    together.entries.push_back(
        {run->id, journal::kind::accepted, {}, json::text(facts), world_.time.now()});
    if (!line->response_url.empty())
        together.secrets.push_back(
            {"response_url", world_.sealer.seal(line->response_url, run->id.text)});
    const journal::append_outcome appended = co_await world_.journal.append(together);
    if (appended.duplicate) co_return;
    run->past.add(together.entries.front());
    world_.log.info("run accepted", {{"run", run->id.text},
                                     {"person", run->asked.asker_name},
                                     {"command", run->asked.command}});
    start(std::move(run));
}

CHATOPS_INLINE asio::awaitable<void> engine::accept(const authentic<clicked>& press) {
    const detail::counted accepting(accepting_);
    const clicked& what = *press;
    active_run run(world_, what.run);
    co_await run.load();
    const question_history* asked = run.past.question(what.question);
    std::string refusal;
    if (!run.exists() || run.past.delivered())
        refusal = "This has ended already: there is nothing left to decide.";
    else if (asked == nullptr || asked->answered)
        refusal = "This question was answered already.";
    else if (what.who.id != run.asked.asker_id)
        refusal = "Only " + run.asked.asker_name + ", who asked for it, can answer this.";
    if (!refusal.empty()) {
        asio::co_spawn(world_.executor, refuse_press(what, std::move(refusal)), asio::detached);
        co_return;
    }
    const given_answer answer{what.who.id, run.asked.asker_name, what.choice};
    const boost::json::value data = json::write(answer);
    std::string text = json::text(data);
    co_await run.append(journal::kind::answered, what.question, std::move(text), what.delivery_key);
    wake(run.id);
}

CHATOPS_INLINE asio::awaitable<void> engine::resume() {
    const std::vector<run_id> open = co_await world_.journal.open_runs();
    if (!open.empty()) world_.log.info("runs resumed", {{"count", std::to_string(open.size())}});
    for (const run_id& id : open) wake(id);
}

// ---- confirmation

CHATOPS_INLINE engine::clearing engine::clear(const active_run& run,
                                              gate::permitted<invocation> what) const {
    const line::common_options common = what->common;
    std::optional<gate::confirmation> given;
    const question_history* asked = run.past.question("@confirm");
    if (asked != nullptr && asked->answered) {
        const auto data = json::parse(asked->answer);
        const auto answer = data ? json::read<given_answer>(*data) : data.error();
        if (!answer) throw store_error("a confirmation cannot be read");
        given = gate::confirmation{answer->by_id, answer->choice == "yes"};
        if (answer->choice == "expired")
            return detail::as_asked(common,
                                    reply::neutral("Not confirmed in time: nothing was changed"));
    }
    const command_info& info = what->command->what->info;
    auto passed = gate::clear(std::move(what), info.effect, run.asked.asker_id, given);
    if (auto* cleared = std::get_if<gate::cleared<invocation>>(&passed)) return std::move(*cleared);
    if (std::get<gate::held>(passed) == gate::held::declined)
        return detail::as_asked(common, reply::neutral("Cancelled: nothing was changed"));
    question ask;
    ask.name = "@confirm";
    ask.shown.how = tone::waiting;
    ask.shown.title = "Confirm " + std::string(info.name);
    const auto minutes = std::to_string(limits::confirmation_minutes.count());
    ask.shown.add(text_part{std::string(info.help) +
                            ".\nNothing was changed yet, and nothing will be unless you confirm "
                            "it within " +
                            minutes + " minutes."});
    ask.shown.buttons = {{ask.name, "yes", "Confirm", button::style::danger},
                         {ask.name, "no", "Cancel", button::style::plain}};
    return ask;
}

CHATOPS_INLINE asio::awaitable<void> engine::wait_for_confirmation(active_run& run,
                                                                   const question& what) {
    if (run.past.question(what.name) == nullptr)
        co_await run.append(journal::kind::asked, what.name, "{}");
    const time_point ends = run.past.question(what.name)->asked + limits::confirmation_minutes;
    if (world_.time.now() < ends) {
        co_await run.show(what.shown);
        wake_at(ends, run.id);
        co_return;
    }
    const given_answer late{run.asked.asker_id, run.asked.asker_name, "expired"};
    const boost::json::value data = json::write(late);
    std::string text = json::text(data);
    co_await run.append(journal::kind::answered, what.name, std::move(text));
    run.again = true;
}

// ---- steps

CHATOPS_INLINE asio::awaitable<std::optional<reply>>
engine::perform(active_run& run, const gate::cleared<invocation>& what) {
    const invocation& asked = *what;
    const bool keeps = asked.command->what->info.effect != effect::read;
    steps own(world_, run.id, run.past, keeps);
    own.on_progress = [this, &run](const std::string& text) {
        reply working{tone::working, text, {}, {}};
        return show_progress(run, std::move(working));
    };
    const person asker{run.asked.asker_id, run.asked.asker_name};
    context acting(own, {}, asker);
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
        co_await run.show(own.waiting.front().shown);
        co_return std::nullopt;
    }
    if (!failure && keeps)
        if (const std::string* unused = run.past.unvisited({}))
            failure = std::make_exception_ptr(
                diverged("the journal has '" + *unused + "', which the program never came to"));
    if (failure) {
        const std::vector<undone> restored = co_await put_back(own);
        if (!is_outside_failure(failure))
            world_.log.error("run failed inside", {{"run", run.id.text}});
        answer = keeps ? explain_failure(failure, run.past, restored) : explain_failure(failure);
    }
    co_return detail::as_asked(asked.common, std::move(answer));
}

CHATOPS_INLINE asio::awaitable<std::vector<undone>> engine::put_back(steps& of) {
    std::vector<undone> restored;
    of.put_back();
    while (!of.undos.empty()) {
        const auto [path, act] = std::move(of.undos.back());
        of.undos.pop_back();
        std::exception_ptr failure;
        try {
            co_await act();
        } catch (const store_error&) {
            throw;
        } catch (...) {
            failure = std::current_exception();
        }
        const std::string name = path.substr(std::string_view("undo/").size());
        restored.emplace_back(name, failure ? failure_sentence(failure) : std::string());
    }
    co_return restored;
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

CHATOPS_INLINE asio::awaitable<void> engine::refuse_press(clicked press, std::string why) {
    audience whom;
    whom.who = press.who;
    whom.where = press.where;
    whom.response_url = press.response_url;
    const reply told = reply::neutral(std::move(why));
    try {
        co_await world_.people.whisper(whom, told);
    } catch (const std::exception& problem) {
        world_.log.warning("whisper failed", {{"why", problem.what()}});
    }
}

} // namespace chatops
