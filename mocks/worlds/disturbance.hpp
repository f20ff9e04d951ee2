// What goes wrong in a story that is told once more.
#pragma once

#include <cstddef>
#include <string>

namespace chatops::mocks::worlds {

/// What goes wrong in a story, once; nothing by itself.
struct disturbance {
    /// The bot is killed after so many steps of the simulation, and started again.
    std::size_t crash_after = 0;
    /// Or the bot's request to that vendor with that number, from 1.
    std::string vendor = {};
    std::size_t request = 0;
    /// How: `status` (503) and `reset_before` leave it undone; with `reset_after` all is done, and
    /// the bot does not hear of it.
    std::string fault = {};

    [[nodiscard]] bool is_any() const { return crash_after > 0 || request > 0; }
    [[nodiscard]] bool hides_effect() const { return fault == "reset_after"; }
    [[nodiscard]] std::string text() const {
        return request > 0
                   ? "request " + std::to_string(request) + " to " + vendor + " met " + fault
                   : "the bot was killed after step " + std::to_string(crash_after);
    }
};

} // namespace chatops::mocks::worlds
