// `do:droplet:3164494`: how DigitalOcean names a thing across all sorts, and how people read it.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <map>
#include <string>
#include <vector>

namespace chatops::operations {

std::string urn_of(const digitalocean::droplet& each);
std::string urn_of(const digitalocean::volume& each);
std::string urn_of(const digitalocean::load_balancer& each);
std::string urn_of(const digitalocean::domain& each);
std::string urn_of(const digitalocean::reserved_ip& each);

/// What a URN says: `droplet`, `3164494`. Of what is none, all of it is the id.
struct named_by_urn {
    std::string sort;
    std::string id;
};
named_by_urn read_urn(const std::string& urn);

/// What a sort is called: `load balancer` of `loadbalancer`.
std::string sort_of(const named_by_urn& it);

/// What those are called that have an id and not a name: droplets, load balancers, volumes; by URN.
/// Of what is gone, or of another sort, its id.
asio::awaitable<std::map<std::string, std::string>> names_of_urns(digitalocean::client& ocean,
                                                                  std::vector<std::string> urns);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/urn.ipp")
