#pragma once

#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE void add_droplets(std::vector<std::int64_t>& to,
                                 const std::optional<std::vector<std::int64_t>>& more) {
    if (more) to.insert(to.end(), more->begin(), more->end());
}

CHATOPS_INLINE std::string known_name(const std::map<std::string, std::string>& names,
                                      std::int64_t id) {
    const auto found = names.find(std::to_string(id));
    return found == names.end() ? std::to_string(id) : found->second;
}

CHATOPS_INLINE bool has_address(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

CHATOPS_INLINE asio::awaitable<std::string> status_of_firewall(digitalocean::client& ocean,
                                                               const std::string& id) {
    auto now = co_await ocean.show<digitalocean::firewall>(id);
    co_return std::move(now.status);
}

CHATOPS_INLINE asio::awaitable<bool> has_settled(digitalocean::client& ocean,
                                                 const std::string& id) {
    const std::string status = co_await status_of_firewall(ocean, id);
    co_return status != "waiting";
}

} // namespace detail

CHATOPS_INLINE digitalocean::rule_ends rule_ends_of(bool everyone,
                                                    std::vector<std::string> addresses,
                                                    std::vector<std::int64_t> droplets,
                                                    std::vector<std::string> tags) {
    if (everyone) addresses.insert(addresses.begin(), {"0.0.0.0/0", "::/0"});
    digitalocean::rule_ends ends;
    if (!addresses.empty()) ends.addresses = std::move(addresses);
    if (!droplets.empty()) ends.droplet_ids = std::move(droplets);
    if (!tags.empty()) ends.tags = std::move(tags);
    return ends;
}

CHATOPS_INLINE std::vector<std::int64_t> droplets_in(const digitalocean::firewall& it) {
    std::vector<std::int64_t> ids;
    detail::add_droplets(ids, it.droplet_ids);
    for (const auto& each : it.inbound_rules) detail::add_droplets(ids, each.sources.droplet_ids);
    for (const auto& each : it.outbound_rules)
        detail::add_droplets(ids, each.destinations.droplet_ids);
    return ids;
}

CHATOPS_INLINE std::string guarded_by(const digitalocean::firewall& it,
                                      const std::map<std::string, std::string>& names) {
    std::vector<std::string> words;
    if (it.droplet_ids)
        for (const std::int64_t each : *it.droplet_ids)
            words.push_back(detail::known_name(names, each));
    if (it.tags)
        for (const std::string& each : *it.tags) words.push_back("the tag " + each);
    return words.empty() ? "nothing" : joined_words(words);
}

CHATOPS_INLINE std::string ends_text(const digitalocean::rule_ends& ends,
                                     const std::map<std::string, std::string>& names) {
    std::vector<std::string> words;
    if (ends.addresses) {
        const bool four = detail::has_address(*ends.addresses, "0.0.0.0/0");
        const bool everyone = four && detail::has_address(*ends.addresses, "::/0");
        if (everyone) words.emplace_back("everyone");
        for (const std::string& each : *ends.addresses)
            if (!everyone || (each != "0.0.0.0/0" && each != "::/0")) words.push_back(each);
    }
    if (ends.droplet_ids)
        for (const std::int64_t each : *ends.droplet_ids)
            words.push_back(detail::known_name(names, each));
    if (ends.tags)
        for (const std::string& each : *ends.tags) words.push_back("tag " + each);
    if (ends.load_balancer_uids && !ends.load_balancer_uids->empty())
        words.push_back(counted(ends.load_balancer_uids->size(), "load balancer"));
    if (ends.kubernetes_ids && !ends.kubernetes_ids->empty())
        words.push_back(counted(ends.kubernetes_ids->size(), "cluster"));
    return joined_words(words);
}

CHATOPS_INLINE std::string traffic_text(const std::string& protocol, const std::string& ports) {
    if (protocol == "icmp") return protocol;
    if (ports.empty() || ports == "0" || ports == "all") return "all " + protocol;
    return protocol + ' ' + ports;
}

CHATOPS_INLINE table_part rule_table(const digitalocean::firewall& it,
                                     const std::map<std::string, std::string>& names) {
    table_part table;
    table.headings = {"Way", "What", "From or to"};
    for (const auto& each : it.inbound_rules)
        table.rows.push_back(
            {"in", traffic_text(each.protocol, each.ports), ends_text(each.sources, names)});
    for (const auto& each : it.outbound_rules)
        table.rows.push_back(
            {"out", traffic_text(each.protocol, each.ports), ends_text(each.destinations, names)});
    return table;
}

CHATOPS_INLINE asio::awaitable<bool> is_followed(context& ctx, const std::string& id) {
    co_await ctx.until("followed",
                       [&](digitalocean::client& ocean) { return detail::has_settled(ocean, id); });
    const std::string status = co_await ctx.observe("status", [&](digitalocean::client& ocean) {
        return detail::status_of_firewall(ocean, id);
    });
    co_return status != "failed";
}

CHATOPS_INLINE reply not_followed(const std::string& name, const char* done) {
    reply answer = reply::bad(name + " is " + done + ", and its droplets do not follow it");
    return answer.add(text_part{"DigitalOcean says that it failed to reach them: look whether they "
                                "are on, then ask for the same again."});
}

} // namespace chatops::operations
