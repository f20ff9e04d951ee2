#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/dns_parts.hpp"
#include "chatops/operations/rackspace/domains.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

/// A person reads no more of them before saying yes.
inline constexpr std::size_t lost_lines_shown = 12;

/// The servers that a zone itself names.
CHATOPS_INLINE std::vector<std::string>
name_servers_in(const std::vector<rackspace::record>& records, const std::string& zone) {
    std::vector<std::string> hosts;
    for (const rackspace::record& each : records)
        if (each.type == "NS" && each.name == zone) hosts.push_back(each.data);
    return hosts;
}

CHATOPS_INLINE std::string lost_lines(const std::vector<rackspace::record>& records,
                                      const std::string& zone) {
    std::string lines;
    std::size_t count = 0;
    for (const rackspace::record& each : records) {
        // Every domain has those.
        if (each.type == "NS" && each.name == zone) continue;
        if (++count <= lost_lines_shown)
            lines += (lines.empty() ? "" : "; ") + each.type + ' ' + name_in_zone(each.name, zone) +
                     ' ' + zone_data(each);
    }
    if (count > lost_lines_shown)
        lines += "; and " + std::to_string(count - lost_lines_shown) + " more";
    return lines.empty() ? "none but those that every domain has" : lines;
}

CHATOPS_INLINE asio::awaitable<facts> zone_losses(rackspace::dns_client& dns,
                                                  const rackspace::domain& of) {
    facts lost;
    const auto now = co_await zone_with_id(dns, of.id);
    if (!now) co_return lost;
    const auto records = co_await dns.records(of.id);
    const auto under = co_await dns.subdomains(of.id);
    lost.push_back({"Lost", counted(records.size(), "record")});
    lost.push_back({"Among them", lost_lines(records, of.name)});
    if (!under.empty()) {
        std::vector<std::string> names;
        for (const rackspace::domain& each : under) names.push_back(each.name);
        lost.push_back({"Kept", joined_words(names) + ", as domains of their own"});
    }
    lost.push_back({"Then", "no name of it leads anywhere, and no mail arrives"});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_domains::run(context& ctx) const {
    auto domains =
        co_await ctx.observe("domains", [&](rackspace::dns_client& dns) { return dns.list(); });
    keep_with_part(domains, std::nullopt);
    table_part table{{"Domain", "Id"}, {}};
    for (const rackspace::domain& each : domains) table.rows.push_back({each.name, each.id});
    reply answer = reply::neutral(counted(domains.size(), "domain"));
    if (!domains.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_domain_show::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const std::string& id = zone.it.id;
    const auto it =
        co_await ctx.observe("now", [&](rackspace::dns_client& dns) { return dns.show(id); });
    const auto records = co_await ctx.observe(
        "records", [&](rackspace::dns_client& dns) { return dns.records(id); });
    const auto under = co_await ctx.observe(
        "subdomains", [&](rackspace::dns_client& dns) { return dns.subdomains(id); });
    reply answer = reply::neutral(it.name + " has " + counted(records.size(), "record"));
    fields_part facts{{{"Id", it.id},
                       {"Email", it.emailAddress.value_or("unknown")},
                       {"Remembered for", ttl_text(it.ttl)},
                       {"Name servers", joined_words(detail::name_servers_in(records, it.name))}}};
    if (it.comment) facts.fields.emplace_back("Comment", *it.comment);
    answer.add(std::move(facts));
    if (!under.empty()) {
        table_part table{{"Under it", "Id"}, {}};
        for (const rackspace::domain& each : under) table.rows.push_back({each.name, each.id});
        answer.add(std::move(table));
    }
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_domain_create::run(context& ctx) const {
    rackspace::domain_order order;
    order.name = detail::in_lower_case(domain->text);
    order.emailAddress = *email;
    if (*ttl) order.ttl = (*ttl)->count();
    order.comment = *comment;
    const auto same = co_await ctx.observe(
        "same", [&](rackspace::dns_client& dns) { return dns.named(order.name); });
    if (same)
        co_return reply::bad("Nothing was made: there is a domain " + same->name + " already");
    const rackspace::dns_order what = rackspace::make_domain(order);
    const std::string step = "create";
    co_await carry_out_job(ctx, step, what);
    const auto made = co_await ctx.observe(
        "made", [&](rackspace::dns_client& dns) { return dns.named(order.name); });
    reply answer = reply::good("Rackspace answers for " + order.name);
    if (!made) co_return answer;
    const std::string id = made->id;
    const auto records = co_await ctx.observe(
        "records", [&](rackspace::dns_client& dns) { return dns.records(id); });
    answer.add(fields_part{{{"Id", id}}});
    co_return answer.add(text_part{
        "The world asks it once the domain's registrar names these as its name servers: " +
        joined_words(detail::name_servers_in(records, order.name)) + "."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_domain_export::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const std::string& id = zone.it.id;
    const std::string text =
        co_await ctx.observe("zone", [&](rackspace::dns_client& dns) { return dns.zone_text(id); });
    reply answer = reply::neutral("The zone file of " + zone.it.name);
    co_return answer.add(file_part{zone.it.name + ".zone", text});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_domain_destroy::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const rackspace::domain& it = zone.it;
    const std::string called = "The domain " + it.name;
    const facts lost = co_await ctx.observe(
        "loss", [&](rackspace::dns_client& dns) { return detail::zone_losses(dns, it); });
    if (lost.empty()) co_return reply::neutral(called + " is gone already");
    reply question = loss_question(noun_of<rackspace::domain>, it.name, lost);
    co_await ctx.confirm(std::move(question), "Destroy this domain");
    // Whoever said yes said it to what was shown.
    const facts still = co_await ctx.observe(
        "still so", [&](rackspace::dns_client& dns) { return detail::zone_losses(dns, it); });
    if (still.empty()) co_return reply::neutral(called + " is gone already");
    if (still != lost) co_return is_changed(called);
    const rackspace::dns_order what = rackspace::end_domain(it.id);
    const std::string step = "destroy";
    co_await carry_out_job(ctx, step, what);
    co_return reply::good(called + " is destroyed");
}

} // namespace chatops::operations
