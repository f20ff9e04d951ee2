// What a command may ask and do that is about runs and the bot itself, not about a provider.
#pragma once

#include "chatops/gate/decision.hpp"
#include "chatops/run/active_run.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/run_record.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chatops {

/// Which runs are looked for; what is empty does not restrict.
struct run_filter {
    /// By the name that the rules or the chat have for them.
    std::string person{};
    /// As the chat service knows them.
    std::string person_id{};
    /// A name, its beginning, or a pattern.
    std::string command{};
    std::string project{};
    /// As the chat service knows it.
    std::string channel{};
    std::optional<run_state> state{};
    /// Of the moment in which they were accepted.
    std::optional<time_point> since{};
    std::optional<time_point> until{};
    bool open_only = false;
    /// Looks at runs and rights are left out, unless `command` asks for them.
    bool without_looks = false;
    std::size_t most = 10;
};

struct found_runs {
    /// The newest first; only what the asker may see.
    std::vector<run_record> runs;
    /// Some would fit that the asker may not see.
    bool has_hidden = false;
    /// There may be more: the list was full, or the search had gone far enough.
    bool has_more = false;
    /// How far back the search went, if it did not reach the beginning.
    std::optional<time_point> searched_to;
};

/// Handed to a command's `supervise`. It lives as long as the command's run; nothing that it gives
/// by reference outlives a reload.
class supervision {
  public:
    struct hooks {
        /// A run was cancelled, by that person's name: it ends as soon as it can.
        std::function<void(const run_id&, const std::string& by)> cancelled;
        std::function<config::reloaded()> reload;
    };

    supervision(chatops::world& outside, const catalogue& commands, const gate::rulebook& rules,
                const active_run& asked_by, hooks doing)
        : world_(outside), commands_(commands), rules_(rules), run_(asked_by),
          hooks_(std::move(doing)) {}

    supervision(const supervision&) = delete;
    supervision& operator=(const supervision&) = delete;

    /// What was asked, by whom and where.
    [[nodiscard]] const accepted_request& asked() const { return run_.asked; }
    [[nodiscard]] time_point now() const { return run_.past.accepted_at(); }
    [[nodiscard]] const catalogue& commands() const { return commands_; }
    [[nodiscard]] const gate::rulebook& rules() const { return rules_; }
    [[nodiscard]] const config::configuration& configuration() const {
        return world_.configuration;
    }

    asio::awaitable<found_runs> find(const run_filter& which);

    /// Those that the asker may see whose ids begin so, at most `few`; the one alone whose id it
    /// is.
    asio::awaitable<std::vector<run_record>> named(const std::string& beginning);
    static constexpr std::size_t few = 8;

    asio::awaitable<std::vector<journal::event>> events_of(const run_id& run);

    /// One's own runs, those asked for in this place, and those for which a rule allows `audit`,
    /// with the run's `person`, `command` and `project` as values.
    [[nodiscard]] bool may_see(const run_record& which) const;

    /// One's own, and those for which a rule allows `cancel` with the same values.
    [[nodiscard]] gate::decision may_cancel(const run_record& which) const;

    /// Journals that it is to end, and wakes it.
    asio::awaitable<void> cancel(const run_record& which);

    /// Whether the chat service and the bot hear each other.
    [[nodiscard]] chat_health chat_state() const;
    /// What is known of that provider's account since this process began.
    [[nodiscard]] provider::account_state account(const std::string& name) const;

    config::reloaded reload() { return hooks_.reload(); }

  private:
    [[nodiscard]] gate::facts facts_about(const run_record& which, std::string_view command,
                                          effect does) const;
    [[nodiscard]] bool fits(const run_record& each, const run_filter& which) const;
    [[nodiscard]] bool is_look(const std::string& command) const;
    asio::awaitable<found_runs> find_open(const run_filter& which);
    /// Takes it if it fits and may be seen; false once there are enough.
    bool take(run_record each, const run_filter& which, found_runs& into) const;
    asio::awaitable<std::optional<run_record>> record_of(const run_id& run);

    chatops::world& world_;
    const catalogue& commands_;
    const gate::rulebook& rules_;
    const active_run& run_;
    hooks hooks_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/supervision.ipp")
