#pragma once

#include "chatops/line/suggest.hpp"
#include "chatops/operations/general/audit.hpp"
#include "chatops/operations/general/named_command.hpp"
#include "chatops/operations/general/people.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/supervision.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> audit::supervise(supervision& of) const {
    run_filter which;
    bool is_known = true;
    if (*person) {
        // Whoever is not in the configuration any more is still in the journal.
        const config::member* const known = find_person((*person)->text, of);
        is_known = known != nullptr;
        const person_mention meant = mention_of((*person)->text);
        which.person = is_known ? known->name : meant.name;
        if (!is_known) which.person_id = meant.id;
    }
    const auto& projects = of.configuration().projects;
    if (*project && std::none_of(projects.begin(), projects.end(),
                                 [&](const auto& each) { return each.name == (*project)->text; })) {
        std::vector<std::string_view> names;
        for (const config::project& each : projects) names.push_back(each.name);
        reply answer = reply::bad("There is no project " + shown((*project)->text));
        if (const auto nearest = line::nearest_one((*project)->text, names); !nearest.empty())
            answer.add(text_part{"Did you mean `" + std::string(nearest) + "`?"});
        co_return answer;
    }
    which.command = own_name(*command ? (*command)->text : "", of);
    if (*project) which.project = (*project)->text;
    which.state = *outcome;
    if (*since) which.since = (*since)->when;
    if (*until) which.until = (*until)->when;
    if (which.since && which.until && *which.since > *which.until) {
        reply answer = reply::bad("Nothing lies between: `--since` is after `--until`");
        answer.add(text_part{"From " + minute_there(*which.since, of) + " to " +
                             minute_there(*which.until, of) +
                             ". Give the earlier one as `--since`."});
        co_return answer;
    }
    which.most = static_cast<std::size_t>(count->number);
    const found_runs found = co_await of.find(which);
    if (found.runs.empty())
        if (auto unknown = no_such_command(which.command, of)) co_return *unknown;
    if (found.runs.empty() && !is_known) co_return unknown_person((*person)->text, of);
    co_return run_list(found, of, "There is no such run");
}

} // namespace chatops::operations
