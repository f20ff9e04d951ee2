#pragma once

#include "chatops/operations/changes.hpp"
#include "chatops/operations/rackspace/dns_parts.hpp"
#include "chatops/operations/rackspace/domain_change.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool domain_says_so(const rackspace::domain& it,
                                   const rackspace::domain_change& wanted) {
    return (!wanted.emailAddress || it.emailAddress == wanted.emailAddress) &&
           (!wanted.ttl || it.ttl == wanted.ttl) &&
           (!wanted.comment || it.comment.value_or("") == *wanted.comment);
}

CHATOPS_INLINE change_part domain_changes(const rackspace::domain& before,
                                          const rackspace::domain& after) {
    change_part change;
    add_change(change, "email", before.emailAddress.value_or("none"),
               after.emailAddress.value_or("none"));
    add_change(change, "ttl", ttl_text(before.ttl), ttl_text(after.ttl));
    add_change(change, "comment", before.comment.value_or("none"), after.comment.value_or("none"));
    return change;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_domain_change::run(context& ctx) const {
    rackspace::domain_change wanted;
    wanted.emailAddress = *email;
    if (*ttl) wanted.ttl = (*ttl)->count();
    wanted.comment = *comment;
    if (!wanted.emailAddress && !wanted.ttl && !wanted.comment)
        co_return reply::bad("Nothing was changed: say what is to change, with `--ttl`, for one");
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const std::string& id = zone.it.id;
    const auto before =
        co_await ctx.observe("before", [&](rackspace::dns_client& dns) { return dns.show(id); });
    if (detail::domain_says_so(before, wanted))
        co_return reply::neutral(before.name + " was like that already");
    const rackspace::dns_order what = rackspace::change_domain(id, wanted);
    const std::string step = "change";
    co_await carry_out_job(ctx, step, what);
    const auto after =
        co_await ctx.observe("after", [&](rackspace::dns_client& dns) { return dns.show(id); });
    reply answer = reply::good(after.name + " is changed");
    change_part change = detail::domain_changes(before, after);
    if (!change.lines.empty()) answer.add(std::move(change));
    if (wanted.ttl)
        answer.add(text_part{"The records that it has keep theirs: `rackspace record change` "
                             "changes that of one."});
    co_return answer;
}

} // namespace chatops::operations
