// Who the bot is in its workspace, as `auth.test` says it.
#pragma once

#include <string>

namespace chatops::slack {

struct identity {
    /// `T…`: the workspace. Empty: not known, and deliveries of any workspace are taken.
    std::string team;
    /// `U…`: what people mention.
    std::string user;
    /// `B…`: what stands in messages that the bot posted.
    std::string bot;
    /// What people type before a command, without `@` and `/`: `ops`.
    std::string name;
};

} // namespace chatops::slack
