// DigitalOcean's commands about domains and addresses, as a list.
#pragma once

#include "chatops/operations/digitalocean/domains.hpp"
#include "chatops/operations/digitalocean/records.hpp"
#include "chatops/operations/digitalocean/reserved_ips.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean_domain.cpp`.
inline std::vector<entry> make_digitalocean_domain_entries() {
    return entries_of<digitalocean_domains, digitalocean_domain_create, digitalocean_domain_destroy,
                      digitalocean_records, digitalocean_record_create, digitalocean_record_change,
                      digitalocean_record_destroy, digitalocean_reserved_ips,
                      digitalocean_reserved_ip_create, digitalocean_reserved_ip_assign,
                      digitalocean_reserved_ip_unassign, digitalocean_reserved_ip_release>();
}

} // namespace chatops::operations
