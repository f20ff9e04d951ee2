#pragma once

#include "chatops/operations/general/named_command.hpp"
#include "chatops/operations/general/runs.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/run/supervision.hpp"

#include <string_view>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> runs::supervise(supervision& of) const {
    run_filter which;
    if (*here) which.channel = of.asked().channel;
    if (!*all && !*here) which.person_id = of.asked().asker_id;
    which.open_only = *open;
    which.without_looks = true;
    which.state = *state;
    which.command = own_name(*command ? (*command)->text : "", of);
    which.most = static_cast<std::size_t>(count->number);
    const found_runs found = co_await of.find(which);
    if (found.runs.empty())
        if (auto unknown = no_such_command(which.command, of)) co_return *unknown;
    const bool asks_for_all = !*open && !*state && !*command;
    std::string_view nothing = *open ? "Nothing runs or waits" : "There is no such run";
    if (found.has_hidden)
        nothing = "There is no such run that you may see";
    else if (asks_for_all && *here)
        nothing = "Nothing that changes anything was asked for here lately";
    else if (asks_for_all && *all)
        nothing = "Nobody asked for anything that changes anything lately";
    else if (asks_for_all)
        nothing = "You asked for nothing that changes anything lately";
    co_return run_list(found, of, nothing);
}

} // namespace chatops::operations
