// What Rackspace's Cloud Servers has, as its API shows it. Only what is used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-servers, api-docs/api-reference/methods.

/// Where things of one sort are: the path of all of them, after the account's number, what follows
/// it for all that is known of them, and what the member of an answer is called that holds one or
/// many.
struct collection {
    std::string_view path;
    std::string_view detail;
    std::string_view one;
    std::string_view many;
    /// Whether a name is all that each is known by: ending one that is gone already ends nothing
    /// else, and may be asked for again.
    bool known_by_name = false;
};

/// A thing as part of another.
struct id_reference {
    std::string id;

    friend bool operator==(const id_reference&, const id_reference&) = default;
};
BOOST_DESCRIBE_STRUCT(id_reference, (), (id))

struct server_address {
    /// 4 or 6.
    std::int64_t version = 4;
    std::string addr;

    friend bool operator==(const server_address&, const server_address&) = default;
};
BOOST_DESCRIBE_STRUCT(server_address, (), (version, addr))

/// What went wrong after a request was accepted.
/// Source: general-api-info/faults.rst, Asynchronous faults.
struct server_fault {
    /// As a status of HTTP.
    std::optional<std::int64_t> code;
    std::optional<std::string> message;
    std::optional<time_point> created;
    /// A stack trace, for one. Not of what went wrong within Rackspace: openstack/nova,
    /// api/openstack/compute/views/servers.py.
    std::optional<std::string> details;

    friend bool operator==(const server_fault&, const server_fault&) = default;
};
BOOST_DESCRIBE_STRUCT(server_fault, (), (code, message, created, details))

/// A virtual machine.
struct server {
    static constexpr collection at{"/servers", "/detail", "server", "servers"};

    std::string id;
    std::string name;
    /// `ACTIVE`, `BUILD`, `SHUTOFF`, `VERIFY_RESIZE`, `ERROR`, …
    std::string status;
    /// What it is busy with, `OS-EXT-STS:task_state`; nothing where it is not.
    std::optional<std::string> task_state;
    /// 0 to 100, of what it is busy with.
    std::optional<std::int64_t> progress;
    id_reference flavor;
    /// Nothing for one that was made from a volume.
    std::optional<id_reference> image;
    /// By network: `public`, `private`. Empty while it is built.
    std::map<std::string, std::vector<server_address>> addresses;
    std::optional<std::string> key_name;
    std::map<std::string, std::string> metadata;
    std::optional<server_fault> fault;
    time_point created;
    time_point updated;

    friend bool operator==(const server&, const server&) = default;
};
BOOST_DESCRIBE_STRUCT(server, (),
                      (id, name, status, task_state, progress, flavor, image, addresses, key_name,
                       metadata, fault, created, updated))

/// What servers are made from: Rackspace's own, or one that was made of a server.
struct image {
    static constexpr collection at{"/images", "/detail", "image", "images"};

    std::string id;
    std::string name;
    /// `ACTIVE`, `SAVING`, `ERROR`, …
    std::string status;
    std::optional<std::int64_t> progress;
    /// GB.
    std::int64_t minDisk = 0;
    /// MB.
    std::int64_t minRam = 0;
    /// The server that it was made of; nothing for Rackspace's own.
    std::optional<id_reference> server;
    time_point created;

    friend bool operator==(const image&, const image&) = default;
};
BOOST_DESCRIBE_STRUCT(image, (), (id, name, status, progress, minDisk, minRam, server, created))

/// How large a server is.
struct flavor {
    static constexpr collection at{"/flavors", "/detail", "flavor", "flavors"};

    std::string id;
    std::string name;
    /// MB.
    std::int64_t ram = 0;
    std::int64_t vcpus = 0;
    /// GB.
    std::int64_t disk = 0;

    friend bool operator==(const flavor&, const flavor&) = default;
};
BOOST_DESCRIBE_STRUCT(flavor, (), (id, name, ram, vcpus, disk))

/// A public key that new servers let in. It has nothing but its name.
struct keypair {
    static constexpr collection at{"/os-keypairs", "", "keypair", "keypairs", true};

    std::string name;
    std::string fingerprint;
    std::optional<std::string> public_key;

    friend bool operator==(const keypair&, const keypair&) = default;
};
BOOST_DESCRIBE_STRUCT(keypair, (), (name, fingerprint, public_key))

/// What was done to a server.
struct instance_action {
    /// `create`, `reboot`, `confirmResize`, …
    std::string action;
    /// No two have the same.
    std::string request_id;
    /// Whole seconds of Rackspace's clock.
    time_point start_time;
    /// `Error` where it went wrong.
    std::optional<std::string> message;

    friend bool operator==(const instance_action&, const instance_action&) = default;
};
BOOST_DESCRIBE_STRUCT(instance_action, (), (action, request_id, start_time, message))

/// How many requests there are left, of one method in one period.
struct rate_limit {
    std::string verb;
    std::int64_t value = 0;
    std::int64_t remaining = 0;
    /// `MINUTE`, `DAY`, …
    std::string unit;

    friend bool operator==(const rate_limit&, const rate_limit&) = default;
};
BOOST_DESCRIBE_STRUCT(rate_limit, (), (verb, value, remaining, unit))

struct rate_limits {
    /// `*`, `*/servers`.
    std::string uri;
    std::vector<rate_limit> limit;

    friend bool operator==(const rate_limits&, const rate_limits&) = default;
};
BOOST_DESCRIBE_STRUCT(rate_limits, (), (uri, limit))

/// What the account may have at once in the region, and has; -1 where there is no limit.
struct absolute_limits {
    std::optional<std::int64_t> maxTotalInstances;
    std::optional<std::int64_t> totalInstancesUsed;
    /// MB.
    std::optional<std::int64_t> maxTotalRAMSize;
    std::optional<std::int64_t> totalRAMUsed;
    std::optional<std::int64_t> maxTotalCores;
    std::optional<std::int64_t> totalCoresUsed;

    friend bool operator==(const absolute_limits&, const absolute_limits&) = default;
};
BOOST_DESCRIBE_STRUCT(absolute_limits, (),
                      (maxTotalInstances, totalInstancesUsed, maxTotalRAMSize, totalRAMUsed,
                       maxTotalCores, totalCoresUsed))

struct account_limits {
    std::vector<rate_limits> rate;
    absolute_limits absolute;

    friend bool operator==(const account_limits&, const account_limits&) = default;
};
BOOST_DESCRIBE_STRUCT(account_limits, (), (rate, absolute))

} // namespace chatops::rackspace
