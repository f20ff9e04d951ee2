// Whether the chat service and the bot hear each other, each way for itself.
#pragma once

#include "chatops/core/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops {

/// What this process knows of it, and no more: that nobody says anything tells nothing.
struct chat_health {
    time_point now{};
    /// When this process began; nothing is known of earlier ones.
    time_point began{};

    /// Connections over which the service tells what people say, and how many there should be: none
    /// of none where it comes to the bot by itself.
    std::size_t links = 0;
    std::size_t links_wanted = 0;
    /// Connections that the service counts and nobody holds: what it says there is lost.
    std::int64_t ghosts = 0;
    /// When it last greeted a new connection.
    std::optional<time_point> last_hello{};
    /// When it last said anything; where it comes by itself, before what is being answered.
    std::optional<time_point> last_heard{};

    /// When it last answered a call, if only to refuse, and when it last did not.
    std::optional<time_point> last_success{};
    std::optional<time_point> last_failure{};
    /// What of the bot's installation is broken, until a person has mended it: the service's last
    /// refusal of each such call, with what to do.
    std::vector<std::string> broken{};
};

} // namespace chatops
