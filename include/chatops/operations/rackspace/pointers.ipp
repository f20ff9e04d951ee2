#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/dns_parts.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/pointers.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

/// A server or a load balancer with public addresses, that of version 4 first; or what to say
/// instead.
struct chosen_device {
    std::optional<reply> instead;
    std::string name;
    rackspace::dns_device where;
    std::vector<std::string> addresses;
};

CHATOPS_INLINE asio::awaitable<chosen_device> choose_server_device(context& ctx,
                                                                   const std::string& which) {
    chosen_device meant;
    const rackspace::server_ref named{which};
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, named); });
    meant.instead = co_await ask_which(ctx, which, choice);
    if (meant.instead) co_return meant;
    const rackspace::server& it = choice.one();
    meant.name = it.name;
    meant.where.service = "cloudServersOpenStack";
    meant.where.href = co_await ctx.observe(
        "where", [&](rackspace::client& cloud) { return cloud.address_of(it.id); });
    const auto found = it.addresses.find("public");
    if (found != it.addresses.end())
        for (const int version : {4, 6})
            for (const rackspace::server_address& each : found->second)
                if (each.version == version) meant.addresses.push_back(each.addr);
    co_return meant;
}

CHATOPS_INLINE asio::awaitable<chosen_device> choose_balancer_device(context& ctx,
                                                                     const std::string& which) {
    chosen_device meant;
    auto balancer = co_await choose_balancer(ctx, which, false);
    if (balancer.instead) {
        meant.instead = std::move(balancer.instead);
        co_return meant;
    }
    const rackspace::load_balancer& it = balancer.it;
    meant.name = it.name;
    meant.where.service = "cloudLoadBalancers";
    meant.where.href =
        co_await ctx.observe("where", [&](rackspace::load_balancer_client& balancers) {
            return balancers.address_of(it.id);
        });
    // Those of version 6 can be called nothing. Source: docs-cloud-dns,
    // methods/post-add-ptr-records.
    if (it.virtualIps)
        for (const rackspace::virtual_ip& each : *it.virtualIps)
            if (each.type == "PUBLIC" && each.ipVersion == "IPV4")
                meant.addresses.push_back(each.address);
    co_return meant;
}

CHATOPS_INLINE asio::awaitable<chosen_device> choose_device(context& ctx, const std::string& which,
                                                            bool is_balancer) {
    return is_balancer ? choose_balancer_device(ctx, which) : choose_server_device(ctx, which);
}

/// A pointer of it, or where there could be one.
struct chosen_pointer {
    std::optional<reply> instead;
    chosen_device of;
    std::string address;
    std::optional<rackspace::record> it;
};

CHATOPS_INLINE std::optional<rackspace::record>
pointer_at(const std::vector<rackspace::record>& all, const std::string& address) {
    for (const rackspace::record& each : all)
        if (equal_ignoring_case(each.data, address)) return each;
    return std::nullopt;
}

CHATOPS_INLINE asio::awaitable<std::optional<rackspace::record>>
pointer_now(rackspace::dns_client& dns, const rackspace::dns_device& of,
            const std::string& address) {
    const auto all = co_await dns.pointers(of);
    co_return pointer_at(all, address);
}

CHATOPS_INLINE asio::awaitable<chosen_pointer>
choose_pointer(context& ctx, const std::string& which, const pointer_place& asked) {
    chosen_pointer meant;
    meant.of = co_await choose_device(ctx, which, *asked.load_balancer);
    if (meant.of.instead) {
        meant.instead = std::move(meant.of.instead);
        co_return meant;
    }
    const std::vector<std::string>& all = meant.of.addresses;
    for (const std::string& each : all) {
        const bool is_it =
            *asked.address ? equal_ignoring_case(each, (*asked.address)->text) : &each == &all[0];
        if (is_it) meant.address = each;
    }
    if (meant.address.empty()) {
        const std::string typed = *asked.address ? (*asked.address)->text : std::string();
        meant.instead = reply::bad(
            "Nothing was changed: " + meant.of.name +
            (typed.empty() ? " has no public address" : " has no public address " + typed));
        if (!all.empty()) meant.instead->add(fields_part{{{"It has", joined_words(all)}}});
        co_return meant;
    }
    const std::string step = "pointer";
    meant.it = co_await ctx.observe(step, [&](rackspace::dns_client& dns) {
        return pointer_now(dns, meant.of.where, meant.address);
    });
    co_return meant;
}

CHATOPS_INLINE rackspace::pointer_order
pointer_asked(const chosen_pointer& at, const std::string& name,
              const std::optional<std::chrono::seconds>& ttl) {
    rackspace::pointer_order order;
    order.name = in_lower_case(name);
    order.data = at.address;
    if (ttl) order.ttl = ttl->count();
    return order;
}

CHATOPS_INLINE asio::awaitable<facts> pointer_losses(rackspace::dns_client& dns,
                                                     const rackspace::dns_device& of,
                                                     const std::string& address) {
    facts lost;
    const auto now = co_await pointer_now(dns, of, address);
    if (!now) co_return lost;
    lost.push_back({"Says", address + " is " + now->name});
    lost.push_back({"Remembered by others for", ttl_text(now->ttl)});
    lost.push_back({"Then", "who asks what the address is called is told nothing, and many take no "
                            "mail from it"});
    co_return lost;
}

