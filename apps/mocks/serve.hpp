// A world's vendors behind sockets on loopback.
#pragma once

#include "mocks/worlds/servers.hpp"

#include <cstdint>
#include <string>

namespace chatops::apps {

struct serving {
    mocks::worlds::world world;
    mocks::worlds::slack_mode mode = mocks::worlds::slack_mode::http;
    /// Slack's port; the others follow. 0: any ports that are free.
    std::uint16_t base_port = 9100;
    /// Decides every identity.
    std::uint64_t seed = 1;
    /// Where the bot's configuration is written, readable by its owner only; empty: nowhere.
    std::string configuration_path;
};

/// Prints one line of JSON once all listen, and serves until it is told to end (0) or cannot listen
/// (1).
int serve(serving what);

} // namespace chatops::apps
