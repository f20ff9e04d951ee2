#pragma once

#include "chatops/operations/general/whoami.hpp"

namespace chatops::operations {

CHATOPS_INLINE reply whoami::answer(const inquiry& asked) const {
    if (asked.asker == nullptr) {
        reply answer = reply::warning("I do not know you");
        answer.add(text_part{"The configuration names no person with your Slack id, so you may run "
                             "nothing. Whoever keeps it can add you under [people]."});
        return answer;
    }
    std::string roles;
    for (const std::string& each : asked.asker->roles) roles += (roles.empty() ? "" : ", ") + each;
    reply answer = reply::neutral("You are " + asked.asker->name);
    answer.add(fields_part{
        {{"Roles", roles.empty() ? "none" : roles}, {"Time zone", asked.asker->zone.to_text()}}});
    return answer;
}

} // namespace chatops::operations