inline constexpr noun pointer_noun{"pointer", "rackspace pointers"};

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_pointers::run(context& ctx) const {
    const auto device = co_await detail::choose_device(ctx, server->text, *load_balancer);
    if (device.instead) co_return *device.instead;
    const auto all = co_await ctx.observe(
        "pointers", [&](rackspace::dns_client& dns) { return dns.pointers(device.where); });
    reply answer = reply::neutral("What the addresses of " + device.name + " are called");
    table_part table{{"Address", "Is called", "Remembered for"}, {}};
    for (const std::string& each : device.addresses) {
        const auto known = detail::pointer_at(all, each);
        table.rows.push_back(
            {each, known ? known->name : "nothing", known ? ttl_text(known->ttl) : std::string()});
    }
    if (table.rows.empty()) co_return reply::neutral(device.name + " has no public address");
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_pointer_create::run(context& ctx) const {
    const auto meant = co_await detail::choose_pointer(ctx, server->text, at);
    if (meant.instead) co_return *meant.instead;
    const rackspace::pointer_order order = detail::pointer_asked(meant, name->text, *ttl);
    if (meant.it && meant.it->name == order.name)
        co_return reply::neutral(meant.address + " is called that already: nothing was changed");
    if (meant.it) {
        reply no = reply::bad("Nothing was made: " + meant.address + " of " + meant.of.name +
                              " is called " + meant.it->name + " already");
        co_return no.add(text_part{"`rackspace pointer change` calls it something else."});
    }
    const rackspace::dns_order what = rackspace::make_pointer(meant.of.where, order);
    const std::string step = "create";
    co_await carry_out_job(ctx, step, what);
    reply answer = reply::good(meant.address + " of " + meant.of.name + " is called " + order.name);
    co_return answer.add(text_part{"Who checks it asks for the opposite, too: " + order.name +
                                   " should lead to " + meant.address + "."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_pointer_change::run(context& ctx) const {
    const auto meant = co_await detail::choose_pointer(ctx, server->text, at);
    if (meant.instead) co_return *meant.instead;
    if (!meant.it) {
        reply no = reply::bad("Nothing was changed: " + meant.address + " of " + meant.of.name +
                              " is called nothing yet");
        co_return no.add(text_part{"`rackspace pointer create` calls it something."});
    }
    rackspace::pointer_order order = detail::pointer_asked(meant, name->text, *ttl);
    order.id = meant.it->id;
    if (meant.it->name == order.name && (!order.ttl || order.ttl == meant.it->ttl))
        co_return reply::neutral(meant.address + " is called that already: nothing was changed");
    const rackspace::dns_order what = rackspace::change_pointer(meant.of.where, order);
    const std::string step = "change";
    co_await carry_out_job(ctx, step, what);
    const auto after = co_await ctx.observe("after", [&](rackspace::dns_client& dns) {
        return detail::pointer_now(dns, meant.of.where, meant.address);
    });
    reply answer = reply::good(meant.address + " of " + meant.of.name + " is called " + order.name);
    change_part change;
    if (after) {
        add_change(change, "name", meant.it->name, after->name);
        add_change(change, "ttl", ttl_text(meant.it->ttl), ttl_text(after->ttl));
    }
    if (!change.lines.empty()) answer.add(std::move(change));
    co_return answer.add(
        text_part{"Others may remember what it was for " + ttl_text(meant.it->ttl) + "."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_pointer_destroy::run(context& ctx) const {
    const auto meant = co_await detail::choose_pointer(ctx, server->text, at);
    if (meant.instead) co_return *meant.instead;
    const std::string called = meant.address + " of " + meant.of.name;
    if (!meant.it)
        co_return reply::neutral(called + " is called nothing already: nothing was changed");
    const rackspace::dns_device& where = meant.of.where;
    const facts lost = co_await ctx.observe("loss", [&](rackspace::dns_client& dns) {
        return detail::pointer_losses(dns, where, meant.address);
    });
    if (lost.empty()) co_return reply::neutral("The pointer of " + called + " is gone already");
    reply question = loss_question(detail::pointer_noun, "of " + called, lost);
    co_await ctx.confirm(std::move(question), "Destroy this pointer");
    // Whoever said yes said it to what was shown.
    const facts still = co_await ctx.observe("still so", [&](rackspace::dns_client& dns) {
        return detail::pointer_losses(dns, where, meant.address);
    });
    if (still.empty()) co_return reply::neutral("The pointer of " + called + " is gone already");
    if (still != lost) co_return is_changed("The pointer of " + called);
    const rackspace::dns_order what = rackspace::end_pointer(where, meant.address);
    const std::string step = "destroy";
    co_await carry_out_job(ctx, step, what);
    co_return reply::good(called + " is called nothing any more");
}

} // namespace chatops::operations
