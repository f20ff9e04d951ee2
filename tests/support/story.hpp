// A story with all the commands of this program.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/every_step.hpp"
#include "mocks/worlds/story.hpp"

namespace chatops::support {

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Made once.
inline const catalogue& all_commands() {
    static const catalogue commands(operations::all_entries());
    return commands;
}

class story : public mocks::worlds::story {
  public:
    explicit story(const mocks::worlds::company_settings& settings = {})
        : mocks::worlds::story(all_commands(), settings) {}
};

/// Told twice: Slack reaches the bot over HTTP, and over sockets.
class story_over_both_ways : public testing::TestWithParam<mocks::worlds::slack_mode> {
  public:
    static mocks::worlds::company_settings settings() {
        mocks::worlds::company_settings made;
        made.mode = GetParam();
        return made;
    }
    story s{settings()};
};

inline auto both_ways() {
    return testing::Values(mocks::worlds::slack_mode::http, mocks::worlds::slack_mode::socket);
}
inline std::string name_of_way(const testing::TestParamInfo<mocks::worlds::slack_mode>& info) {
    return info.param == mocks::worlds::slack_mode::http ? "over_http" : "over_sockets";
}

} // namespace chatops::support
