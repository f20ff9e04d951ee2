// A world that plays itself in one process: its vendors, its network and its bot, on one virtual
// clock.
#pragma once

#include "chatops/sim/simulation.hpp"
#include "mocks/slack/inputs.hpp"
#include "mocks/worlds/servers.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::worlds {

/// A provider of one's own, beside the vendors of the world.
struct other_vendor {
    /// As its client and the configuration have it: `[providers.NAME]`.
    std::string name;
    /// Where the client finds it: `https://api.status.example`.
    std::string url;
    std::string token;
    /// Makes its mock: a new one for each company.
    std::function<std::unique_ptr<sim::mock>()> make;
};

struct company_settings {
    sim::simulation_settings simulation;
    slack_mode mode = slack_mode::http;
    std::vector<other_vendor> others = {};
};

/// What chatops-sim, the page and tests play with. Its bot reads the configuration that the world
/// writes, and reaches vendors at the addresses that vendors really have.
class company {
  public:
    /// `commands` must outlive it. The bot is started, and has gone through its start.
    company(world what, const company_settings& settings, const catalogue& commands);

    company(const company&) = delete;
    company& operator=(const company&) = delete;

    /// As people do it in Slack: names with or without `@` and `#`. Nothing has happened yet when
    /// it returns: let the simulation settle.
    result<std::string> say(std::string_view person, std::string_view channel,
                            std::string_view text, std::string_view thread_ts = {});
    /// Presses a button by its label or its `action_id`, in the latest message that has it, or in
    /// that of `ts`.
    result<object> click(std::string_view person, std::string_view label,
                         std::string_view channel = {}, std::string_view ts = {});

    /// Types into a menu of that modal, by its label or name; what is put into others before, is
    /// told.
    result<object> suggest(std::string_view person, std::string_view input, std::string_view typed,
                           object values = {});
    /// Fills in the modal before a person, by labels or names of its fields, and sends it. What is
    /// to be chosen in a menu that asks for its options is typed there first (several as words of a
    /// line, or as a list), and what follows of that happens.
    result<object> submit(std::string_view person, object values);
    /// Chooses a message shortcut for the latest message with that text in it.
    result<std::string> shortcut(std::string_view person, std::string_view name,
                                 std::string_view channel, std::string_view text);
    result<std::string> edit(std::string_view person, std::string_view channel,
                             std::string_view old_text, std::string_view text);
    result<> open_home(std::string_view person);

    [[nodiscard]] std::vector<slack::shown_message> messages(std::string_view channel = {}) const;

    /// What was said and answered, and what was asked of providers, as JSON; equal for equal
    /// histories.
    [[nodiscard]] value transcript() const;
    /// SHA-256 of the transcript's text, in hexadecimal.
    [[nodiscard]] std::string transcript_hash() const;

    [[nodiscard]] sim::simulation& simulation() { return *simulation_; }
    [[nodiscard]] const sim::simulation& simulation() const { return *simulation_; }
    /// Of the world's or of one's own; null when there is none of that name.
    [[nodiscard]] sim::mock* vendor(std::string_view name);

    [[nodiscard]] servers& vendors() { return vendors_; }
    [[nodiscard]] const servers& vendors() const { return vendors_; }

  private:
    result<object> ask_for(std::string_view person, std::string_view input, std::string_view typed,
                           object put);
    /// The same values, with what is chosen in such menus.
    object chosen(std::string_view person, object values);
    /// What is chosen in one, each after it was typed there.
    value look_up(std::string_view person, const slack::input& in, const value& wanted,
                  const object& put);
    [[nodiscard]] sim::moment when() const { return {simulation_->now(), simulation_->now()}; }

    /// One of `company_settings::others`, behind its faults and its record as every vendor is.
    struct other {
        explicit other(const other_vendor& of) : mock(of.make()), served(*mock, {of.token}) {}

        std::unique_ptr<sim::mock> mock;
        server served;
    };

    servers vendors_;
    std::map<std::string, other, std::less<>> others_;
    std::unique_ptr<sim::simulation> simulation_;
};

} // namespace chatops::mocks::worlds
