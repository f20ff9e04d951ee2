// What the page shows of a world that plays itself, and what people do in it.
#pragma once

#include "mocks/worlds/simulated.hpp"
#include "web/shown.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::web {

/// One simulation. Lines are commands as they are typed, without `@ops` or `/ops`; places in them
/// are bytes. People and channels are named, the bot's direct messages `@lead` by their person.
class page {
  public:
    /// The world is `of`'s own, by its name or without one. Mistake: `unknown_world`.
    static result<std::unique_ptr<page>> open(std::uint64_t seed, std::string_view world,
                                              const mocks::worlds::simulated& of);

    [[nodiscard]] standing stands() const;
    [[nodiscard]] cast who() const;

    /// What could stand at `cursor`, values among it: looked up, which is no part of the story.
    [[nodiscard]] completion complete(std::string_view text, std::size_t cursor);
    /// Times in it are that person's: `tomorrow` is a day of their zone, from now on.
    [[nodiscard]] check checked(std::string_view line, std::string_view person) const;

    /// `text` as it is typed into Slack, mention or slash command and all. Returns once the bot has
    /// nothing more to do until something happens.
    result<standing> say(std::string_view person, std::string_view channel, std::string_view text);
    result<standing> click(std::string_view person, std::string_view ts,
                           std::string_view action_id);
    standing wait(duration how_long);

    /// What that person has before them besides messages.
    [[nodiscard]] views views_of(std::string_view person) const;
    /// What a menu of the modal before them offers for what is typed there, as the bot would tell
    /// Slack: looked up, which is no part of the story. `values` is what stands in the others, by
    /// their names. Nothing where there is no such menu.
    [[nodiscard]] std::vector<choice> offered(std::string_view person, std::string_view input,
                                              std::string_view typed, boost::json::object values);
    /// Sends the modal before them, filled in by the names of its inputs; its mistakes are in it
    /// afterwards.
    result<standing> submit(std::string_view person, boost::json::object values);
    result<standing> close(std::string_view person);
    result<standing> open_home(std::string_view person);
    /// Chooses the bot's shortcut in the menu of that message.
    result<standing> point_at(std::string_view person, std::string_view channel,
                              std::string_view ts);

    /// The lines of a script with their answers, as a test plays them: told once more from the
    /// beginning.
    [[nodiscard]] result<std::string> saved(const std::vector<std::string>& lines) const;

    [[nodiscard]] std::vector<message> messages() const;
    /// Those whose number is at least `since`, of those that are still kept; without credentials.
    [[nodiscard]] std::vector<exchange> exchanges(std::uint64_t since) const;
    [[nodiscard]] std::string transcript_hash() const { return company_.transcript_hash(); }

  private:
    page(std::uint64_t seed, const mocks::worlds::simulated& what);

    standing settled();
    template <class T>
    result<standing> done(const result<T>& what);
    [[nodiscard]] moment typed_by(std::string_view person) const;

    std::uint64_t seed_;
    std::vector<mocks::worlds::other_vendor> others_;
    catalogue commands_;
    mocks::worlds::company company_;
};

} // namespace chatops::web
