// A cloud server: its states, and what it is busy with.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"
#include "mocks/rackspace/offers.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// What went wrong after the request was accepted.
struct server_fault {
    int code = 500;
    std::string message;
    time_point created;
    /// Shown only where the code is not 500.
    /// Source: openstack/nova, api/openstack/compute/views/servers.py, _get_fault.
    std::string details = {};
};

/// What a server is busy with until it ends: one thing at a time.
struct task {
    /// As the action is called: `create`, `reboot`, `resize`, …
    std::string action;
    /// Task states that follow each other, in equal parts of the time.
    std::vector<std::string_view> states;
    time_point began;
    time_point ends;
    /// It will end with the server in `ERROR`: `/_mock/errored_actions` asked for that.
    bool fails = false;
    /// With this, if that asked for one.
    std::optional<server_fault> fault;
    /// The flavor of a resize, the image that is made or built from.
    const rackspace::flavor* flavor = nullptr;
    std::string image_id;

    [[nodiscard]] std::string_view state_at(time_point when) const;
    /// 0 to 100.
    [[nodiscard]] int progress_at(time_point when) const;
};

struct server {
    std::string id;
    std::string name;
    std::string region;
    const rackspace::flavor* flavor = nullptr;
    /// What a resize that is not confirmed would go back to, and when it is confirmed by itself.
    const rackspace::flavor* old_flavor = nullptr;
    std::optional<time_point> confirmed_at;
    /// It was off when its resize began, and is again when that is over.
    bool was_stopped = false;
    std::string image_id;
    /// `building`, `active`, `resized`, `rescued`, `stopped`, `paused`, `suspended`, `error`,
    /// `deleted`. Nobody but Rackspace pauses or suspends one.
    std::string vm_state = "building";
    std::optional<task> busy;
    std::optional<server_fault> fault;
    bool is_locked = false;
    bool has_config_drive = false;
    /// `AUTO` or `MANUAL`.
    std::string disk_config = "AUTO";
    std::string key_name;
    std::map<std::string, std::string> metadata;
    std::string access_ipv4;
    std::string access_ipv6;
    /// Empty until the server is built.
    std::string public_ipv4;
    std::string public_ipv6;
    std::string private_ipv4;
    std::string host_id;
    std::string admin_pass;
    time_point created;
    time_point updated;

    /// `ACTIVE`, `BUILD`, …: what vm and task state make of it.
    /// Source: docs-cloud-servers, extensions/ext-extended-status.rst.
    [[nodiscard]] std::string_view status_at(time_point when) const;
};

/// What was done to a server, as `os-instance-actions` tells it.
struct instance_action {
    std::string server_id;
    std::string request_id;
    /// `create`, `reboot`, `confirmResize`, …
    std::string action;
    time_point start;
    std::optional<time_point> finish;
    /// `Error` when it went wrong.
    std::string result;
};

/// What servers are made of: a public one, or one of the account's own.
struct image {
    std::string id;
    std::string name;
    std::string region;
    bool is_public = false;
    /// `SAVING`, `ACTIVE`, `ERROR`.
    std::string status = "ACTIVE";
    int min_disk_gb = 20;
    int min_ram_mb = 512;
    std::string os_distro;
    /// The server that it was made of.
    std::string server_id;
    std::map<std::string, std::string> metadata;
    time_point created;
    time_point updated;
};

struct keypair {
    std::string name;
    std::string region;
    std::string public_key;
    std::string fingerprint;
    time_point created;
};

} // namespace chatops::mocks::rackspace
