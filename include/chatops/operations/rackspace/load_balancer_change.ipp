#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/load_balancer_change.hpp"
#include "chatops/operations/rackspace/load_balancer_create.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE rackspace::load_balancer_change
balancer_change_asked(const rackspace_load_balancer_change& asked) {
    rackspace::load_balancer_change made;
    if (*asked.name) made.name = (*asked.name)->text;
    if (*asked.listen) {
        made.protocol = (*asked.listen)->protocol;
        made.port = (*asked.listen)->port;
    }
    if (*asked.algorithm) made.algorithm = in_capitals(**asked.algorithm);
    if (*asked.timeout) made.timeout = (*asked.timeout)->length.count();
    return made;
}

CHATOPS_INLINE bool is_changed_so(const rackspace::load_balancer& it,
                                  const rackspace::load_balancer_change& to) {
    return (!to.name || it.name == *to.name) && (!to.protocol || it.protocol == *to.protocol) &&
           (!to.port || it.port == *to.port) && (!to.algorithm || it.algorithm == to.algorithm) &&
           (!to.timeout || it.timeout == to.timeout);
}

CHATOPS_INLINE asio::awaitable<bool> balancer_is_so(rackspace::load_balancer_client& balancers,
                                                    std::int64_t id,
                                                    const rackspace::load_balancer_change& wanted) {
    const auto now = co_await balancers.show(id);
    co_return is_changed_so(now, wanted);
}

CHATOPS_INLINE change_part balancer_changes(const rackspace::load_balancer& before,
                                            const rackspace::load_balancer& after) {
    change_part change;
    const auto seconds = [](const std::optional<std::int64_t>& of) {
        return of ? std::to_string(*of) + " s" : std::string("unknown");
    };
    add_change(change, "name", before.name, after.name);
    add_change(change, "listens to", listening_text(before), listening_text(after));
    add_change(change, "algorithm", words_of_state(before.algorithm.value_or("unknown")),
               words_of_state(after.algorithm.value_or("unknown")));
    add_change(change, "timeout", seconds(before.timeout), seconds(after.timeout));
    return change;
}

CHATOPS_INLINE const rackspace::virtual_ip* ip_at(const rackspace::load_balancer& of,
                                                  const std::string& address) {
    if (of.virtualIps)
        for (const rackspace::virtual_ip& each : *of.virtualIps)
            if (equal_ignoring_case(each.address, address)) return &each;
    return nullptr;
}

/// The one that was not there before.
CHATOPS_INLINE asio::awaitable<std::optional<rackspace::virtual_ip>>
address_added(rackspace::load_balancer_client& balancers, const rackspace::load_balancer& before) {
    std::optional<rackspace::virtual_ip> found;
    const auto now = co_await balancers.show(before.id);
    if (now.virtualIps)
        for (const rackspace::virtual_ip& each : *now.virtualIps)
            if (ip_at(before, each.address) == nullptr) found = each;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> address_is_gone(rackspace::load_balancer_client& balancers,
                                                     std::int64_t id, const std::string& address) {
    const auto now = co_await balancers.show(id);
    co_return ip_at(now, address) == nullptr;
}

CHATOPS_INLINE std::vector<std::string> addresses_without(std::vector<std::string> all,
                                                          const std::string& one) {
    std::erase(all, one);
    return all;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_change::run(context& ctx) const {
    const rackspace::load_balancer_change wanted = detail::balancer_change_asked(*this);
    if (!wanted.name && !wanted.port && !wanted.algorithm && !wanted.timeout)
        co_return reply::bad("Nothing was changed: say what is to change, with `--algorithm`, for "
                             "one");
    auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    if (detail::is_changed_so(meant.it, wanted))
        co_return reply::neutral("That is so already: nothing was changed");
    const std::int64_t id = meant.it.id;
    if (wanted.name && *wanted.name != meant.it.name) {
        const std::string& called = *wanted.name;
        const auto namesakes =
            co_await ctx.observe("namesakes", [&](rackspace::load_balancer_client& balancers) {
                return detail::balancers_named(balancers, called);
            });
        if (!namesakes.empty())
            co_return reply::bad("Nothing was changed: there is a load balancer " + called +
                                 " already");
    }
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.change(id, wanted);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::balancer_is_so(balancers, id, wanted);
    };
    co_await ctx.once("change", act, find);
    const auto now = co_await changed_balancer(ctx, id);
    reply answer = reply::good(now.name + " is changed");
    answer.add(detail::balancer_changes(meant.it, now));
    if (now.port != meant.it.port)
        answer.add(text_part{"Whoever connects must know; nodes are reached at the ports they "
                             "have."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_add_address::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    const rackspace::load_balancer& it = meant.it;
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.add_address(it.id);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::address_added(balancers, it);
    };
    const rackspace::virtual_ip made = co_await ctx.once("add", act, find);
    co_await changed_balancer(ctx, it.id);
    reply answer = reply::good(it.name + " is reached at " + made.address + ", too");
    co_return answer.add(text_part{"No name leads there yet: `rackspace record create` makes an "
                                   "AAAA record that does."});
}

CHATOPS_INLINE asio::awaitable<reply>
rackspace_load_balancer_remove_address::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, true);
    if (meant.instead) co_return *meant.instead;
    const rackspace::load_balancer& it = meant.it;
    const rackspace::virtual_ip* const ip = detail::ip_at(it, address->text);
    const auto all = balancer_addresses(it);
    if (ip == nullptr) {
        reply no =
            reply::bad(it.name + " is not reached at " + address->text + ": nothing was changed");
        co_return no.add(fields_part{{{"Addresses", joined_words(all)}}});
    }
    if (all.size() == 1) {
        reply no = reply::bad("Nothing was changed: " + ip->address + " is the only address of " +
                              it.name);
        co_return no.add(text_part{"`rackspace load-balancer destroy " + line::quoted(it.name) +
                                   "` ends it together with its address."});
    }
    reply question;
    question.title = "Take the address " + ip->address + " from " + it.name + " for good?";
    question.add(fields_part{{{"Lost", "the address: nobody gets it back"},
                              {"Kept", joined_words(detail::addresses_without(all, ip->address))},
                              {"Then", "names that lead to it lead nowhere"}}});
    co_await ctx.confirm(std::move(question), "Take it");
    const std::string free = "free";
    const auto still = co_await settled_balancer(ctx, it.id, free);
    if (detail::ip_at(still, ip->address) == nullptr)
        co_return reply::neutral(it.name + " is not reached at " + ip->address + " any more");
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.remove_address(it.id, ip->id);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::address_is_gone(balancers, it.id, ip->address);
    };
    co_await ctx.once("remove", act, find);
    co_await changed_balancer(ctx, it.id);
    co_return reply::good(it.name + " is not reached at " + ip->address + " any more");
}

} // namespace chatops::operations
