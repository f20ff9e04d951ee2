// Pages of NerdGraph: a cursor, and null behind the last.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/newrelic/call.hpp"

#include <cstddef>
#include <string_view>

namespace chatops::mocks::newrelic {

/// The page that `cursor` names, as `root` and `nextCursor`; refuses one that is none of ours.
object cut_page(array all, std::string_view root, const call& from, std::size_t items);

} // namespace chatops::mocks::newrelic
