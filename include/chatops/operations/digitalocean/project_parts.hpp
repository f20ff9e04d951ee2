// What is in a project, as it is asked for and as it reads.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/types.hpp"

#include <map>
#include <string>
#include <vector>

namespace chatops::operations {

std::string things_path(const digitalocean::project& of);
std::vector<std::string> urns_of(const std::vector<digitalocean::project_resource>& all);
/// `names` are those of `names_of_urns`.
table_part things_table(const std::map<std::string, std::string>& names);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/project_parts.ipp")
