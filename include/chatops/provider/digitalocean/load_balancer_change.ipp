#pragma once

#include "chatops/core/json.hpp"
#include "chatops/provider/digitalocean/load_balancer_change.hpp"

#include <boost/json/object.hpp>

namespace chatops::digitalocean {

namespace detail {

CHATOPS_INLINE void put_health(boost::json::object& order, const health_order& asked) {
    boost::json::value& check = order["health_check"];
    if (!check.is_object()) check = boost::json::object();
    check.as_object().erase("path");
    const boost::json::value wanted = json::write(asked);
    for (const auto& each : wanted.as_object()) check.as_object()[each.key()] = each.value();
}

} // namespace detail

CHATOPS_INLINE boost::json::value whole_order(const boost::json::value& shown,
                                              const load_balancer_change& what) {
    boost::json::object order;
    if (const boost::json::object* const object = shown.if_object()) order = *object;
    // What DigitalOcean alone says.
    for (const char* const each : {"id", "ip", "ipv6", "status", "created_at"}) order.erase(each);
    if (const auto* const where = order.if_contains("region")) {
        const boost::json::object* const region = where->if_object();
        if (region != nullptr && region->contains("slug"))
            order["region"] = boost::json::value(region->at("slug"));
        else
            order.erase("region");
    }
    // One of the two: with a tag, the droplets are those that have it.
    const auto* const tag = order.if_contains("tag");
    const bool by_tag = tag != nullptr && tag->is_string() && !tag->get_string().empty();
    order.erase(by_tag ? "droplet_ids" : "tag");
    if (what.health_check) detail::put_health(order, *what.health_check);
    if (what.sticky_sessions) order["sticky_sessions"] = json::write(*what.sticky_sessions);
    if (what.redirect_http_to_https) order["redirect_http_to_https"] = *what.redirect_http_to_https;
    return order;
}

} // namespace chatops::digitalocean
