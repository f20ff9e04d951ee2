// What the steps of one run share, and what of a step is no template: recording, asking, waiting.
#pragma once

#include "chatops/run/history.hpp"
#include "chatops/run/outcome.hpp"
#include "chatops/run/request.hpp"
#include "chatops/run/undone.hpp"
#include "chatops/run/world.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops {

/// Thrown, never caught by a command, when a run waits for a person: the run ends here and is
/// replayed from the top once there is an answer. Not a std::exception, so that no command swallows
/// it.
struct awaiting_answer {};

/// Thrown, never caught by a command, when a person did not confirm: said no, or nothing in time.
struct not_confirmed {
    bool too_late = false;
};

/// The question before something is destroyed: the engine's own name for it, whoever asks it.
inline constexpr std::string_view confirm_question = "@confirm";

/// The button that ends what is followed.
inline constexpr std::string_view stop_question = "@stop";

/// Thrown when the journal and the program disagree about what comes next.
class diverged : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A question to a person, with a button for each answer.
struct question {
    std::string name;
    reply shown;
};

/// One run's steps, as the journal has them and as they go on.
class steps {
  public:
    /// `keeps_records` is false for a command of effect `read`, which is run again whole.
    steps(chatops::world& outside, run_id run, history& past, bool keeps_records)
        : world_(outside), run_(std::move(run)), past_(past), keeps_records_(keeps_records) {}

    steps(const steps&) = delete;
    steps& operator=(const steps&) = delete;

    /// The step of that path, met by this replay. Throws `cancelled`, `diverged`, or
    /// std::logic_error for a path met twice. What `must_not_stay_open` and has begun is brought to
    /// its end although the run is cancelled.
    step_history& enter(const std::string& path, std::string_view scope,
                        bool must_not_stay_open = false);

    /// Waits until then; throws `cancelled` as soon as the run is.
    asio::awaitable<void> pause_until(time_point when);
    /// The run was cancelled, and its history knows: whoever pauses goes on at once.
    void wake_pausing();
    /// Somebody wants the run to end, and it is not putting back.
    [[nodiscard]] bool is_cancelled() const { return past_.cancelled_by() && !putting_back_; }

    asio::awaitable<void> begin(const std::string& path, const boost::json::value& data);
    asio::awaitable<void> record(const std::string& path, const std::string& data);

    /// The choice a person made, or `awaiting_answer` thrown after the question is journaled.
    asio::awaitable<std::string> ask(const question& what);

    /// Returns if the person said yes; throws `not_confirmed`, or as `ask` does.
    asio::awaitable<void> confirm(const question& what);
    /// From now on nothing acts before `confirm` has returned.
    void demand_confirmation() { is_unconfirmed_ = true; }
    /// Throws std::logic_error where a command acts too early.
    void check_confirmed(const std::string& path) const;

    /// What a client of that provider is made from. Throws `unavailable` if it is not configured.
    provider::connection connect(std::string_view provider, provider::repeats policy);

    /// The provider's time at which the step last was about to act.
    static time_point begun_at(const step_history& step);

    /// When a wait ends: as recorded, or from now on.
    asio::awaitable<time_point> absolute_end(const std::string& path, step_history& step,
                                             duration how_long);

    /// What to ask when nobody can know whether a step that must not happen twice did. Named for
    /// the try and the look, so that an answer counts for what was asked and no more.
    static question unsure(const std::string& path, std::string_view provider, int tries,
                           int looks);
    /// The failure of a step that a person decided to leave as it is.
    static std::exception_ptr left_unknown(const std::string& path, std::string_view provider);
    static std::exception_ptr waited_too_long(std::string_view what, duration limit);
    static bool is_silence(const std::exception_ptr& failure);

    /// Shown in the run's message while it goes on; unrecorded, and silent in a replay.
    asio::awaitable<void> show_progress(const reply& now);

    void register_undo(std::string path, std::function<asio::awaitable<void>()> act);

    /// A run's own time, of what it has come by under `scope`; see `context::now`.
    [[nodiscard]] time_point now(std::string_view scope, time_point began) const {
        return keeps_records_ ? past_.last_passed(scope, began) : world_.time.now();
    }
    [[nodiscard]] bool keeps_records() const { return keeps_records_; }
    [[nodiscard]] chatops::world& world() { return world_; }
    [[nodiscard]] const run_id& run() const { return run_; }
    [[nodiscard]] history& past() { return past_; }

    /// Asks without waiting, and returns when that was first asked. Its answer is heard while the
    /// run goes on.
    asio::awaitable<time_point> stand(const std::string& name);
    /// An answer came to a question that stands; false if it does not.
    bool hear(const journal::entry& answer);
    /// Waits as `pause_until` does, with nothing to do but to look whether something came.
    asio::awaitable<void> watch_until(time_point when);
    /// Who answered it, if anyone did.
    [[nodiscard]] std::optional<given_answer> answer_to(const std::string& name) const;

    /// Set by the engine: how the run's message shows something while it goes on, and how its
    /// thread gets more.
    std::function<asio::awaitable<void>(const reply&)> on_progress;
    std::function<asio::awaitable<void>(const reply&)> on_more;
    /// Counts those that only watch.
    std::shared_ptr<std::size_t> watching = std::make_shared<std::size_t>(0);
    /// Questions that wait for an answer.
    std::vector<question> waiting;
    /// Puts things back, the last registered first, although the run is cancelled: what became of
    /// each. What no step can have changed since is left as it is. Throws `store_error`.
    asio::awaitable<std::vector<undone>> put_back();

  private:
    asio::awaitable<void> append(journal::kind what, const std::string& name,
                                 const std::string& data);

    chatops::world& world_;
    run_id run_;
    history& past_;
    bool keeps_records_;
    bool putting_back_ = false;
    struct registered_undo {
        std::string path;
        std::function<asio::awaitable<void>()> act;
        /// How many steps came before it; those after may have changed what it would put back.
        std::size_t steps_before = 0;
    };
    /// Whether anything may have been changed since it was registered, in its branch.
    [[nodiscard]] bool is_needed(const registered_undo& which) const;
    /// Whether that step changed something, or may have.
    [[nodiscard]] bool may_have_changed(const std::string& path) const;

    /// What puts things back, in the order in which it was registered.
    std::vector<registered_undo> undos_;
    /// The paths of its steps, in the order in which this replay met them.
    std::vector<std::string> met_;
    bool is_unconfirmed_ = false;
    /// The question that stands.
    std::string standing_;
    /// Each goes on at once when called, if it still waits.
    std::map<std::uint64_t, std::function<void()>> pausing_;
    std::uint64_t pauses_ = 0;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/steps.ipp")
