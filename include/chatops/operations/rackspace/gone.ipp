#pragma once

#include "chatops/operations/rackspace/gone.hpp"

namespace chatops::operations {

CHATOPS_INLINE reply loss_question(const noun& sort, const std::string& name, const facts& lost) {
    reply shown;
    shown.title = sort.end + (" the " + std::string(sort.one)) + ' ' + name + " for good?";
    fields_part fields;
    for (const fact& each : lost) fields.fields.emplace_back(each.name, each.value);
    return shown.add(std::move(fields));
}

CHATOPS_INLINE reply is_changed(const std::string& called) {
    return reply::warning(called + " is not any more what you were shown: nothing was changed. Ask "
                                   "again to see what it is now");
}

} // namespace chatops::operations
