// What people name at DigitalOcean: a droplet, a size, a region, a tag.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::digitalocean {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`): `parse` reads what
// `to_text` writes. A mistake's places count from the start of the text.

namespace detail {
/// Mistakes: `digitalocean_reference`, `digitalocean_slug`, `digitalocean_host_name`,
/// `digitalocean_volume_name`, `digitalocean_record_name`,
/// `digitalocean_ports`, `digitalocean_tag`, `digitalocean_user_data`; nothing where the text is
/// good.
std::optional<mistake> wrong_reference(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_slug(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_host_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_volume_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_record_name(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_ports(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_tag(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_user_data(std::string_view text, std::string_view kind);
/// 1 to 65535.
std::optional<std::int64_t> port_in(std::string_view text);
} // namespace detail

using provider::word;

/// Something that there is, by what people call it or by DigitalOcean's id: one line of at most 255
/// bytes.
template <fixed_string Kind>
using reference = word<Kind, &detail::wrong_reference>;
using droplet_ref = reference<"name or id of a droplet">;
using snapshot_ref = reference<"name or id of a snapshot">;
using key_ref = reference<"name, id or fingerprint of an SSH key">;
using volume_ref = reference<"name or id of a volume">;
using action_ref = reference<"number of an action">;
using project_ref = reference<"name or id of a project">;
using vpc_ref = reference<"name or id of a VPC">;
using image_ref = reference<"name or id of an image of one's own">;
using record_ref = reference<"name or id of a record">;
using firewall_ref = reference<"name or id of a firewall">;
using load_balancer_ref = reference<"name or id of a load balancer">;
using reserved_ip_ref = reference<"reserved IP">;

/// DigitalOcean's own word for something: lower-case letters, digits, dashes and dots.
template <fixed_string Kind>
using slug = word<Kind, &detail::wrong_slug>;
using size_slug = slug<"size of a droplet">;
using region_slug = slug<"region">;

/// Letters, digits, dots and dashes, none of the latter at an end, at most 255.
/// Source: digitalocean/openapi, droplet_single_create.yml.
using droplet_name = word<"name for a droplet", &detail::wrong_host_name>;
/// Lower-case letters, digits and dashes, a letter first, at most 64. Source: the same,
/// volume_base.yml.
using volume_name = word<"name for a volume", &detail::wrong_volume_name>;
/// The same characters. Source: the same, firewall.yml; DigitalOcean lets a dot or a dash be last.
using firewall_name = word<"name for a firewall", &detail::wrong_host_name>;
using load_balancer_name = word<"name for a load balancer", &detail::wrong_host_name>;
/// The same characters. Source: the same, vpc_updatable.yml.
using vpc_name = word<"name for a VPC", &detail::wrong_host_name>;
/// The same characters, and a dot within. Source: the same, domain.yml.
using domain_name = word<"domain", &detail::wrong_host_name>;
/// A name within a domain, or whole: the same characters, underscores and a star; `@` for the
/// domain itself. Source: the same, domain_record.yml.
using record_name = word<"name within a domain", &detail::wrong_record_name>;
/// Letters, digits, colons, dashes and underscores, at most 255. Source: the same, tags.yml.
using tag_name = word<"tag", &detail::wrong_tag>;

/// `443`, `8000-8080`, `all`. Source: the same, firewall_rule_base.yml.
using port_range = word<"port or ports", &detail::wrong_ports>;

/// What cloud-init does when a droplet first starts: at most 64 KiB.
/// Source: digitalocean/openapi, droplet_create.yml.
using user_data = word<"user data", &detail::wrong_user_data>;

/// The size of a volume, as people type it: `100GB`, or `100`.
struct volume_size {
    static constexpr std::string_view kind = "size of a volume";

    /// 1 to 16,384. Source: docs.digitalocean.com, "Volumes Limits".
    std::int64_t gigabytes = 1;

    /// Mistakes are those of `not_a`.
    static result<volume_size> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const { return std::to_string(gigabytes) + "GB"; }
    friend bool operator==(const volume_size&, const volume_size&) = default;
};

/// The number, if the text is one of DigitalOcean's numeric ids.
std::optional<std::int64_t> id_in(std::string_view text);

} // namespace chatops::digitalocean

template <>
inline constexpr std::string_view chatops::held_at<chatops::digitalocean::droplet_ref> =
    "digitalocean";

#include CHATOPS_BODY("chatops/provider/digitalocean/names.ipp")
