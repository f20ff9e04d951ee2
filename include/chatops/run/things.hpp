// Which things of which projects a command names: what rules over projects look at.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/config/configuration.hpp"
#include "chatops/core/config.hpp"
#include "chatops/gate/facts.hpp"

#include <string>
#include <vector>

namespace chatops {

/// The projects that hold something of that name at the command's provider: the first word of its
/// name or of an alias.
std::vector<std::string> holders_of(const config::configuration& configuration,
                                    const command_info& what, const std::string& name);

/// What the values of a command's options name: of `heroku scale acme web=3` the application
/// `acme`, if some project holds it at Heroku, the first word of the command's name or of an alias.
/// Where one value of a kind
/// names a holding, every other value of that kind is a thing too, of no project if none holds it:
/// what a rule allows for a project must not reach beyond. An option named `project` names one
/// itself. Secrets name nothing.
std::vector<gate::thing> things_of(const config::configuration& configuration,
                                   const command_description& what, const void* given);

/// Their projects, each once, in the order of the things.
std::vector<std::string> projects_of(const std::vector<gate::thing>& things);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/things.ipp")
