// What a history's checks look at: who may what by the world's own rules, and which requests
// changed something.
#pragma once

#include "mocks/worlds/company.hpp"
#include "mocks/worlds/drawn_line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::worlds {

/// Whether the rules of the world let that person have it done: read here, not by the bot's gate,
/// which is what is tested.
bool may(const world& in, std::string_view person, const drawn_line& what);

/// A request to a provider that is more than a look.
struct change {
    std::string provider;
    std::string method;
    std::string path;
    std::string body;
    time_point sent;
    /// It was carried out, whether the bot knows or not.
    bool happened = false;

    /// The same for what asks for the same.
    [[nodiscard]] std::string text() const;
    /// Without the names of things, which differ where the bot has made them.
    [[nodiscard]] std::string kind() const;
    /// Asked a second time, it happens a second time.
    [[nodiscard]] bool repeats() const;
};

/// How many exchanges there were until now, those that are forgotten too.
std::uint64_t exchange_count(const company& of);

/// The changes since; `is_silent` where a fault of this time hides what happened from the bot.
std::vector<change> changes_since(const company& of, std::uint64_t count, bool is_silent);

/// Whether a provider was asked anything since.
bool was_asked(const company& of, std::uint64_t count, std::string_view provider);

} // namespace chatops::mocks::worlds
