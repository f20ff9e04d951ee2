// `newrelic query`: any question to New Relic's data.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/types.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_query {
    static constexpr command_info info{
        .name = "newrelic query",
        .help = "Ask New Relic's data something in NRQL",
        .effect = effect::read,
        .aliases = {"nr query", "newrelic nrql", "nr nrql"},
        .examples = {
            "newrelic query \"SELECT count(*) FROM Transaction FACET appName SINCE 1 hour ago\""}};

    argument<"query", "in quotes; 100 rows of what it finds are shown", newrelic::nrql_text> query;

    asio::awaitable<reply> run(context& ctx) const;
};

/// The rows of an answer, with a column for each thing that was selected: capped, and what is in a
/// cell shortened. Empty for an answer without rows.
table_part nrql_table(const newrelic::nrql_answer& found);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/query.ipp")
