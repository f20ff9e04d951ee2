// One request from start to end: the map of the house. Each stage is one line of `carry_out`.
#pragma once

#include "chatops/chat/inbox.hpp"
#include "chatops/gate/stages.hpp"
#include "chatops/run/active_run.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/steps.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace chatops {

/// A line that was read: the command and its options.
struct invocation {
    const entry* command = nullptr;
    options given;
    line::common_options common;
    gate::facts facts;
};

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

    /// Goes on with every run that an earlier process left open. Once, before anything is accepted.
    asio::awaitable<void> resume();

    /// What is being accepted or carried out now; runs that wait for a person are not among them.
    [[nodiscard]] std::size_t active() const { return active_.size() + *accepting_; }

  private:
    /// What a line came to: an answer without steps, or something to carry out.
    using understood = std::variant<reply, invocation>;
    using judged = std::variant<reply, gate::permitted<invocation>>;
    using clearing = std::variant<reply, question, gate::cleared<invocation>>;

    asio::awaitable<void> carry_out(std::shared_ptr<active_run> run);
    asio::awaitable<void> go_on(active_run& run);

    [[nodiscard]] understood understand(const accepted_request& asked) const;
    [[nodiscard]] judged judge(const accepted_request& asked) const;
    [[nodiscard]] clearing clear(const active_run& run, gate::permitted<invocation> what) const;
    asio::awaitable<void> wait_for_confirmation(active_run& run, const question& what);
    asio::awaitable<std::optional<reply>> perform(active_run& run,
                                                  const gate::cleared<invocation>& what);
    asio::awaitable<std::vector<undone>> put_back(steps& of);

    asio::awaitable<void> show_progress(active_run& run, reply working);

    [[nodiscard]] accepted_request request_of(const said& line) const;
    void start(std::shared_ptr<active_run> run);
    void wake(const run_id& id);
    void wake_at(time_point when, const run_id& id);
    asio::awaitable<void> refuse_press(clicked press, std::string why);

    world& world_;
    const catalogue& commands_;
    std::map<run_id, std::shared_ptr<active_run>> active_;
    std::shared_ptr<std::size_t> accepting_ = std::make_shared<std::size_t>(0);
    /// Timers hold only this, so that one that fires after the engine's end does nothing.
    std::shared_ptr<engine*> alive_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/engine.ipp")
