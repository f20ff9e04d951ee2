// How runs look in a reply, the same in every command.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/time_zone.hpp"
#include "chatops/core/config.hpp"
#include "chatops/run/supervision.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// At most so many bytes of a text, whole characters, `…` after what was cut; on one line.
std::string shortened(std::string_view text, std::size_t bytes);

/// What was asked in a run, on one line and shortened, with the names of those whom it mentions by
/// their Slack ids, as far as the configuration knows them.
std::string asked_text(const accepted_request& asked, const supervision& of);

/// The zone in which the asker's times are read and shown.
time_zone zone_of(const supervision& of);

/// What that clock shows then.
time_point shown_there(time_point when, const time_zone& zone);

/// To the minute, by the asker's clock, and whose that is: `2026-01-05 10:00 Europe/Zurich`.
std::string minute_there(time_point when, const supervision& of);

/// `running`, `not understood`.
std::string state_text(run_state state);

/// A run in each row, with its id, its state, who asked for what, and when.
table_part run_table(const std::vector<run_record>& runs, const supervision& of);

/// The runs, or `nothing`, and what is not shown.
reply run_list(const found_runs& found, const supervision& of, std::string_view nothing);

/// Why no run, or not one alone, is named so: nothing if it is one.
std::optional<reply> not_one_run(const std::string& beginning, const std::vector<run_record>& found,
                                 const supervision& of);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/shown.ipp")
