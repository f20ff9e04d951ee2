#pragma once

#include "chatops/core/time.hpp"
#include "chatops/run/counted.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/steps.hpp"

#include <boost/asio/async_result.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace chatops {

CHATOPS_INLINE step_history& steps::enter(const std::string& path, std::string_view scope,
                                          bool must_not_stay_open) {
    step_history& found = past_.step(path);
    if (found.visited)
        throw std::logic_error("two steps of one run have the name '" + path +
                               "': give each its own, or use ctx.all with a key");
    if (!putting_back_) met_.push_back(path);
    if (!found.record && !putting_back_) {
        if (past_.cancelled_by() && !(must_not_stay_open && found.begun > 0))
            throw cancelled(*past_.cancelled_by());
        if (keeps_records_ && found.begun == 0)
            if (const std::string* forgotten = past_.unvisited(scope))
                throw diverged("the journal has '" + *forgotten + "' where the program has '" +
                               path + "'");
    }
    found.visited = true;
    return found;
}

namespace detail {

/// Before the path of a step that puts something back.
inline constexpr std::string_view undo_prefix = "undo/";

/// A coroutine that waits for a time, or for being woken before it; it goes on once.
template <class Handler>
struct pause_state {
    explicit pause_state(Handler then) : handler(std::move(then)) {}

    void go_on() {
        if (!std::exchange(waits, false)) return;
        Handler then = std::move(handler);
        std::move(then)();
    }

    Handler handler;
    bool waits = true;
};
} // namespace detail

CHATOPS_INLINE asio::awaitable<void> steps::pause_until(time_point when) {
    if (is_cancelled()) throw cancelled(*past_.cancelled_by());
    const std::uint64_t number = ++pauses_;
    const auto start = [this, number, when](auto handler) {
        using state = detail::pause_state<decltype(handler)>;
        auto shared = std::make_shared<state>(std::move(handler));
        const clock::timer timer = world_.time.call_at(when, [shared] { shared->go_on(); });
        // Only the timer keeps the coroutine: it ends with the clock, as in a crash.
        pausing_[number] = [this, timer, weak = std::weak_ptr<state>(shared)] {
            const auto held = weak.lock();
            if (!held) return;
            world_.time.forget(timer);
            asio::post(world_.executor, [held] { held->go_on(); });
        };
    };
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(start,
                                                                         asio::use_awaitable);
    pausing_.erase(number);
    if (is_cancelled()) throw cancelled(*past_.cancelled_by());
}

CHATOPS_INLINE asio::awaitable<void> steps::watch_until(time_point when) {
    const counted one(watching);
    co_await pause_until(when);
}

CHATOPS_INLINE void steps::wake_pausing() {
    for (const auto& [number, wake] : std::exchange(pausing_, {})) wake();
}

CHATOPS_INLINE asio::awaitable<void> steps::append(journal::kind what, const std::string& name,
                                                   const std::string& data) {
    journal::batch together;
    together.entries.push_back({run_, what, name, data, world_.time.now()});
    co_await world_.journal.append(together);
    past_.add(together.entries.front());
}

CHATOPS_INLINE asio::awaitable<void> steps::begin(const std::string& path,
                                                  const boost::json::value& data) {
    const std::string text = json::text(data);
    co_await append(journal::kind::begun, path, text);
}

CHATOPS_INLINE asio::awaitable<void> steps::record(const std::string& path,
                                                   const std::string& data) {
    if (keeps_records_) co_await append(journal::kind::recorded, path, data);
}

CHATOPS_INLINE std::optional<given_answer> steps::answer_to(const std::string& name) const {
    const question_history* const known = past_.question(name);
    if (known == nullptr || !known->answered) return std::nullopt;
    const auto text = json::parse(known->answer);
    auto answer = text ? json::read<given_answer>(*text) : text.error();
    if (!answer) throw store_error("an answer cannot be read");
    return std::move(*answer);
}

CHATOPS_INLINE asio::awaitable<time_point> steps::stand(const std::string& name) {
    if (past_.question(name) == nullptr) co_await append(journal::kind::asked, name, "{}");
    standing_ = name;
    co_return past_.question(name)->asked;
}

CHATOPS_INLINE bool steps::hear(const journal::entry& answer) {
    if (standing_.empty() || answer.name != standing_) return false;
    past_.add(answer);
    wake_pausing();
    return true;
}

CHATOPS_INLINE asio::awaitable<std::string> steps::ask(const question& what) {
    question_history* const known = past_.question(what.name);
    if (std::optional<given_answer> given = answer_to(what.name)) {
        known->visited = true;
        co_return std::move(given->choice);
    }
    if (is_cancelled()) throw cancelled(*past_.cancelled_by());
    if (known == nullptr) co_await append(journal::kind::asked, what.name, "{}");
    waiting.push_back(what);
    throw awaiting_answer{};
}

CHATOPS_INLINE asio::awaitable<void> steps::confirm(const question& what) {
    const std::string choice = co_await ask(what);
    if (choice != "yes") throw not_confirmed{choice == "expired"};
    is_unconfirmed_ = false;
}

