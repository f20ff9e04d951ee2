// What a command acts through: steps that are recorded, so that a run goes on after a crash.
#pragma once

#include "chatops/core/sleep.hpp"
#include "chatops/run/following.hpp"
#include "chatops/run/join.hpp"
#include "chatops/run/steps.hpp"

#include <concepts>
#include <memory>
#include <optional>
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
template <class T>
using record_type = std::conditional_t<std::is_void_v<T>, nothing, T>;

/// What looking for it gives: it, if it is there; or only whether it is.
template <class T>
struct found {
    using type = std::optional<T>;
};
template <>
struct found<void> {
    using type = bool;
};
template <class T>
using found_type = typename found<T>::type;

/// A step's lambda without its type, so that what surrounds it is compiled once for each value and
/// client, and not for each step. The lambda stays where it is until the step has ended.
template <class T, class Client, class... More>
class step_body {
  public:
    template <class F>
    explicit step_body(const F& body)
        : body_(&body), call_([](const void* which, Client& client, const More&... more) {
              return (*static_cast<const F*>(which))(client, more...);
          }) {}

    asio::awaitable<T> operator()(Client& client, const More&... more) const {
        return call_(body_, client, more...);
    }

  private:
    const void* body_;
    asio::awaitable<T> (*call_)(const void*, Client&, const More&...);
};

template <class F, class... More>
using body_of = step_body<value_of<F>, client_of<F>, More...>;

template <class F>
constexpr void check_step() {
    static_assert(std::is_trivially_destructible_v<F>,
                  "A step's lambda captures an object by value. Capture by reference ([&]): g++ 12 "
                  "miscompiles the rest inside co_await.");
    static_assert(recordable<record_type<value_of<F>>> || std::is_void_v<value_of<F>>,
                  "A step's value cannot be recorded. Return a described struct "
                  "(BOOST_DESCRIBE_STRUCT) of text, numbers, lists and times, without a secret.");
}

} // namespace detail

/// Handed to a command's `run`. A provider's client is handed out only inside a step; see
/// DESIGN.md, "Steps, and why runs survive". Names are unique within a run, or within a branch of
/// `all`.
class context {
  public:
    /// Of a whole run.
    context(steps& of, const person& asker)
        : steps_(of), began_(of.past().accepted_at()), asker_(asker) {}
    /// Of a branch of one.
    context(const context& whole, std::string scope)
        : steps_(whole.steps_), scope_(std::move(scope)), began_(whole.now()),
          asker_(whole.asker_) {}

    context(const context&) = delete;
    context& operator=(const context&) = delete;

    /// Looks, and records what was seen, so that a replay sees the same.
    template <class Look>
    asio::awaitable<detail::value_of<Look>> observe(std::string_view name, const Look& look) {
        detail::check_step<Look>();
        return recorded_step(name, detail::body_of<Look>(look), step_kind::looked);
    }

    /// Sets a state. Asking again must be harmless: after a crash it may be asked twice.
    template <class Act>
    asio::awaitable<detail::value_of<Act>> set(std::string_view name, const Act& act) {
        detail::check_step<Act>();
        return recorded_step(name, detail::body_of<Act>(act), step_kind::acted);
    }

    /// Does what must not happen twice. `find(client, since)` looks whether it did, since that
    /// moment of the provider's clock, and returns an optional of what `act` returns, or whether it
    /// did where that is nothing; where it finds nothing within the provider's settling time, a
    /// person is asked.
    template <class Act, class Find>
    asio::awaitable<detail::value_of<Act>> once(std::string_view name, const Act& act,
                                                const Find& find) {
        detail::check_step<Act>();
        static_assert(std::is_trivially_destructible_v<Find>,
                      "find captures an object by value. Capture by reference ([&]).");
        static_assert(
            std::is_same_v<detail::value_of<Find>, detail::found_type<detail::value_of<Act>>>,
            "once's find returns asio::awaitable<std::optional<T>> for an act that returns "
            "asio::awaitable<T>, and asio::awaitable<bool> for one that returns nothing.");
        return step_done_once(name, detail::body_of<Act>(act),
                              detail::body_of<Find, time_point>(find));
    }

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

