// One request from start to end: the map of the house. Each stage is one line of `carry_out`.
#pragma once

#include "chatops/chat/inbox.hpp"
#include "chatops/gate/stages.hpp"
#include "chatops/run/active_run.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/facts.hpp"
#include "chatops/run/homes.hpp"
#include "chatops/run/steps.hpp"
#include "chatops/run/supervision.hpp"
#include "chatops/run/things.hpp"
#include "chatops/run/value_service.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chatops {

/// Accepts what people say, carries it out, and goes on after a crash where it was.
///
/// Used from one thread, the world's executor. Destroying it while runs are going on is the same as
/// a crash: the next engine's `resume` goes on with them.
class engine final : public inbox {
  public:
    engine(world& outside, const catalogue& commands);
    ~engine() override;

    std::optional<reply> answer_at_once(const authentic<said>& line) override;
    asio::awaitable<void> accept(const authentic<said>& line) override;
    asio::awaitable<void> accept(const authentic<clicked>& press) override;
    asio::awaitable<form_outcome> accept(const authentic<submitted>& filled) override;
    asio::awaitable<std::vector<form_choice>> suggest(const authentic<half_filled>& what) override;
    void point(const authentic<pointed_at>& at) override;
    void open_home(const authentic<opened_home>& by) override;

    /// Goes on with every run that an earlier process left open. Once, before anything is accepted.
    asio::awaitable<void> resume();

    /// Reads the configuration anew. Runs that are carried out go on; the others pass the gate with
    /// the new rules when they do. Where anything is wrong, all stays as it was.
    config::reloaded reload();

    /// What is being accepted or carried out now; runs that wait for a person, or until something
    /// comes that they follow, are not among them.
    [[nodiscard]] std::size_t active() const { return active_.size() - *watching_ + *accepting_; }

  private:
    /// What a line came to: an answer without steps, or something to carry out.
    struct answered {
        reply what;
        /// As in `run_ending`.
        std::string outcome{};
    };
    using understood = std::variant<answered, read_line>;
    using judged = std::variant<answered, gate::permitted<read_line>>;
    using clearing =
        std::variant<answered, question, gate::cleared<read_line>, gate::guarded<read_line>>;

    asio::awaitable<void> carry_out(std::shared_ptr<active_run> run);
    asio::awaitable<void> go_on(active_run& run);
    void park(const run_id& id, std::string why);

    /// The line that was typed, as it was meant then.
    [[nodiscard]] understood understand(const accepted_request& asked, std::string_view typed,
                                        time_point when) const;
    [[nodiscard]] judged judge(const active_run& run) const;
    [[nodiscard]] clearing clear(const active_run& run, gate::permitted<read_line> what) const;
    asio::awaitable<void> wait_for_confirmation(active_run& run, const question& what);
    /// Nothing while it waits for a person.
    asio::awaitable<std::optional<answered>> perform(active_run& run,
                                                     const gate::cleared<read_line>& what);
    asio::awaitable<std::optional<answered>> perform(active_run& run,
                                                     const gate::guarded<read_line>& what);
    asio::awaitable<std::optional<answered>> carry_out_steps(active_run& run, const read_line& what,
                                                             bool is_confirmed);
    asio::awaitable<answered> supervise(active_run& run, const read_line& what);
    void cancel(const run_id& id, const std::string& by);

    asio::awaitable<void> show_progress(active_run& run, reply working);

    asio::awaitable<void> accept_line(const said& line);
    [[nodiscard]] accepted_request request_of(const said& line) const;
    void note_zone(accepted_request& asked) const;
    /// By which rule, and of which projects: for who reads the journal.
    void note_decision(const gate::facts& what, accepted_request& asked) const;
    /// Opens a form for a line that lacks something, and says so; nothing for any other line.
    std::optional<reply> offer_form(const said& line);
    asio::awaitable<void> show_form(secret trigger, input_form what);
    /// The form of the command that was chosen in one.
    [[nodiscard]] form_outcome next_form(const submitted& chosen) const;
    [[nodiscard]] bool may_try(const person& who, const std::string& name) const;
    void start(std::shared_ptr<active_run> run);
    void wake(const run_id& id);
    void wake_at(time_point when, const run_id& id);
    /// Says it to one person; whether it arrives matters little.
    void whisper(const person& who, const place& where, const secret& response_url,
                 std::string what);
    /// To who typed a secret where others read it, or `perhaps` one.
    void warn_of_shown_secret(const said& line, bool perhaps);

    world& world_;
    const catalogue& commands_;
    gate::rulebook rules_;
    homes homes_;
    value_service values_;
    std::map<run_id, std::shared_ptr<active_run>> active_;
    /// Why each waits that could not go on, as the log has it.
    std::map<run_id, std::string> parked_;
    std::shared_ptr<std::size_t> accepting_ = std::make_shared<std::size_t>(0);
    std::shared_ptr<std::size_t> watching_ = std::make_shared<std::size_t>(0);
    /// Timers hold only this, so that one that fires after the engine's end does nothing.
    std::shared_ptr<engine*> alive_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/engine.ipp")
