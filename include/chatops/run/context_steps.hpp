// The bodies of context's templates: how each kind of step acts, records and replays.
#pragma once

#include "chatops/core/time.hpp"
#include "chatops/run/context.hpp"

namespace chatops {

template <class T, class Client, class... More>
asio::awaitable<outcome<detail::record_type<T>>>
context::attempt(detail::step_body<T, Client, More...> act, provider::repeats policy,
                 const More&... more) {
    outcome<detail::record_type<T>> done;
    try {
        Client client(steps_.connect(Client::provider, policy));
        if constexpr (std::is_void_v<T>) {
            co_await act(client, more...);
            done.value.emplace();
        } else {
            auto value = co_await act(client, more...);
            done.value.emplace(std::move(value));
        }
    } catch (const provider_error&) {
        done.failure = std::current_exception();
    } catch (const unavailable&) {
        done.failure = std::current_exception();
    }
    co_return done;
}

template <class T, class Client>
asio::awaitable<T> context::recorded_step(std::string_view name, detail::step_body<T, Client> act,
                                          step_kind what) {
    using record = detail::record_type<T>;
    const std::string where = path(name);
    if (what == step_kind::acted) steps_.check_confirmed(where);
    step_history& step = steps_.enter(where, scope_);
    outcome<record> done;
    if (step.record) {
        done.value.emplace(replayed<record>(*step.record));
    } else {
        done = co_await attempt(act, provider::repeats::when_safe);
        if (steps_.keeps_records()) {
            const std::string text = record_of(done, what);
            co_await steps_.record(where, text);
        }
    }
    if constexpr (std::is_void_v<T>)
        done.take();
    else
        co_return done.take();
}

template <class Found, class Client>
asio::awaitable<Found> context::look(detail::step_body<Found, Client, time_point> find,
                                     time_point since) {
    clock& time = steps_.world().time;
    const time_point settled = time.now() + Client::settling_time;
    for (;;) {
        outcome<Found> seen = co_await attempt(find, provider::repeats::when_safe, since);
        if (!seen.failed() && *seen.value) co_return std::move(*seen.value);
        if (time.now() >= settled) co_return Found();
        co_await sleep_for(time, Client::settling_time / 8);
    }
}

template <class T, class Client>
asio::awaitable<T>
context::step_done_once(std::string_view name, detail::step_body<T, Client> act,
                        detail::step_body<detail::found_type<T>, Client, time_point> find) {
    using record = detail::record_type<T>;
    const std::string where = path(name);
    steps_.check_confirmed(where);
    step_history& step = steps_.enter(where, scope_, true);
    outcome<record> done;
    if (step.record) {
        done.value.emplace(replayed<record>(*step.record));
        if constexpr (std::is_void_v<T>)
            co_return;
        else
            co_return done.take();
    }
    bool look_first = step.begun > 0;
    for (int looks = 1;;) {
        if (!look_first) {
            const auto ask_time = [](Client& client) { return client.provider_time(); };
            const detail::body_of<decltype(ask_time)> asking(ask_time);
            outcome<time_point> since = co_await attempt(asking, provider::repeats::when_safe);
            if (since.failed()) {
                done.failure = since.failure;
                break;
            }
            const boost::json::value note(format_time(*since.value));
            co_await steps_.begin(where, note);
            looks = 1;
            done = co_await attempt(act, provider::repeats::never);
            if (!done.failed() || !may_have_happened(done.failure)) break;
        }
        const time_point since = steps_.begun_at(step);
        auto found = co_await look(find, since);
        if (found) {
            done.failure = nullptr;
            if constexpr (std::is_void_v<T>)
                done.value.emplace();
            else
                done.value.emplace(std::move(*found));
            break;
        }
        const question unsure = steps_.unsure(where, Client::provider, step.begun, looks++);
        std::string choice = "stop";
        if (!steps_.is_cancelled()) choice = co_await steps_.ask(unsure);
        look_first = choice == "look";
        if (choice == "stop") {
            done.value.reset();
            done.failure = steps_.left_unknown(where, Client::provider);
            break;
        }
    }
    const std::string text = record_of(done, step_kind::acted);
    co_await steps_.record(where, text);
    if constexpr (std::is_void_v<T>)
        done.take();
    else
        co_return done.take();
}

namespace detail {
template <class T, class Act>
asio::awaitable<void> put_back(steps& of, std::string where, std::shared_ptr<const T> kept, Act act,
                               const person& asker);
} // namespace detail

template <class T, class Act>
void context::undo(std::string_view name, T what, Act act) {
    static_assert(
        std::is_empty_v<Act>,
        "An undo runs after the command's own frame is gone, so it captures nothing: give "
        "it what it needs as the value.");
    static_assert(std::is_void_v<detail::value_of<Act>>,
                  "An undo returns asio::awaitable<void>: nobody is left to read a value.");
    steps* of = &steps_;
    const std::string where = "undo/" + path(name);
    auto kept = std::make_shared<const T>(std::move(what));
    steps_.register_undo(where, [of, where, kept, act, &asker = asker_]() {
        return detail::put_back(*of, where, kept, act, asker);
    });
}

namespace detail {

/// One undo as a step of its own. What it keeps alive is a parameter: a coroutine lambda's captures
/// would end with the lambda.
template <class T, class Act>
asio::awaitable<void> put_back(steps& of, std::string where, std::shared_ptr<const T> kept, Act act,
                               const person& asker) {
    context outside(of, asker);
    const auto step = [&](client_of<Act>& client) { return act(client, *kept); };
    co_await outside.set(where, step);
}

template <class Context, class Each>
asio::awaitable<void> run_branch(const Each& each, Context& branch, const std::string& key,
                                 outcome<branch_value<Each, Context>>& into, bool& waits) {
    try {
        if constexpr (std::is_same_v<branch_value<Each, Context>, nothing>) {
            co_await each(branch, key);
            into.value.emplace();
        } else {
            auto value = co_await each(branch, key);
            into.value.emplace(std::move(value));
        }
    } catch (const awaiting_answer&) {
        waits = true;
    } catch (...) {
        into.failure = std::current_exception();
    }
}

} // namespace detail

template <class Each>
auto context::all(std::string_view name, const std::vector<std::string>& keys, const Each& each)
    -> asio::awaitable<std::vector<outcome<detail::branch_value<Each, context>>>> {
    std::vector<outcome<detail::branch_value<Each, context>>> kept(keys.size());
    std::vector<std::unique_ptr<context>> branches;
    auto state = std::make_shared<detail::join_state>();
    state->running = keys.size();
    bool waits = false;
    const auto executor = co_await asio::this_coro::executor;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        branches.push_back(std::make_unique<context>(*this, path(name) + "/" + keys[i] + "/"));
        auto branch = detail::run_branch(each, *branches.back(), keys[i], kept[i], waits);
        asio::co_spawn(executor, std::move(branch),
                       [state](const std::exception_ptr&) { state->ended(); });
    }
    co_await detail::joined(state);
    if (waits) throw awaiting_answer{};
    for (const auto& each_kept : kept)
        if (each_kept.failed() && !is_outside_failure(each_kept.failure))
            std::rethrow_exception(each_kept.failure);
    co_return kept;
}