    /// Asks whether to go on, with a button named `yes`: what is shown is what a person says yes
    /// to. Without a yes within `limits::confirmation_minutes` the run ends here, and says so. A
    /// command of effect `destroy` that shows what will be lost says `confirms_itself`, and calls
    /// this before it acts; otherwise it is asked about in general words before it begins.
    asio::awaitable<void> confirm(reply shown, std::string yes);

    /// Waits until `ready(client)` says true, looking every few seconds; throws `gave_up` after
    /// `limit`.
    template <class Ready>
    asio::awaitable<void> until(std::string_view name, const Ready& ready,
                                duration limit = std::chrono::minutes(10)) {
        static_assert(std::is_same_v<detail::value_of<Ready>, bool>,
                      "until's lambda returns asio::awaitable<bool>: whether it is so by now.");
        return wait_until(name, detail::body_of<Ready>(ready), limit);
    }

    /// Waits; a restart does not begin the wait anew.
    asio::awaitable<void> sleep(std::string_view name, duration how_long);

    /// Shows what `open(client, again)` opens in the run's thread, as it comes, until a person
    /// presses Stop, it is cancelled, or its time is up. `open` returns
    /// asio::awaitable<std::unique_ptr<http::stream>>; `again` is true once there was one that
    /// ended. For a command of effect `read`: after a crash it is begun anew, within the same time.
    template <class Open>
    asio::awaitable<followed> follow(const follow_order& how, const Open& open) {
        static_assert(std::is_same_v<detail::value_of<Open>, std::unique_ptr<http::stream>>,
                      "follow's lambda returns asio::awaitable<std::unique_ptr<http::stream>>.");
        static_assert(std::is_trivially_destructible_v<Open>,
                      "follow's lambda captures an object by value. Capture by reference ([&]).");
        return follow_streams(how, detail::body_of<Open, bool>(open));
    }

    /// Shown in the run's message while it goes on.
    asio::awaitable<void> progress(std::string text);

    /// When the step before this place ended (in a branch: of this branch), or when the run was
    /// accepted: the same in a replay. In a command that only reads, which is run again whole, it
    /// is the clock's.
    [[nodiscard]] time_point now() const { return steps_.now(scope_, began_); }
    [[nodiscard]] const person& asker() const { return asker_; }

  private:
    [[nodiscard]] std::string path(std::string_view name) const {
        return scope_ + std::string(name);
    }

    template <class T, class Client>
    asio::awaitable<T> recorded_step(std::string_view name, detail::step_body<T, Client> act,
                                     step_kind what);

    template <class T, class Client>
    asio::awaitable<T>
    step_done_once(std::string_view name, detail::step_body<T, Client> act,
                   detail::step_body<detail::found_type<T>, Client, time_point> find);

    template <class Client>
    asio::awaitable<followed>
    follow_streams(const follow_order& how,
                   detail::step_body<std::unique_ptr<http::stream>, Client, bool> open);

    template <class Client>
    asio::awaitable<void> wait_until(std::string_view name, detail::step_body<bool, Client> ready,
                                     duration limit);

    /// One try: the value or the outside's failure; a programmer's failure is thrown.
    template <class T, class Client, class... More>
    asio::awaitable<outcome<detail::record_type<T>>>
    attempt(detail::step_body<T, Client, More...> act, provider::repeats policy,
            const More&... more);

    /// Looks until found, or until the provider has had time to show it.
    template <class Found, class Client>
    asio::awaitable<Found> look(detail::step_body<Found, Client, time_point> find,
                                time_point since);

    steps& steps_;
    std::string scope_;
    time_point began_;
    const person& asker_;
};

} // namespace chatops

#include "chatops/run/context_steps.hpp"
