// What may stand in a DNS zone.
#pragma once

#include "mocks/digitalocean/call.hpp"

#include <string_view>

namespace chatops::mocks::digitalocean {

/// Refuses with 422 what is no address.
void check_ipv4(std::string_view text);

// These read the body of a request, and refuse with 422. The record's id stays.

domain_record new_record(const object& body, const domain& of);
/// Only what the body names changes (PATCH).
domain_record patched_record(const object& body, const domain_record& before, const domain& of);
/// What the body does not name is as if it were new (PUT); but the type stays, and so does what a
/// record of it cannot be without.
domain_record replaced_record(const object& body, const domain_record& before, const domain& of);

} // namespace chatops::mocks::digitalocean
