// Who is meant where a person is typed.
#pragma once

#include "chatops/command/mention.hpp"
#include "chatops/config/rules.hpp"
#include "chatops/core/config.hpp"
#include "chatops/run/supervision.hpp"

#include <string>
#include <string_view>

namespace chatops::operations {

/// A person as people type one, with or without `@`.
person_mention mention_of(std::string_view typed);

/// `me`, `lead`, `@lead`, `U0LEAD`, `<@U0LEAD>`, in any case of letters; null for nobody whom the
/// configuration knows. Good until the next reload.
const config::member* find_person(std::string_view typed, const supervision& of);

/// There is nobody of that name: who is near.
reply unknown_person(std::string_view typed, const supervision& of);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/people.ipp")
