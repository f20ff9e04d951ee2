// How DigitalOcean's things look in a reply, the same in each of its commands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/digitalocean/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// Its first address of that type (`public`), or an empty text.
std::string address_of(const digitalocean::droplet& each, std::string_view type);

/// `12.00`, `0.50`; without the sign.
std::string dollars(double amount);

/// `2.36 GB`.
std::string gigabytes(double size);
/// `100 GB`.
std::string gigabytes(std::int64_t size);

/// What stands behind a record's type: `10 mail.example.com`.
std::string record_data(const digitalocean::record& each);

/// `s-1vcpu-2gb (1 CPU, 2 GB, disk 50 GB)`.
std::string size_text(const digitalocean::droplet& each);

/// What tells droplets apart at a glance: no more columns than a phone has room for.
table_part droplet_table(const std::vector<digitalocean::droplet>& droplets);

/// All of one.
fields_part droplet_fields(const digitalocean::droplet& each);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/shown.ipp")
