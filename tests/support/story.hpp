// A story with all the commands of this program.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/story.hpp"

namespace chatops::support {

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

} // namespace chatops::support
