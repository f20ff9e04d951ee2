// What each sort of Rackspace's servers' things is called, and what tells those of one name apart.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/provider/rackspace/types.hpp"

#include <vector>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<rackspace::server>{"server", "rackspace servers"};
template <>
inline constexpr noun noun_of<rackspace::image>{"image", "rackspace images"};
template <>
inline constexpr noun noun_of<rackspace::flavor>{"flavor", "rackspace flavors"};
template <>
inline constexpr noun noun_of<rackspace::keypair>{"SSH key", "rackspace keys", "", "Remove",
                                                  "removed"};

table_part namesake_table(const std::vector<rackspace::server>& servers);
table_part namesake_table(const std::vector<rackspace::image>& images);
table_part namesake_table(const std::vector<rackspace::flavor>& flavors);
/// There are no two of one name.
inline table_part namesake_table(const std::vector<rackspace::keypair>&) { return {}; }

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/nouns.ipp")
