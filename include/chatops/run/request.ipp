#pragma once

#include "chatops/run/request.hpp"

namespace chatops {

CHATOPS_INLINE moment typed_at(const accepted_request& asked, time_point when) {
    moment typed;
    typed.now = when;
    if (!asked.zone) return typed;
    // One that this program does not know any more is UTC, as for who has none.
    if (const auto known = time_zone::parse(*asked.zone)) typed.zone = *known;
    return typed;
}

} // namespace chatops
