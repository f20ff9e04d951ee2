// What each sort of DigitalOcean's things is called, and what tells those of one name apart.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"
#include "chatops/provider/digitalocean/types.hpp"

#include <string>
#include <vector>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<digitalocean::droplet>{"droplet", "do droplets"};
template <>
inline constexpr noun noun_of<digitalocean::volume>{"volume", "do volumes"};
template <>
inline constexpr noun noun_of<digitalocean::snapshot>{"snapshot", "do snapshots"};
template <>
inline constexpr noun noun_of<digitalocean::image>{"image", "do images --own", "private=true"};
template <>
inline constexpr noun noun_of<digitalocean::domain>{"domain", "do domains"};
template <>
inline constexpr noun noun_of<digitalocean::record>{"record", "do records"};
template <>
inline constexpr noun noun_of<digitalocean::ssh_key>{"SSH key", "do keys", "", "Remove", "removed"};
template <>
inline constexpr noun noun_of<digitalocean::tag>{"tag", "do tags"};
template <>
inline constexpr noun noun_of<digitalocean::reserved_ip>{"reserved IP", "do reserved-ips", "",
                                                         "Release", "released"};
template <>
inline constexpr noun noun_of<digitalocean::firewall>{"firewall", "do firewalls"};
template <>
inline constexpr noun noun_of<digitalocean::load_balancer>{"load balancer", "do load-balancers"};
template <>
inline constexpr noun noun_of<digitalocean::vpc>{"VPC", "do vpcs"};
template <>
inline constexpr noun noun_of<digitalocean::project>{"project", "do projects"};

// What tells those of one name apart: their ids, and what a person knows of them. Of what has
// nothing but a name there are no two.

table_part namesake_table(const std::vector<digitalocean::droplet>& droplets);
table_part namesake_table(const std::vector<digitalocean::volume>& volumes);
table_part namesake_table(const std::vector<digitalocean::snapshot>& snapshots);
table_part namesake_table(const std::vector<digitalocean::image>& images);
table_part namesake_table(const std::vector<digitalocean::record>& records);
table_part namesake_table(const std::vector<digitalocean::ssh_key>& keys);
table_part namesake_table(const std::vector<digitalocean::firewall>& firewalls);
table_part namesake_table(const std::vector<digitalocean::load_balancer>& balancers);
inline table_part namesake_table(const std::vector<digitalocean::domain>&) { return {}; }
inline table_part namesake_table(const std::vector<digitalocean::tag>&) { return {}; }
inline table_part namesake_table(const std::vector<digitalocean::reserved_ip>&) { return {}; }
inline table_part namesake_table(const std::vector<digitalocean::vpc>&) { return {}; }
inline table_part namesake_table(const std::vector<digitalocean::project>&) { return {}; }

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/nouns.ipp")
