// May this happen: facts in, decision out.
#pragma once

#include "chatops/config/rules.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::gate {

using config::member;
using config::rule;
using config::rules;

/// All that a decision rests on; recorded with the run, so that a resumed run is judged by the
/// same.
struct facts {
    /// As the rules name them; empty for a stranger.
    std::string person;
    std::vector<std::string> roles;
    std::string command;
    chatops::effect effect = chatops::effect::read;
    /// Each option's name with each of its values as text; secrets are left out.
    std::vector<std::pair<std::string, std::string>> values;
    /// The channel's name, without `#`; empty in a direct message.
    std::string channel;
};

struct decision {
    bool allowed = false;
    /// The rule that allowed it, or null.
    const rule* by = nullptr;
    /// For a denial: one sentence that says what is missing.
    std::string reason;
    /// For a denial: the people who could, by name, in the order of the configuration.
    std::vector<std::string> who_could;
};

decision decide(const rules& by, const facts& what);

/// Whether that person may run anything of that command at all, for help and completion.
bool may_try(const rules& by, const std::vector<std::string>& roles, std::string_view command,
             effect what);

} // namespace chatops::gate

#include CHATOPS_BODY("chatops/gate/decision.ipp")
