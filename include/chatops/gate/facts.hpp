// All that a decision rests on.
#pragma once

#include "chatops/command/info.hpp"

#include <string>
#include <utility>
#include <vector>

namespace chatops::gate {

/// Something at a provider that a command names, and the projects it belongs to; none where no
/// project holds it.
struct thing {
    std::string name;
    std::vector<std::string> projects;
};

/// Recorded with the run, so that a resumed run is judged by the same.
struct facts {
    /// As the rules name them; empty for a stranger.
    std::string person;
    std::vector<std::string> roles{};
    std::vector<std::string> groups{};
    std::string command{};
    chatops::effect effect = chatops::effect::read;
    /// Each option's name with each of its values as text; secrets are left out.
    std::vector<std::pair<std::string, std::string>> values{};
    /// Those that the values name.
    std::vector<thing> things{};
    /// The channel's name, without `#`; empty in a direct message, and where the chat does not tell
    /// it (Slack does for slash commands, not for mentions).
    std::string channel{};
    /// As the chat service knows it: `C0ACME`.
    std::string channel_id{};
    /// The command needs no rule: everyone whom the configuration knows may.
    bool is_open = false;
};

} // namespace chatops::gate
