#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/general/runs.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/run/supervision.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> runs::supervise(supervision& of) const {
    run_filter which;
    if (*here) which.channel = of.asked().channel;
    if (!*all && !*here) which.person_id = of.asked().asker_id;
    which.open_only = *open;
    which.without_looks = true;
    which.state = *state;
    which.command = *command ? (*command)->text : "";
    which.most =
        static_cast<std::size_t>(std::clamp(*count, 1, static_cast<int>(limits::listed_runs)));
    const found_runs found = co_await of.find(which);
    co_return run_list(found, of, *open ? "Nothing runs or waits" : "There is no such run");
}

} // namespace chatops::operations
