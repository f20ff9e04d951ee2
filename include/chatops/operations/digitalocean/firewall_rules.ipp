#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/operations/digitalocean/firewall_rules.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

/// A rule, whichever way it goes.
struct plain_rule {
    bool out = false;
    std::string protocol;
    std::string ports;
    digitalocean::rule_ends ends;

    [[nodiscard]] bool is_alike(const plain_rule& other) const {
        const bool all = is_all(ports) && is_all(other.ports);
        return out == other.out && protocol == other.protocol && (ports == other.ports || all);
    }
    static bool is_all(const std::string& ports) {
        return ports.empty() || ports == "0" || ports == "all";
    }
    [[nodiscard]] std::string text() const {
        return traffic_text(protocol, ports) + (out ? " outwards" : "");
    }
    [[nodiscard]] digitalocean::rules_order order() const {
        digitalocean::rules_order made;
        if (out)
            made.outbound_rules.push_back({protocol, ports, ends});
        else
            made.inbound_rules.push_back({protocol, ports, ends});
        return made;
    }
};

CHATOPS_INLINE std::vector<plain_rule> rules_of(const digitalocean::firewall& it) {
    std::vector<plain_rule> all;
    for (const auto& each : it.inbound_rules)
        all.push_back({false, each.protocol, each.ports, each.sources});
    for (const auto& each : it.outbound_rules)
        all.push_back({true, each.protocol, each.ports, each.destinations});
    return all;
}

CHATOPS_INLINE std::optional<reply>
wrong_ports(traffic protocol, const std::optional<digitalocean::port_range>& ports) {
    if (protocol == traffic::icmp && ports && ports->text != "all")
        return reply::bad("Nothing was changed: icmp has no ports");
    if (protocol != traffic::icmp && !ports)
        return reply::bad("Nothing was changed: say which port, or `all`");
    return std::nullopt;
}

CHATOPS_INLINE plain_rule rule_asked(bool out, traffic protocol,
                                     const std::optional<digitalocean::port_range>& ports) {
    plain_rule rule;
    rule.out = out;
    rule.protocol = text_of<traffic>::write(protocol);
    // DigitalOcean's word for all of them.
    rule.ports = ports && ports->text != "all" && protocol != traffic::icmp ? ports->text : "0";
    return rule;
}

/// The ends that a line names, without its droplets.
template <class Command>
digitalocean::rule_ends ends_asked(const Command& asked,
                                   const std::vector<digitalocean::droplet>& droplets) {
    std::vector<std::int64_t> ids;
    for (const digitalocean::droplet& each : droplets) ids.push_back(each.id);
    std::vector<std::string> tags;
    for (const auto& each : *asked.tag) tags.push_back(each.text);
    return rule_ends_of(*asked.everyone, *asked.address, std::move(ids), std::move(tags));
}

CHATOPS_INLINE std::string rules_path(const std::string& id) {
    return digitalocean::path_to<digitalocean::firewall>(id) + "/rules";
}

/// Of several that are alike, those with just these ends, if any are named.
CHATOPS_INLINE std::vector<plain_rule> meant_rules(const digitalocean::firewall& it,
                                                   const plain_rule& asked) {
    std::vector<plain_rule> all = rules_of(it);
    const bool any = asked.ends == digitalocean::rule_ends();
    std::erase_if(all, [&](const plain_rule& each) {
        return !each.is_alike(asked) || (!any && each.ends != asked.ends);
    });
    return all;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_open::run(context& ctx) const {
    if (auto wrong = detail::wrong_ports(*protocol, *ports)) co_return *wrong;
    auto choice = co_await ctx.observe("firewall", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::firewall>(ocean, firewall->text);
    });
    const auto unclear = co_await ask_which(ctx, firewall->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::firewall& it = choice.one();
    auto droplets = co_await look_for_each<digitalocean::droplet>(ctx, *droplet);
    if (droplets.unclear) co_return *droplets.unclear;
    detail::plain_rule rule = detail::rule_asked(*out, *protocol, *ports);
    rule.ends = detail::ends_asked(*this, droplets.found);
    if (rule.ends == digitalocean::rule_ends())
        co_return reply::bad("Nothing was opened: say for whom, with `--address`, `--tag`, "
                             "`--droplet` or `--everyone`");
    if (!detail::meant_rules(it, rule).empty())
        co_return reply::neutral(it.name + " lets that through already: nothing was changed");
    const auto ids = droplets_in(it);
    auto names = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplet_names(ocean, ids); });
    for (const digitalocean::droplet& each : droplets.found) names[id_of(each)] = each.name;
    const std::string path = detail::rules_path(it.id);
    const digitalocean::rules_order order = rule.order();
    co_await ctx.set("open",
                     [&](digitalocean::client& ocean) { return ocean.put_into(path, order); });
    co_await ctx.progress("Waiting until the droplets follow " + it.name);
    const bool good = co_await is_followed(ctx, it.id);
    if (!good) co_return not_followed(it.name);
    co_return reply::good(it.name + " lets " + rule.text() + (*out ? " through to " : " in from ") +
                          ends_text(rule.ends, names));
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_close::run(context& ctx) const {
    if (auto wrong = detail::wrong_ports(*protocol, *ports)) co_return *wrong;
    auto choice = co_await ctx.observe("firewall", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::firewall>(ocean, firewall->text);
    });
    const auto unclear = co_await ask_which(ctx, firewall->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::firewall& it = choice.one();
    auto droplets = co_await look_for_each<digitalocean::droplet>(ctx, *droplet);
    if (droplets.unclear) co_return *droplets.unclear;
    const auto ids = droplets_in(it);
    const auto names = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplet_names(ocean, ids); });
    detail::plain_rule asked = detail::rule_asked(*out, *protocol, *ports);
    asked.ends = detail::ends_asked(*this, droplets.found);
    const auto meant = detail::meant_rules(it, asked);
    if (meant.size() != 1) {
        const std::string what = asked.text() + " of " + it.name;
        reply answer =
            meant.empty()
                ? reply::bad("There is no such rule for " + what + ": nothing was changed")
                : reply::bad(counted(meant.size(), "rule") + " are for " + what +
                             ": nothing was changed");
        if (!meant.empty())
            answer.add(text_part{"Say which one, with the `--address`, `--tag`, `--droplet` or "
                                 "`--everyone` that it has."});
        co_return answer.add(rule_table(it, names));
    }
    const std::string path = detail::rules_path(it.id);
    const digitalocean::rules_order order = meant.front().order();
    co_await ctx.set("close",
                     [&](digitalocean::client& ocean) { return ocean.take_out_of(path, order); });
    co_await ctx.progress("Waiting until the droplets follow " + it.name);
    const bool good = co_await is_followed(ctx, it.id);
    if (!good) co_return not_followed(it.name);
    co_return reply::good(it.name + " does not let " + meant.front().text() +
                          (*out ? " through to " : " in from ") +
                          ends_text(meant.front().ends, names) + " any more");
}

} // namespace chatops::operations
