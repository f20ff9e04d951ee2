// How Heroku's things look in a reply, the same in each of its commands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/offers.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

/// `web 2, worker 1`; types of which none runs are left out, unless none runs at all.
std::string formation_text(const std::vector<heroku::formation_entry>& formation);

/// What differs between the two, a line for each process type.
change_part formation_change(const std::vector<heroku::formation_entry>& before,
                             const std::vector<heroku::formation_entry>& after);

/// `now` is what their ages are counted from.
table_part dyno_table(const std::vector<heroku::dyno>& dynos, time_point now);

/// Whether that dyno belongs to the formation, and not to a command that runs once.
bool is_of_formation(const heroku::dyno& each);

/// Those of the formation that the group names; all of the formation without one.
std::vector<heroku::dyno> dynos_of(const std::vector<heroku::dyno>& all,
                                   const std::optional<heroku::dyno_group>& which);

/// `v4 by ops@agency.example, 2024-02-29 12:00: Deploy 1a2b3c4d`.
std::string release_text(const heroku::release& each);

/// In dollars: `7.00`; `by contract`, or `not said` where Heroku does not say.
std::string monthly_price(const std::optional<heroku::cost>& of);

/// Whether visitors come through.
std::string maintenance_text(const std::string& name, bool on);

table_part release_table(const std::vector<heroku::release>& releases);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/shown.ipp")
