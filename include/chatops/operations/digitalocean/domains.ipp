#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/domains.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// A person reads no more of them before saying yes.
inline constexpr std::size_t lost_records_shown = 12;

CHATOPS_INLINE asio::awaitable<facts> domain_losses(digitalocean::client& ocean,
                                                    digitalocean::domain it) {
    const auto records =
        co_await ocean.list_in<digitalocean::record>(digitalocean::records_path(it.name));
    std::string lines;
    std::size_t shown = 0;
    for (const digitalocean::record& each : records) {
        // Every domain has those.
        if (each.type == "SOA" || each.type == "NS") continue;
        if (++shown <= lost_records_shown)
            lines +=
                (lines.empty() ? "" : "; ") + each.type + ' ' + each.name + ' ' + record_data(each);
    }
    if (shown > lost_records_shown)
        lines += "; and " + std::to_string(shown - lost_records_shown) + " more";
    facts lost{{"Lost", counted(records.size(), "record")},
               {"Among them", lines.empty() ? "none but those that every domain has" : lines},
               {"Then", "no name of it leads anywhere, and no mail arrives"}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_domains::run(context& ctx) const {
    const auto domains = co_await ctx.observe(
        "domains", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::domain>(); });
    table_part table;
    table.headings = {"Domain"};
    for (const digitalocean::domain& each : domains) table.rows.push_back({each.name});
    reply answer = reply::neutral(counted(domains.size(), "domain"));
    if (!domains.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_domain_create::run(context& ctx) const {
    const auto look = [&](digitalocean::client& ocean) {
        return ocean.find<digitalocean::domain>(domain->text);
    };
    const auto same = co_await ctx.observe("same", look);
    if (same)
        co_return reply::bad("Nothing was made: there is a domain " + same->name + " already");
    digitalocean::domain_order order;
    order.name = domain->text;
    order.ip_address = *address;
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::domain>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) { return look(ocean); };
    const digitalocean::domain made = co_await ctx.once("create", act, find);
    reply answer = reply::good("DigitalOcean answers for " + made.name +
                               (*address ? ", which leads to " + **address : ""));
    answer.add(
        text_part{"The world asks it once the domain's registrar names ns1.digitalocean.com, "
                  "ns2.digitalocean.com and ns3.digitalocean.com as its name servers."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_domain_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::domain>(ctx, domain->text, detail::domain_losses);
}

} // namespace chatops::operations
