#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
#include "chatops/operations/digitalocean/chosen_tags.hpp"
#include "chatops/operations/digitalocean/firewall_create.hpp"
#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string ports_sent(const digitalocean::traffic_rule& rule) {
    // DigitalOcean's word for all of them.
    return rule.ports.empty() || rule.ports == "all" ? "0" : rule.ports;
}

CHATOPS_INLINE digitalocean::rule_ends ends_sent(const digitalocean::traffic_rule& rule) {
    return rule_ends_of(rule.everyone, rule.addresses, {}, rule.tags);
}

CHATOPS_INLINE std::vector<digitalocean::outbound_rule>
outbound_of(const std::vector<digitalocean::traffic_rule>& asked) {
    std::vector<digitalocean::outbound_rule> rules;
    for (const auto& each : asked)
        rules.push_back({each.protocol, ports_sent(each), ends_sent(each)});
    if (!asked.empty()) return rules;
    // As DigitalOcean's own panel has it: a droplet that reaches nobody cannot even be updated.
    const digitalocean::rule_ends everyone = rule_ends_of(true, {}, {}, {});
    for (const char* const protocol : {"tcp", "udp", "icmp"})
        rules.push_back({protocol, "0", everyone});
    return rules;
}

CHATOPS_INLINE digitalocean::firewall_order
order_of(const digitalocean_firewall_create& asked,
         const std::vector<digitalocean::droplet>& droplets) {
    digitalocean::firewall_order order;
    order.name = asked.name->text;
    for (const auto& each : *asked.rule)
        order.inbound_rules.push_back({each.protocol, ports_sent(each), ends_sent(each)});
    order.outbound_rules = outbound_of(*asked.out);
    for (const auto& each : droplets) order.droplet_ids.push_back(each.id);
    for (const auto& each : *asked.tag) order.tags.push_back(each.text);
    return order;
}

/// Those that it goes by and those in its rules.
CHATOPS_INLINE std::vector<std::string> tags_in(const digitalocean_firewall_create& asked) {
    std::vector<std::string> tags;
    for (const auto& each : *asked.tag) tags.push_back(each.text);
    for (const auto* const rules : {&*asked.rule, &*asked.out})
        for (const auto& each : *rules) tags.insert(tags.end(), each.tags.begin(), each.tags.end());
    return tags;
}

CHATOPS_INLINE bool lets_ssh_in(const digitalocean::traffic_rule& rule) {
    constexpr std::int64_t ssh = 22;
    if (rule.protocol != "tcp") return false;
    if (rule.ports == "all") return true;
    const auto dash = rule.ports.find('-');
    const auto first = digitalocean::id_in(rule.ports.substr(0, dash));
    const auto last =
        dash == std::string::npos ? first : digitalocean::id_in(rule.ports.substr(dash + 1));
    return first && last && *first <= ssh && ssh <= *last;
}

CHATOPS_INLINE reply made_firewall(const digitalocean_firewall_create& asked,
                                   const digitalocean::firewall& made,
                                   const std::vector<digitalocean::droplet>& droplets) {
    std::map<std::string, std::string> names;
    for (const auto& each : droplets) names[std::to_string(each.id)] = each.name;
    const bool guards = !droplets.empty() || !asked.tag->empty();
    reply answer =
        guards ? reply::good("There is a firewall " + made.name + ", and it guards " +
                             guarded_by(made, names))
               : reply::good("There is a firewall " + made.name + ", and it guards nothing yet");
    if (!guards)
        answer.add(text_part{"`do firewall add " + made.name +
                             "` has it guard droplets, or "
                             "whatever has a tag."});
    const bool ssh = std::any_of(asked.rule->begin(), asked.rule->end(), lets_ssh_in);
    if (guards && !ssh)
        answer.add(text_part{"No rule of it lets SSH in (tcp 22): where no other firewall does, "
                             "nobody gets a shell there now."});
    return answer.add(rule_table(made, names));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_create::run(context& ctx) const {
    auto guarded = co_await look_for_each<digitalocean::droplet>(ctx, *droplet);
    if (guarded.unclear) co_return *guarded.unclear;
    const std::vector<std::string> tags = detail::tags_in(*this);
    const auto unclear = co_await look_for_tags(ctx, tags);
    if (unclear) co_return *unclear;
    const digitalocean::firewall_order order = detail::order_of(*this, guarded.found);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return with_name<digitalocean::firewall>(ocean, order.name);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a firewall " + order.name + " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::firewall>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return made_since<digitalocean::firewall>(ocean, order.name, since);
    };
    const digitalocean::firewall made = co_await ctx.once("create", act, find);
    co_await ctx.progress("Waiting until the droplets follow " + made.name);
    const bool good = co_await is_followed(ctx, made.id);
    if (!good) co_return not_followed(made.name, "made");
    co_return detail::made_firewall(*this, made, guarded.found);
}

} // namespace chatops::operations
