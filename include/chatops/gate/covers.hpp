// Whether one rule covers what somebody wants, part by part.
#pragma once

#include "chatops/config/rules.hpp"
#include "chatops/core/config.hpp"
#include "chatops/gate/facts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::gate {

using config::member;
using config::rule;
using config::rules;

/// Whether the rule is for that person. A stranger is nobody.
bool covers_person(const rule& by, const facts& what);
bool covers_command(const rule& by, std::string_view command, effect what);
bool covers_values(const rule& by, const facts& what);
bool covers_projects(const rule& by, const facts& what);
bool covers_channel(const rule& by, const facts& what);

/// All but the person: what would have to be someone else's.
bool covers_deed(const rule& by, const facts& what);

/// The same facts with another person.
facts as_if_by(const member& who, facts what);

} // namespace chatops::gate

#include CHATOPS_BODY("chatops/gate/covers.ipp")