template <class Client>
asio::awaitable<followed>
context::follow_streams(const follow_order& how,
                        detail::step_body<std::unique_ptr<http::stream>, Client, bool> open) {
    if (steps_.keeps_records())
        throw std::logic_error("ctx.follow is for a command of effect read: what it shows is not "
                               "recorded");
    following going(steps_, how);
    co_await going.begin();
    bool goes_on = true;
    for (bool again = false; goes_on; again = true) {
        auto opened = co_await attempt(open, provider::repeats::when_safe, again);
        std::unique_ptr<http::stream> from = opened.take();
        goes_on = co_await going.read(std::move(from));
    }
    co_return going.result();
}

template <class Client>
asio::awaitable<void> context::wait_until(std::string_view name,
                                          detail::step_body<bool, Client> ready, duration limit) {
    const std::string where = path(name);
    step_history& step = steps_.enter(where, scope_);
    outcome<nothing> done;
    if (step.record) {
        done.value.emplace(replayed<nothing>(*step.record));
        co_return;
    }
    const time_point ends = co_await steps_.absolute_end(where, step, limit);
    clock& time = steps_.world().time;
    for (;;) {
        outcome<bool> seen = co_await attempt(ready, provider::repeats::when_safe);
        if (!seen.failed() && *seen.value) {
            done.value.emplace();
            break;
        }
        // No answer is no reason to end a wait; a refusal is.
        if (seen.failed() && !steps::is_silence(seen.failure)) {
            done.failure = seen.failure;
            break;
        }
        if (time.now() >= ends) {
            done.failure = steps::waited_too_long(name, limit);
            break;
        }
        co_await steps_.pause_until(time.now() + std::chrono::seconds(3));
    }
    const std::string text = record_of(done, step_kind::looked);
    co_await steps_.record(where, text);
    done.take();
}

} // namespace chatops

#include CHATOPS_BODY("chatops/run/context_steps.ipp")
