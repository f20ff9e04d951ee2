// How counts, times and tables look in a reply, the same in every command.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// `dynos`, `alert policies`, `searches`.
std::string plural_of(std::string_view one);
/// `1 dyno`, `3 dynos`.
std::string counted(std::size_t count, std::string_view what);

/// `1 GB`, `512 MB`; of mebibytes, as sizes of servers are named.
std::string memory_text(std::int64_t mebibytes);

/// To the minute, in UTC: `2024-02-29 12:00`.
std::string minute_of(time_point when);

/// How long ago, in one unit: `40 s`, `12 min`, `5 h`, `3 d`.
std::string age_text(duration age);

/// Adds a column, unless it is the same in every row and so tells nothing apart: a phone has room
/// for three columns.
void add_telling_column(table_part& table, const char* heading,
                        const std::vector<std::string>& column);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/shown.ipp")
