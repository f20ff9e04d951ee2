// Which values there are at DigitalOcean, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"
#include "chatops/run/values.hpp"

#include <algorithm>

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& digitalocean_values();

namespace detail {

/// All of a sort that the account has, by that member of each; each text once.
template <class T, std::string T::*Text>
struct values_of_account {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request&) {
        const std::vector<T> all = co_await from.list<T>({}, limits::cached_values);
        texts_of_values made;
        for (const T& each : all)
            if (std::find(made.begin(), made.end(), each.*Text) == made.end())
                made.push_back(each.*Text);
        co_return made;
    }
};

} // namespace detail
} // namespace operations

template <>
struct value_source<digitalocean::droplet_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::droplet, &digitalocean::droplet::name> {};
template <>
struct value_source<digitalocean::snapshot_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::snapshot, &digitalocean::snapshot::name> {
};
template <>
struct value_source<digitalocean::tag_name, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::tag, &digitalocean::tag::name> {};
template <>
struct value_source<digitalocean::domain_name, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::domain, &digitalocean::domain::name> {};
template <>
struct value_source<digitalocean::key_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::ssh_key, &digitalocean::ssh_key::name> {};
template <>
struct value_source<digitalocean::volume_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::volume, &digitalocean::volume::name> {};
template <>
struct value_source<digitalocean::firewall_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::firewall, &digitalocean::firewall::name> {
};
template <>
struct value_source<digitalocean::load_balancer_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::load_balancer,
                                            &digitalocean::load_balancer::name> {};
template <>
struct value_source<digitalocean::reserved_ip_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::reserved_ip,
                                            &digitalocean::reserved_ip::ip> {};
template <>
struct value_source<digitalocean::vpc_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::vpc, &digitalocean::vpc::name> {};
template <>
struct value_source<digitalocean::project_ref, digitalocean::client>
    : operations::detail::values_of_account<digitalocean::project, &digitalocean::project::name> {};
/// Those that can be had now.
template <>
struct value_source<digitalocean::size_slug, digitalocean::client> {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<digitalocean::region_slug, digitalocean::client> {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request& of);
};
/// One's own.
template <>
struct value_source<digitalocean::image_ref, digitalocean::client> {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request& of);
};
/// Of the domain that is named.
template <>
struct value_source<digitalocean::record_ref, digitalocean::client> {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request& of);
};
/// Of the load balancer that is named: `https:443`.
template <>
struct value_source<digitalocean::entry_ref, digitalocean::client> {
    static asio::awaitable<texts_of_values> values(digitalocean::client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/digitalocean/values.ipp")
