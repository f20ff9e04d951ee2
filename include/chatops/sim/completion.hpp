// What could stand in a line that someone types into a simulation.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/run/values.hpp"
#include "chatops/sim/simulation.hpp"

#include <string_view>
#include <vector>

namespace chatops::sim {

/// All that a value of a line may name: from the source that the bot asks when people type in
/// Slack, through the same client, but of mocks that are only looked at. Whether anyone asks
/// changes nothing of a history. Empty where nobody knows, or whoever knows refuses. Null `asker`:
/// what the bot itself knows is everyone's.
texts_of_values values_of(simulation& where, const line::completion_request& of,
                          const config::member* asker = nullptr);

/// `line::complete`, with what there is; whoever types is not asked for a name.
line::completions complete(simulation& where, std::string_view line);

/// What the bot offers for what is typed into a field of an open form.
std::vector<form_choice> offered(simulation& where, const half_filled& typed);

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/completion.ipp")
