// What the page shows of a world that plays itself, and what people do in it.
#pragma once

#include "apps/catalogue/simulated.hpp"
#include "web/shown.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

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

    /// What could stand at `cursor`; applications and process types are those that there are.
    [[nodiscard]] completion complete(std::string_view text, std::size_t cursor);
    [[nodiscard]] check checked(std::string_view line) const;

    /// `text` as it is typed into Slack, mention or slash command and all. Returns once the bot has
    /// nothing more to do until something happens.
    result<standing> say(std::string_view person, std::string_view channel, std::string_view text);
    result<standing> click(std::string_view person, std::string_view ts,
                           std::string_view action_id);
    standing wait(duration how_long);

    [[nodiscard]] std::vector<message> messages() const;
    /// Those whose number is at least `since`, of those that are still kept; without credentials.
    [[nodiscard]] std::vector<exchange> exchanges(std::uint64_t since) const;
    [[nodiscard]] std::string transcript_hash() const { return company_.transcript_hash(); }

  private:
    page(std::uint64_t seed, const mocks::worlds::simulated& what);

    standing settled();

    std::uint64_t seed_;
    catalogue commands_;
    mocks::worlds::company company_;
    apps::completer completer_;
};

} // namespace chatops::web
