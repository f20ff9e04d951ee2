// What people name at Rackspace: a server, a flavor, an image, a key, what is kept with a server.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops::rackspace {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`): `parse` reads what
// `to_text` writes. A mistake's places count from the start of the text.

namespace detail {
/// Mistakes: `rackspace_reference`, `rackspace_key_name`, `rackspace_metadata`,
/// `rackspace_user_data`; nothing where the text is good.
std::optional<mistake> wrong_reference(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_key_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_metadata_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_user_data(std::string_view text, std::string_view kind);
} // namespace detail

using provider::word;

/// Something that there is, by what people call it or by Rackspace's id: one line of at most 255
/// bytes.
template <fixed_string Kind>
using reference = word<Kind, &detail::wrong_reference>;
using server_ref = reference<"name or id of a server">;
using image_ref = reference<"name or id of an image">;
using own_image_ref = reference<"name or id of an image of one's own">;
using key_ref = reference<"name of an SSH key">;
/// How large a server is: `general1-2`, `2 GB General Purpose v1`.
using flavor_ref = reference<"name or id of a flavor">;

/// What a server is to be called. Rackspace takes whatever is one line.
/// Source: openstack/nova, utils.py, check_string_length.
using server_name = reference<"name for a server">;

/// Letters, digits, spaces, dashes and underscores, at most 255.
/// Source: openstack/nova, compute/api.py, KeypairAPI.
using key_name = word<"name for an SSH key", &detail::wrong_key_name>;

/// What something in a server's metadata is called: one line of at most 255 characters, without an
/// equals sign. Source: docs-cloud-servers, delete-delete-server-metadata-item; that sign is ours.
using metadata_name = word<"name in metadata", &detail::wrong_metadata_name>;

/// `client=acme`: something that people keep with a server. No secret, for all who see the server
/// see it.
struct metadata_item {
    static constexpr std::string_view kind = "NAME=VALUE";

    metadata_name name;
    /// At most 255 characters. Source: openstack/nova, compute/api.py,
    /// _check_metadata_properties_quota.
    std::string value;

    /// Mistakes: `rackspace_metadata`.
    static result<metadata_item> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const { return name.text + '=' + value; }
    /// Of one name there is one.
    [[nodiscard]] bool is_for_the_same_as(const metadata_item& other) const {
        return name == other.name;
    }
    friend bool operator==(const metadata_item&, const metadata_item&) = default;
};

/// What cloud-init does when a server first starts, plain: at most 49,149 bytes, for Rackspace
/// takes it as base64 of at most 65,535. Source: openstack/nova, api-ref/source/parameters.yaml.
using user_data = word<"user data", &detail::wrong_user_data>;

} // namespace chatops::rackspace

template <>
inline constexpr std::string_view chatops::held_at<chatops::rackspace::server_ref> = "rackspace";

#include CHATOPS_BODY("chatops/provider/rackspace/names.ipp")
