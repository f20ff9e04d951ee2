#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/operations/digitalocean/firewalls.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<facts> firewall_losses(digitalocean::client& ocean,
                                                      digitalocean::firewall it) {
    const auto names =
        co_await droplet_names(ocean, it.droplet_ids.value_or(std::vector<std::int64_t>()));
    const std::size_t rules = it.inbound_rules.size() + it.outbound_rules.size();
    facts lost{
        {"Lost", counted(rules, "rule")},
        {"Open to everyone then", guarded_by(it, names) + ", where no other firewall guards it"},
        {"Id", it.id},
        {"Created (UTC)", minute_of(it.created_at)}};
    if (guarded_by(it, names) == "nothing") lost[1] = {"It guards", "nothing"};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewalls::run(context& ctx) const {
    auto firewalls = co_await ctx.observe("firewalls", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::firewall>();
    });
    keep_with_part(firewalls, std::nullopt);
    table_part table;
    table.headings = {"Firewall", "Rules", "For"};
    for (const digitalocean::firewall& each : firewalls) {
        const std::size_t droplets = each.droplet_ids ? each.droplet_ids->size() : 0;
        std::vector<std::string> what;
        for (const std::string& tag : each.tags.value_or(std::vector<std::string>()))
            what.push_back("tag " + tag);
        if (droplets > 0) what.push_back(counted(droplets, "droplet"));
        table.rows.push_back(
            {each.name, std::to_string(each.inbound_rules.size() + each.outbound_rules.size()),
             what.empty() ? "nothing" : joined_words(what)});
    }
    reply answer = reply::neutral(counted(firewalls.size(), "firewall"));
    if (!firewalls.empty()) answer.add(std::move(table));
    std::vector<std::string> failed;
    for (const digitalocean::firewall& each : firewalls)
        if (each.status == "failed") failed.push_back(each.name);
    if (!failed.empty()) {
        answer.how = tone::bad;
        answer.add(text_part{"Their droplets do not follow: " + joined_words(failed) + "."});
    }
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("firewall", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::firewall>(ocean, firewall->text);
    });
    const auto unclear = co_await ask_which(ctx, firewall->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::firewall& it = choice.one();
    const auto ids = droplets_in(it);
    const auto names = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplet_names(ocean, ids); });
    const std::string title = it.name + " guards " + guarded_by(it, names);
    reply answer = it.status == "failed" ? reply::bad(title) : reply::neutral(title);
    fields_part facts{{{"Id", it.id}}};
    // What is as it should be is not worth a line.
    if (it.status == "waiting")
        facts.fields.emplace_back("State", "its droplets do not follow yet");
    if (it.status == "failed") facts.fields.emplace_back("State", "its droplets do not follow it");
    answer.add(std::move(facts));
    answer.add(text_part{"What no rule lets through is dropped."});
    co_return answer.add(rule_table(it, names));
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::firewall>(ctx, firewall->text, detail::firewall_losses);
}

} // namespace chatops::operations
