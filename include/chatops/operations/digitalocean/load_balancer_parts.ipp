#pragma once

#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "chatops/operations/near.hpp"

#include <utility>

namespace chatops::operations {

CHATOPS_INLINE std::string sticky_text(const digitalocean::sticky_sessions& sticky) {
    std::string text = "the cookie " + sticky.cookie_name.value_or("of the load balancer");
    if (sticky.cookie_ttl_seconds)
        text += ", for " + std::to_string(*sticky.cookie_ttl_seconds) + " s";
    return text;
}

CHATOPS_INLINE digitalocean::sticky_sessions sticky_sent(bool stay) {
    // As in DigitalOcean's own examples.
    constexpr std::int64_t sticky_seconds = 300;
    digitalocean::sticky_sessions sticky;
    sticky.type = stay ? "cookies" : "none";
    if (stay) {
        sticky.cookie_name = "DO-LB";
        sticky.cookie_ttl_seconds = sticky_seconds;
    }
    return sticky;
}

CHATOPS_INLINE digitalocean::health_order health_sent(const digitalocean::health_target& target) {
    digitalocean::health_order order;
    order.protocol = target.protocol;
    order.port = target.port;
    if (!target.path.empty()) order.path = target.path;
    return order;
}

CHATOPS_INLINE std::string health_text(const digitalocean::health_check& check) {
    std::string text = check.protocol + " on port " + std::to_string(check.port);
    if (check.path && !check.path->empty()) text += ", path " + *check.path;
    text += ", every " + std::to_string(check.check_interval_seconds) + " s; out after ";
    return text + std::to_string(check.unhealthy_threshold) + " failures, back after " +
           std::to_string(check.healthy_threshold) + " successes";
}

CHATOPS_INLINE std::string entry_text(const digitalocean::forwarding_rule& rule) {
    return rule.entry_protocol + ' ' + std::to_string(rule.entry_port);
}

CHATOPS_INLINE std::string rule_text(const digitalocean::forwarding_rule& rule) {
    return entry_text(rule) + " to " + rule.target_protocol + ' ' +
           std::to_string(rule.target_port);
}

CHATOPS_INLINE table_part forwarding_table(const digitalocean::load_balancer& it) {
    table_part table{{"Comes in", "Goes to"}, {}};
    for (const digitalocean::forwarding_rule& each : it.forwarding_rules)
        table.rows.push_back(
            {entry_text(each), each.target_protocol + ' ' + std::to_string(each.target_port)});
    return table;
}

CHATOPS_INLINE bool goes_by_tag(const digitalocean::load_balancer& it) {
    return it.tag && !it.tag->empty();
}

CHATOPS_INLINE reply balancer_reply(const digitalocean::load_balancer& it,
                                    const std::map<std::string, std::string>& names) {
    const std::string title = it.name + " is " + it.status;
    reply answer = it.status == "active"    ? reply::good(title)
                   : it.status == "errored" ? reply::bad(title)
                                            : reply::neutral(title);
    if (it.droplet_ids.empty()) {
        if (it.status != "errored") answer.how = tone::warning;
        answer.title += ", and sends requests to no droplet";
    }
    fields_part facts{{{"Id", it.id}}};
    if (it.ip && !it.ip->empty()) facts.fields.emplace_back("Address", *it.ip);
    if (it.region) facts.fields.emplace_back("Region", it.region->slug);
    if (goes_by_tag(it)) facts.fields.emplace_back("By the tag", *it.tag);
    std::vector<std::string> behind;
    for (const auto& [id, name] : names) behind.push_back(name);
    facts.fields.emplace_back("Droplets", joined_words(behind));
    if (it.health_check) facts.fields.emplace_back("Health check", health_text(*it.health_check));
    if (it.sticky_sessions && it.sticky_sessions->type == "cookies")
        facts.fields.emplace_back("Visitors stay by", sticky_text(*it.sticky_sessions));
    if (it.redirect_http_to_https.value_or(false))
        facts.fields.emplace_back("By http", "is sent to https");
    answer.add(std::move(facts));
    return answer.add(forwarding_table(it));
}

CHATOPS_INLINE std::vector<digitalocean::forwarding_rule>
rules_sent(const std::vector<digitalocean::forwarding>& asked) {
    std::vector<digitalocean::forwarding_rule> rules;
    for (const digitalocean::forwarding& each : asked) {
        digitalocean::forwarding_rule rule;
        rule.entry_protocol = each.entry.protocol;
        rule.entry_port = each.entry.port;
        rule.target_protocol = each.target.protocol;
        rule.target_port = each.target.port;
        if (each.passes_tls()) rule.tls_passthrough = true;
        rules.push_back(std::move(rule));
    }
    return rules;
}

CHATOPS_INLINE std::optional<reply>
needs_certificate(const std::vector<digitalocean::forwarding>& asked) {
    std::optional<reply> said;
    for (const digitalocean::forwarding& each : asked) {
        if (said || !each.needs_certificate()) continue;
        said = reply::bad("Nothing was done: for " + each.to_text() +
                          " the load balancer needs a certificate, and none can be named here");
        said->add(text_part{"With `" + each.entry.to_text() +
                            "` it goes on encrypted, to droplets "
                            "that have the certificate. Else make that rule in DigitalOcean's "
                            "panel."});
    }
    return said;
}

} // namespace chatops::operations
