// What is in a network, as it is asked for and as it reads.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"

#include <string>
#include <vector>

namespace chatops::operations {

std::string vpc_members_path(const digitalocean::vpc& of);
table_part member_table(const std::vector<digitalocean::vpc_member>& members);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/vpc_parts.ipp")
