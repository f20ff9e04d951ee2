// What of a load balancer is to be another, and how all of it is then asked for.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/orders.hpp"

#include <boost/json/value.hpp>

#include <optional>

namespace chatops::digitalocean {

/// What is absent stays.
struct load_balancer_change {
    /// How often and how long is looked stays in any case.
    std::optional<health_order> health_check;
    std::optional<digitalocean::sticky_sessions> sticky_sessions;
    std::optional<bool> redirect_http_to_https;
};

/// A load balancer as DigitalOcean showed it, changed, as a `PUT` wants it: whole, for what it does
/// not name goes back to DigitalOcean's default.
/// Source: digitalocean/openapi, loadBalancers_update.yml; as godo's `LoadBalancer.AsRequest` does.
boost::json::value whole_order(const boost::json::value& shown, const load_balancer_change& what);

} // namespace chatops::digitalocean

#include CHATOPS_BODY("chatops/provider/digitalocean/load_balancer_change.ipp")
