// What DigitalOcean is asked to make or do, as its API wants it. What is empty is not sent.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::digitalocean {

// Sources: digitalocean/openapi, droplet_single_create.yml, droplet_actions.yml.

struct droplet_order {
    std::string name;
    std::string size;
    /// A slug as text, or the number of an image.
    boost::json::value image;
    /// DigitalOcean chooses without one.
    std::optional<std::string> region;
    /// Numbers, or fingerprints as text.
    std::vector<boost::json::value> ssh_keys;
    std::vector<std::string> tags;
    bool backups = false;
    bool ipv6 = false;
    bool monitoring = false;
};
BOOST_DESCRIBE_STRUCT(droplet_order, (),
                      (name, size, image, region, ssh_keys, tags, backups, ipv6, monitoring))

struct action_order {
    /// `reboot`, `power_cycle`, `shutdown`, `power_off`, `power_on`, `resize`, `rename`,
    /// `snapshot`.
    std::string type;
    /// Of `resize`.
    std::optional<std::string> size;
    /// Of `resize`: the disk as well, for good.
    std::optional<bool> disk;
    /// Of `rename` and `snapshot`.
    std::optional<std::string> name;

    action_order() = default;
    explicit action_order(std::string what) : type(std::move(what)) {}
};
BOOST_DESCRIBE_STRUCT(action_order, (), (type, size, disk, name))

} // namespace chatops::digitalocean
