// A conversation while it is told: undisturbed, or with crashes and faults.
#pragma once

#include "mocks/worlds/history.hpp"
#include "mocks/worlds/history_checks.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::worlds {

/// What the journal calls the question before a destroying command, and before what asks itself.
inline constexpr std::string_view confirmation = "@confirm";

/// One thing that a person wants of the bot, and what they do until it is settled.
struct turn {
    enum class way { mention, slash, form };
    /// What they do when asked to confirm.
    enum class will { yes, no, silence, cancel };

    std::string person;
    std::string channel;
    way how = way::mention;
    drawn_line line;
    /// That run of the world stands in the line, by its id; counted from the first.
    std::optional<std::size_t> names_run = {};
    will confirms = will::yes;
    /// Decides which button of a question is pressed.
    std::uint64_t choice = 0;
    /// They change their mind after so many steps.
    std::optional<std::size_t> cancels_after = {};
};

/// What came of a turn.
struct told_turn {
    /// Tone and outcome of the answer; empty where there was no run.
    std::string ending;
    /// Providers that were asked.
    std::vector<std::string> asked;
    /// How often what changes something each time was done: by what exactly, and by what kind.
    std::map<std::string, int> done;
    std::map<std::string, int> done_of_kind;
};

class told_history {
  public:
    told_history(std::uint64_t seed, const history_setting& in, bool disturbed);

    /// Tells it; `undisturbed` is what came of it there, or null.
    told_turn tell(const turn& what, const told_turn* undisturbed);
    /// Lets all come to rest, and checks that each request has one answer.
    void end();

    /// Ids of all runs, in the order in which they were accepted.
    [[nodiscard]] std::vector<std::string> runs() const;
    [[nodiscard]] company& world() { return company_; }
    /// Of all providers, as text.
    [[nodiscard]] std::string final_state();

    history_outcome outcome;

  private:
    struct button {
        std::string id;
        std::string label;
    };
    /// What the bot waits for.
    struct open_question {
        std::string run;
        std::string name;
    };

    void say(const turn& what);
    void mention(const turn& what, const std::string& text);
    bool fill_in(const turn& what);
    void cancel(const turn& what);
    void attend(const turn& what);
    void answer(const turn& what, const open_question& asked);
    [[nodiscard]] bool has_happened(const open_question& asked) const;
    [[nodiscard]] std::pair<std::string, std::vector<button>> latest_buttons() const;
    bool press(const turn& what, const button& which, const std::string& ts);
    void settle(const turn* by);
    void plan_fault(const told_turn* undisturbed);
    void clear_faults();
    void put_faults(std::string_view vendor, const std::string& plan);

    void check_rights(const turn& what, const std::vector<change>& changes);
    void check_confirmation(const turn& what, const std::vector<change>& changes);
    void check_repetition(const turn& what, const told_turn& told, const told_turn* undisturbed);
    void check_secrets(const turn& what);
    void check_visible(const turn& what);
    void check_one_message_each();

    [[nodiscard]] std::string text_of(const turn& what) const;
    [[nodiscard]] bool is_answered_at_once(const turn& what) const;
    [[nodiscard]] std::vector<std::string> open_runs() const;
    [[nodiscard]] std::optional<open_question> question() const;
    /// Of this turn's own run.
    [[nodiscard]] std::string ending() const;
    [[nodiscard]] std::size_t accepted() const { return runs().size() - runs_before_; }
    void note(std::string line) { outcome.conversation.push_back(std::move(line)); }
    void broken(std::string why, const turn& what);

    const history_setting& in_;
    seeded_random trouble_;
    bool disturbed_;
    company company_;
    bool fault_hides_effect_ = false;
    bool fault_waits_ = false;
    std::optional<std::size_t> cancels_after_;
    // Of the turn that is told.
    bool is_cut_ = false;
    std::size_t runs_before_ = 0;
    std::size_t events_before_ = 0;
    std::size_t messages_before_ = 0;
    std::uint64_t exchanges_before_ = 0;
};

} // namespace chatops::mocks::worlds
