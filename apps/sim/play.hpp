// Playing a script: each line, then what became visible.
#pragma once

#include "chatops/line/complete.hpp"
#include "mocks/worlds/script.hpp"
#include "mocks/worlds/simulated.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::apps {

using mocks::worlds::simulated;

struct sim_settings {
    std::uint64_t seed = 1;
    bool trace = false;
    bool socket_mode = false;
    bool hash = false;
};

/// A company, a conversation in it, and how much of the exchanges was shown.
class playing {
  public:
    playing(const simulated& what, const sim_settings& settings);

    /// Plays one line and prints what became visible; false, after saying why, if the line is no
    /// good.
    bool play(std::string_view line, bool colours);

    [[nodiscard]] const std::string& channel() const { return script_.channel(); }
    /// What could stand at the end of a command's line; it changes nothing of what is played.
    [[nodiscard]] line::completions complete(std::string_view line);
    [[nodiscard]] std::string transcript_hash() const { return company_.transcript_hash(); }
    /// Those that were played, in order.
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
    /// They with their answers, as a test plays them: told once more from the world's beginning.
    [[nodiscard]] result<std::string> transcript() const;
    [[nodiscard]] const mocks::worlds::world& simulated_world() const {
        return company_.vendors().data();
    }

  private:
    sim_settings settings_;
    std::vector<mocks::worlds::other_vendor> others_;
    std::vector<std::string> lines_;
    catalogue commands_;
    mocks::worlds::company company_;
    mocks::worlds::script script_;
    std::size_t exchanges_shown_ = 0;
};

/// Returns the program's exit code: 0, or 1 if a line was no good, 2 if the file could not be read.
int play_script(const simulated& what, const std::string& path, const sim_settings& settings);

} // namespace chatops::apps
