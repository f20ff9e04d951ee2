// What a command acts through: steps that are recorded, so that a run goes on after a crash.
#pragma once

#include "chatops/core/sleep.hpp"
#include "chatops/run/join.hpp"
#include "chatops/run/steps.hpp"

#include <concepts>
#include <memory>
#include <type_traits>

namespace chatops {

namespace detail {

template <class Member>
struct call_of;
template <class F, class Result, class Client, class... Rest>
struct call_of<Result (F::*)(Client&, Rest...) const> {
    using client = Client;
    using result = Result;
};
template <class F, class Result, class Client, class... Rest>
struct call_of<Result (F::*)(Client&, Rest...)> : call_of<Result (F::*)(Client&, Rest...) const> {};

template <class Awaitable>
struct awaited;
template <class T>
struct awaited<asio::awaitable<T>> {
    using type = T;
};

/// A lambda with one provider's client as its first argument, returning an awaitable.
template <class F>
using client_of = typename call_of<decltype(&F::operator())>::client;
template <class F>
using value_of = typename awaited<typename call_of<decltype(&F::operator())>::result>::type;
/// What is recorded: the value, or `nothing` for void.
template <class F>
using record_type = std::conditional_t<std::is_void_v<value_of<F>>, nothing, value_of<F>>;

template <class F>
constexpr void check_step() {
    static_assert(std::is_trivially_destructible_v<F>,
                  "A step's lambda captures an object by value. Capture by reference ([&]): g++ 12 "
                  "miscompiles the rest inside co_await.");
    static_assert(recordable<record_type<F>> || std::is_void_v<value_of<F>>,
                  "A step's value cannot be recorded. Return a described struct "
                  "(BOOST_DESCRIBE_STRUCT) of text, numbers, lists and times, without a secret.");
}

} // namespace detail

/// Handed to a command's `run`. A provider's client is handed out only inside a step; see
/// DESIGN.md, "Steps, and why runs survive". Names are unique within a run, or within a branch of
/// `all`.
class context {
  public:
    context(steps& of, std::string scope, const person& asker)
        : steps_(of), scope_(std::move(scope)), asker_(asker) {}

    context(const context&) = delete;
    context& operator=(const context&) = delete;

    /// Looks, and records what was seen, so that a replay sees the same.
    template <class Look>
    asio::awaitable<detail::value_of<Look>> observe(std::string_view name, const Look& look) {
        return recorded_step(name, look, step_kind::looked);
    }

    /// Sets a state. Asking again must be harmless: after a crash it may be asked twice.
    template <class Act>
    asio::awaitable<detail::value_of<Act>> set(std::string_view name, const Act& act) {
        return recorded_step(name, act, step_kind::acted);
    }

    /// Does what must not happen twice. `find(client, since)` looks whether it did, since that
    /// moment of the provider's clock, and returns an optional of what `act` returns; where it
    /// finds nothing within the provider's settling time, a person is asked.
    template <class Act, class Find>
    asio::awaitable<detail::value_of<Act>> once(std::string_view name, const Act& act,
                                                const Find& find);

    /// Puts things back, last registered first, when the run fails or is cancelled. Register it
    /// before the step that it undoes: one that was cut off may have acted. It runs after the
    /// command has ended, so `act(client, what)` captures nothing and gets what it needs as `what`.
    template <class T, class Act>
    void undo(std::string_view name, T what, Act act);

    /// Runs `each(branch, key)` for all keys at once and waits for all of them. A branch's failure
    /// is kept in its outcome and cuts no other branch short. Keys name the branches, so no two may
    /// be equal.
    template <class Each>
    auto all(std::string_view name, const std::vector<std::string>& keys, const Each& each)
        -> asio::awaitable<std::vector<outcome<detail::branch_value<Each, context>>>>;

    /// Asks a person and returns the choice. The run ends here and goes on by replay.
    asio::awaitable<std::string> ask(std::string_view name, reply shown);

    /// Waits until `ready(client)` says true, looking every few seconds; throws `gave_up` after
    /// `limit`.
    template <class Ready>
    asio::awaitable<void> until(std::string_view name, const Ready& ready,
                                duration limit = std::chrono::minutes(10));

    /// Waits; a restart does not begin the wait anew.
    asio::awaitable<void> sleep(std::string_view name, duration how_long);

    /// Shown in the run's message while it goes on.
    asio::awaitable<void> progress(std::string text);

    /// The time of the last thing that happened in this run: the same in a replay. In a command
    /// that only reads, which is run again whole, it is the clock's.
    [[nodiscard]] time_point now() const { return steps_.now(); }
    [[nodiscard]] const person& asker() const { return asker_; }

  private:
    [[nodiscard]] std::string path(std::string_view name) const {
        return scope_ + std::string(name);
    }

    template <class F>
    asio::awaitable<detail::value_of<F>> recorded_step(std::string_view name, const F& act,
                                                       step_kind what);

    /// One try: the value or the outside's failure; a programmer's failure is thrown.
    template <class F, class... More>
    asio::awaitable<outcome<detail::record_type<F>>> attempt(const F& act, provider::repeats policy,
                                                             const More&... more);

    /// Looks until found, or until the provider has had time to show it.
    template <class Find>
    asio::awaitable<typename detail::value_of<Find>> look(const Find& find, time_point since);

    steps& steps_;
    std::string scope_;
    const person& asker_;
};

} // namespace chatops

#include "chatops/run/context_steps.hpp"
