#pragma once

#include "chatops/run/facts.hpp"
#include "chatops/run/things.hpp"

namespace chatops {

CHATOPS_INLINE gate::facts facts_of(const read_line& what, const config::configuration& known,
                                    const accepted_request& asked) {
    const command_description& declared = *what.command->what;
    gate::facts made;
    made.person = asked.member;
    made.roles = asked.roles;
    made.groups = asked.groups.value_or(std::vector<std::string>());
    made.command = std::string(declared.info.name);
    made.effect = declared.info.effect;
    made.values = catalogue::values_of(*what.command, what.given.get());
    made.things = things_of(known, declared, what.given.get());
    made.channel = asked.channel_name;
    made.channel_id = asked.channel;
    made.is_open = what.command->is_open || what.command->answer != nullptr;
    return made;
}

} // namespace chatops