CHATOPS_INLINE void steps::check_confirmed(const std::string& path) const {
    if (is_unconfirmed_ && !putting_back_)
        throw std::logic_error("the step '" + path +
                               "' acts before ctx.confirm, which the command promises by "
                               "confirms_itself");
}

CHATOPS_INLINE provider::connection steps::connect(std::string_view provider,
                                                   provider::repeats policy) {
    const std::string name(provider);
    const auto& configured = world_.configuration.providers;
    const auto found = configured.find(name);
    if (found == configured.end())
        throw unavailable(name, "the configuration has no [providers." + name + "]",
                          effect_known::did_not_happen);
    return {world_.network, world_.time,           world_.chance,
            found->second,  world_.accounts[name], policy};
}

CHATOPS_INLINE time_point steps::begun_at(const step_history& step) {
    const auto note = json::parse(step.begun_data);
    if (!note || !note->is_string()) throw store_error("a step's beginning cannot be read");
    const auto when = read_time(std::string_view(note->get_string()));
    if (!when) throw store_error("a step's beginning is no time");
    return *when;
}

CHATOPS_INLINE asio::awaitable<time_point>
steps::absolute_end(const std::string& path, step_history& step, duration how_long) {
    if (step.begun == 0) {
        const time_point ends = world_.time.now() + how_long;
        if (!keeps_records_) co_return ends;
        const boost::json::value note(format_time(ends));
        co_await begin(path, note);
    }
    co_return begun_at(step);
}

CHATOPS_INLINE question steps::unsure(const std::string& path, std::string_view provider, int tries,
                                      int looks) {
    const std::string there = display_name(std::string(provider));
    question what;
    what.name = path + "?" + std::to_string(tries) + "." + std::to_string(looks);
    what.shown.how = tone::waiting;
    what.shown.title = "I cannot tell whether " + there + " carried out '" + path + "'";
    what.shown.add(text_part{"The request was sent, but no answer came, and I see no trace of it. "
                             "Please look at " +
                             there + " before you decide."});
    what.shown.buttons = {
        {what.name, "look", "Look again", button::style::primary},
        {what.name, "again", "Do it", button::style::danger},
        {what.name, "stop", "Leave it", button::style::plain},
    };
    return what;
}

CHATOPS_INLINE std::exception_ptr steps::left_unknown(const std::string& path,
                                                      std::string_view provider) {
    return std::make_exception_ptr(
        unavailable(std::string(provider),
                    "nobody could tell whether '" + path + "' happened, and it was left so",
                    effect_known::may_have_happened));
}

CHATOPS_INLINE std::exception_ptr steps::waited_too_long(std::string_view what, duration limit) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(limit).count();
    return std::make_exception_ptr(
        gave_up("waited " + std::to_string(minutes) + " minutes for '" + std::string(what) + "'"));
}

CHATOPS_INLINE bool steps::is_silence(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const unavailable&) {
        return true;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE asio::awaitable<void> steps::show_progress(const reply& now) {
    if (past_.unvisited({}) == nullptr && on_progress) co_await on_progress(now);
}

CHATOPS_INLINE void steps::register_undo(std::string path,
                                         std::function<asio::awaitable<void>()> act) {
    undos_.push_back({std::move(path), std::move(act), met_.size()});
}

CHATOPS_INLINE bool steps::may_have_changed(const std::string& path) const {
    const step_history& step = past_.step(path);
    if (!step.record) return true;
    const std::exception_ptr failure = recorded_failure(*step.record);
    if (!failure) return is_deed(*step.record);
    // What puts back a step that must not happen twice looks first: it may be asked in any case.
    return step.begun > 0 || !changed_nothing(failure);
}

CHATOPS_INLINE bool steps::is_needed(const registered_undo& which) const {
    // A program that differs from the one that acted knows too little.
    if (past_.unvisited({}) != nullptr) return true;
    const std::string_view name = std::string_view(which.path).substr(detail::undo_prefix.size());
    const std::string_view scope = name.substr(0, name.rfind('/') + 1);
    const auto since = met_.begin() + static_cast<std::ptrdiff_t>(which.steps_before);
    return std::any_of(since, met_.end(), [&](const std::string& path) {
        return std::string_view(path).substr(0, scope.size()) == scope && may_have_changed(path);
    });
}

CHATOPS_INLINE asio::awaitable<std::vector<undone>> steps::put_back() {
    std::vector<undone> restored;
    putting_back_ = true;
    while (!undos_.empty()) {
        const registered_undo last = std::move(undos_.back());
        undos_.pop_back();
        if (!is_needed(last)) continue;
        std::exception_ptr failure;
        try {
            co_await last.act();
        } catch (const store_error&) {
            throw;
        } catch (...) {
            failure = std::current_exception();
        }
        restored.emplace_back(last.path.substr(detail::undo_prefix.size()),
                              failure ? failure_sentence(failure) : std::string());
    }
    co_return restored;
}

} // namespace chatops
