// May this happen: facts in, decision out.
#pragma once

#include "chatops/gate/rulebook.hpp"

#include <string>
#include <vector>

namespace chatops::gate {

struct decision {
    bool allowed = false;
    /// The rule that allowed it; null for a denial, and for what everyone may whom we know.
    const rule* by = nullptr;
    /// For a denial: one sentence that says what is missing.
    std::string reason;
    /// For a denial: the people who could, by name, in the order of the configuration.
    std::vector<std::string> who_could;
};

/// A denial is explained, which takes longer than `rulebook::allowing` alone.
decision decide(const rulebook& by, const facts& what);

/// Who of the configuration's people could do it, by name.
std::vector<std::string> who_could(const rulebook& by, const facts& what);

/// `line 28: developer may run heroku * (change) where app is *-staging, in #acme`.
std::string describe(const rule& which);

} // namespace chatops::gate

#include CHATOPS_BODY("chatops/gate/decision.ipp")
