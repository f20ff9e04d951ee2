// Whether to send a request again, and when: decided without I/O, carried out by a thin coroutine.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/http/message.hpp"

#include <exception>
#include <optional>
#include <utility>

namespace chatops::http {

/// What came of sending a request once.
struct trial {
    enum class end {
        /// An answer that another try would not change: a value, or a refusal.
        final,
        /// Refused for being one too many (429): nothing was done, later it will be.
        limited,
        /// No usable answer; `effect` says whether there may have been an effect.
        silent,
    };

    end how = end::final;
    effect_known effect = effect_known::may_have_happened;
    /// What the other side asked for by `Retry-After`.
    std::optional<time_point> not_before = std::nullopt;
};

/// How patient to be. The defaults are for a provider's API that a person waits for.
struct patience {
    /// All tries and all waits between them end by then.
    time_point deadline;
    /// One try; only where another may follow, or the first one to hang would use up all.
    duration one_try{10'000};
    /// The first wait is at most this, each further one at most twice the one before.
    duration first_wait{500};
    duration longest_wait{8'000};
    int tries = 6;
};

/// Whether a request may be sent again although it may have had its effect.
enum class repeatable {
    /// Asking twice is as asking once.
    yes,
    /// Only when it is known that it did nothing.
    no,
    /// Not at all, whatever is known: whoever asks decides.
    never,
};

/// GET and HEAD change nothing (RFC 9110, 9.2.1). That a PUT, DELETE or PATCH may be repeated is
/// for the caller to say: a DELETE that restarts something is none.
bool is_reading(std::string_view method);

/// The moment that a `Retry-After` names, in seconds or as a date; nothing without one.
///
/// A date is the other side's, so it counts from the answer's `Date` where there is one. At most a
/// day.
std::optional<time_point> retry_after(const response& answer, time_point now);

/// Decides after each try; knows no network. Waits grow exponentially with full jitter, so that
/// many who failed together do not come back together.
class retry {
  public:
    retry(patience how, repeatable may, random_source& chance)
        : how_(how), may_(may), chance_(chance) {}

    /// Until when the next try may take.
    [[nodiscard]] time_point try_deadline(time_point now) const;

    /// When to send again; nothing to give up. Never at or after the deadline.
    std::optional<time_point> next(const trial& last, time_point now);

    /// What is known over all tries: one that may have had its effect is not undone by a later one.
    [[nodiscard]] effect_known effect() const { return effect_; }
    [[nodiscard]] int tries() const { return tries_; }

  private:
    [[nodiscard]] bool may_repeat(const trial& last) const;

    patience how_;
    repeatable may_;
    random_source& chance_;
    int tries_ = 0;
    effect_known effect_ = effect_known::did_not_happen;
};

/// Throws it; `unavailable` with that effect.
[[noreturn]] void rethrow_with(const std::exception_ptr& failure, effect_known effect);

/// Sends until there is a final answer, or `decide` gives up; then throws what the last try threw,
/// with the effect that is known over all of them.
///
/// `send(deadline)` is an awaitable of an answer of any kind; `read(answer)` makes the value, or
/// throws `unavailable` for one that cannot be used, or `provider_error` for a refusal: of these
/// only 429 is tried again. A refusal thrown by `send` itself is final. References must live until
/// the awaitable ends.
template <class Value, class Send, class Read>
asio::awaitable<Value> send_with_retries(clock& time, retry& decide, const Send& send,
                                         const Read& read) {
    for (;;) {
        std::optional<Value> value;
        std::exception_ptr failure;
        trial last;
        bool answered = false;
        try {
            const time_point until = decide.try_deadline(time.now());
            const response answer = co_await send(until);
            answered = true;
            last.not_before = retry_after(answer, time.now());
            value.emplace(read(answer));
        } catch (const unavailable& silent) {
            failure = std::current_exception();
            last.how = trial::end::silent;
            last.effect = silent.effect();
        } catch (const provider_error& refused) {
            failure = std::current_exception();
            if (answered && refused.status() == 429) last.how = trial::end::limited;
        }
        const std::optional<time_point> again = decide.next(last, time.now());
        if (value) co_return std::move(*value);
        if (!again) rethrow_with(failure, decide.effect());
        co_await sleep_until(time, *again);
    }
}

} // namespace chatops::http

#include CHATOPS_BODY("chatops/http/retry.ipp")
