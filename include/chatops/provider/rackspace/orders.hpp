// What Rackspace's Cloud Servers is asked to make or do, as its API wants it. What is empty is not
// sent.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/secret.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-servers, api-docs/api-reference/methods/post-*.rst.

struct server_order {
    std::string name;
    /// Ids.
    std::string imageRef;
    std::string flavorRef;
    std::optional<std::string> key_name;
    std::map<std::string, std::string> metadata;
    /// What cloud-init does at the first start, as base64.
    std::optional<std::string> user_data;
    /// Whether it has the drive on which cloud-init finds that.
    /// Source: docs-cloud-servers, api-docs/extensions/ext-config-drive.rst.
    std::optional<bool> config_drive;

    /// Sets the last two; `plain` is what cloud-init is to find.
    void set_user_data(std::string_view plain);
};
BOOST_DESCRIBE_STRUCT(server_order, (),
                      (name, imageRef, flavorRef, key_name, metadata, user_data, config_drive))

struct keypair_order {
    std::string name;
    /// `ssh-ed25519 AAAA… comment`.
    std::string public_key;
};
BOOST_DESCRIBE_STRUCT(keypair_order, (), (name, public_key))

/// Something that a server does and that takes its time.
struct server_action {
    /// As `os-instance-actions` tells it: `reboot`, `resize`, `confirmResize`, `stop`, …
    std::string name;
    /// What is posted: `{"reboot": {"type": "SOFT"}}`.
    boost::json::value body;
};

server_action reboot_action(bool hard);
server_action resize_action(std::string_view flavor);
/// Of one word, without more: `confirmResize`, `revertResize`, `unrescue`, `os-start`, `os-stop`.
server_action plain_action(std::string_view word);
server_action rebuild_action(std::string_view image);
/// The password is sent, and nowhere kept.
server_action rescue_action(const secret& password);
server_action password_action(const secret& password);

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/orders.ipp")
