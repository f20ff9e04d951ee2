#pragma once

#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"

#include <cmath>

namespace chatops::operations {

namespace detail {

/// Of what is not below zero.
CHATOPS_INLINE std::string with_two_places(double amount) {
    const auto cents = static_cast<std::int64_t>(std::llround(amount * 100));
    const std::string rest = std::to_string(cents % 100);
    return std::to_string(cents / 100) + '.' + (rest.size() < 2 ? "0" + rest : rest);
}

} // namespace detail

CHATOPS_INLINE std::string address_of(const digitalocean::droplet& each, std::string_view type) {
    for (const digitalocean::address& address : each.networks.v4)
        if (address.type == type) return address.ip_address;
    return {};
}

CHATOPS_INLINE std::string dollars(double amount) { return detail::with_two_places(amount); }

CHATOPS_INLINE std::string gigabytes(double size) { return detail::with_two_places(size) + " GB"; }

CHATOPS_INLINE std::string gigabytes(std::int64_t size) { return std::to_string(size) + " GB"; }

CHATOPS_INLINE std::string record_data(const digitalocean::record& each) {
    std::string text;
    for (const auto& number : {each.flags, each.priority, each.weight, each.port})
        if (number) text += std::to_string(*number) + ' ';
    if (each.tag) text += *each.tag + ' ';
    return text + each.data;
}

CHATOPS_INLINE std::string size_text(const digitalocean::droplet& each) {
    return each.size_slug + " (" + counted(static_cast<std::size_t>(each.vcpus), "CPU") + ", " +
           memory_text(each.memory) + ", disk " + std::to_string(each.disk) + " GB)";
}

CHATOPS_INLINE table_part droplet_table(const std::vector<digitalocean::droplet>& droplets) {
    table_part table;
    table.headings = {"Droplet", "State", "Address"};
    for (const digitalocean::droplet& each : droplets) {
        const std::string address = address_of(each, "public");
        table.rows.push_back({each.name, each.status, address.empty() ? "none" : address});
    }
    return table;
}

CHATOPS_INLINE fields_part droplet_fields(const digitalocean::droplet& each) {
    fields_part made;
    const auto add = [&](const char* name, std::string value) {
        if (!value.empty()) made.fields.emplace_back(name, std::move(value));
    };
    add("Id", std::to_string(each.id));
    add("Address", address_of(each, "public"));
    add("Private address", address_of(each, "private"));
    if (each.networks.v6 && !each.networks.v6->empty())
        add("IPv6", each.networks.v6->front().ip_address);
    add("Region", each.region.slug);
    add("Size", size_text(each));
    if (each.image) add("Image", each.image->slug ? *each.image->slug : each.image->name);
    if (each.tags) add("Tags", joined_words(*each.tags));
    if (each.volume_ids && !each.volume_ids->empty())
        add("Volumes", std::to_string(each.volume_ids->size()));
    if (each.snapshot_ids && !each.snapshot_ids->empty())
        add("Snapshots", std::to_string(each.snapshot_ids->size()));
    if (each.backup_ids && !each.backup_ids->empty())
        add("Backups", std::to_string(each.backup_ids->size()));
    add("Created (UTC)", minute_of(each.created_at));
    return made;
}

} // namespace chatops::operations
