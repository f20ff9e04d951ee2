// The configuration that is in force, and how another takes its place while the program runs.
#pragma once

#include "chatops/config/reading.hpp"
#include "chatops/core/config.hpp"

#include <list>
#include <map>
#include <string>
#include <vector>

namespace chatops::config {

/// What became of a wish to read the file anew.
struct reloaded {
    /// The new one is in force; otherwise the old one goes on as it was.
    bool is_taken = false;
    std::vector<configuration_error> errors{};
    std::vector<configuration_error> warnings{};
    /// What has changed in the file but is in force only after a restart: `slack`, `store.path`.
    std::vector<std::string> needs_restart{};
    std::size_t people = 0;
    std::size_t rules = 0;
};

class live_configuration {
  public:
    explicit live_configuration(configuration first) : now_(std::move(first)) {}
    live_configuration(const live_configuration&) = delete;
    live_configuration& operator=(const live_configuration&) = delete;

    /// Always the same object. References to accounts in it stay good; references to rules, people
    /// and projects only until the next `take`.
    [[nodiscard]] const configuration& now() const { return now_; }

    /// Takes people, groups, rules, projects and providers, all of them or, where anything is
    /// wrong, none.
    reloaded take(reading fresh);

  private:
    configuration now_;
    /// A step that is under way goes on with the account it began with.
    std::list<std::map<std::string, account>> retired_;
};

} // namespace chatops::config

#include CHATOPS_BODY("chatops/config/live.ipp")
