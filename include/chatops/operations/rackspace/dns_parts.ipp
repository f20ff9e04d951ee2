#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/operations/rackspace/dns_parts.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string in_lower_case(const std::string& text) {
    std::string made;
    for (const char c : text) made += lower(c);
    return made;
}

CHATOPS_INLINE bool is_zone_id(const std::string& text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

CHATOPS_INLINE asio::awaitable<std::optional<rackspace::domain>>
zone_with_id(rackspace::dns_client& dns, const std::string& id) {
    std::optional<rackspace::domain> found;
    std::optional<provider_error> refusal;
    try {
        found = co_await dns.show(id);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<choice<rackspace::domain>> look_for_zone(rackspace::dns_client& dns,
                                                                        const std::string& which) {
    choice<rackspace::domain> seen;
    const std::string name = in_lower_case(which);
    auto found = co_await dns.named(name);
    if (!found && is_zone_id(which)) found = co_await zone_with_id(dns, which);
    if (found) {
        seen.found.push_back(std::move(*found));
        co_return seen;
    }
    const auto compare = [&](const std::vector<rackspace::domain>& page) {
        std::vector<std::string> names;
        for (const rackspace::domain& each : page) names.push_back(each.name);
        keep_nearest(seen.near, name, std::move(names));
        return true;
    };
    co_await dns.each_page(compare);
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<rackspace::record>>
look_for_zone_record(rackspace::dns_client& dns, const rackspace::domain& of,
                     const std::string& which, const std::optional<std::string>& type) {
    choice<rackspace::record> seen;
    const std::string name = whole_name(which, of.name);
    auto all = co_await dns.records(of.id);
    std::vector<std::string> names;
    for (rackspace::record& each : all) {
        if (each.id == which) {
            seen.found.clear();
            seen.found.push_back(std::move(each));
            co_return seen;
        }
        if (type && each.type != *type) continue;
        names.push_back(name_in_zone(each.name, of.name));
        if (each.name == name && seen.found.size() < namesakes_shown)
            seen.found.push_back(std::move(each));
    }
    if (seen.found.empty()) keep_nearest(seen.near, which, std::move(names));
    co_return seen;
}

CHATOPS_INLINE table_part record_namesakes(const std::vector<rackspace::record>& records) {
    table_part table{{"Id", "Type", "Data"}, {}};
    for (const rackspace::record& each : records)
        table.rows.push_back({each.id, each.type, zone_data(each)});
    return table;
}

/// Which jobs of the same request there were before: ours is none of them.
CHATOPS_INLINE asio::awaitable<std::optional<rackspace::dns_job>>
job_begun(rackspace::dns_client& dns, const rackspace::dns_order& what,
          const std::vector<std::string>& before) {
    std::optional<rackspace::dns_job> found;
    const auto now = co_await dns.jobs_like(what);
    for (const std::string& each : now)
        if (!found && std::find(before.begin(), before.end(), each) == before.end()) {
            rackspace::dns_job begun;
            begun.jobId = each;
            begun.status = "RUNNING";
            found = std::move(begun);
        }
    co_return found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<chosen_zone> choose_zone(context& ctx, const std::string& which) {
    chosen_zone meant;
    const auto seen = co_await ctx.observe(
        "domain", [&](rackspace::dns_client& dns) { return detail::look_for_zone(dns, which); });
    if (seen.is_one())
        meant.it = seen.one();
    else
        meant.instead = detail::none_called(noun_of<rackspace::domain>, which, seen.near);
    co_return meant;
}

CHATOPS_INLINE asio::awaitable<chosen_record>
choose_record(context& ctx, const rackspace::domain& of, const std::string& which,
              const std::optional<std::string>& type) {
    chosen_record meant;
    auto seen = co_await ctx.observe("record", [&](rackspace::dns_client& dns) {
        return detail::look_for_zone_record(dns, of, which, type);
    });
    const std::string list = "rackspace records " + of.name;
    const noun sort{"record", list.c_str()};
    detail::several several{sort, sort.one, which, detail::record_namesakes(seen.found)};
    const auto look = [&](rackspace::dns_client& dns, const std::string& id) {
        return detail::look_for_zone_record(dns, of, id, type);
    };
    meant.instead = co_await detail::ask_which_of(ctx, std::move(several), seen, look);
    if (!meant.instead) meant.it = seen.one();
    co_return meant;
}

CHATOPS_INLINE asio::awaitable<rackspace::dns_job>
carry_out_job(context& ctx, const std::string& step, const rackspace::dns_order& what) {
    const std::string before_it = "jobs before " + step;
    const auto before = co_await ctx.observe(
        before_it, [&](rackspace::dns_client& dns) { return dns.jobs_like(what); });
    const auto act = [&](rackspace::dns_client& dns) { return dns.begin(what); };
    const auto find = [&](rackspace::dns_client& dns, time_point) {
        return detail::job_begun(dns, what, before);
    };
    // Where the job fails, no more than this was done.
    const std::string job = "job to " + step;
    const rackspace::dns_job begun = co_await ctx.once(job, act, find);
    co_await ctx.progress("Rackspace's job for it is running; that takes some seconds");
    const std::string end_of_it = "end of " + step;
    co_await ctx.until(end_of_it,
                       [&](rackspace::dns_client& dns) { return dns.has_ended(begun.jobId); });
    const std::string outcome = "outcome of " + step;
    rackspace::dns_job ended = co_await ctx.observe(
        outcome, [&](rackspace::dns_client& dns) { return dns.outcome(begun.jobId); });
    co_return ended;
}

CHATOPS_INLINE std::string name_in_zone(const std::string& name, const std::string& zone) {
    if (name == zone) return "@";
    const std::string end = '.' + zone;
    const bool within =
        name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
    return within ? name.substr(0, name.size() - end.size()) : name;
}

CHATOPS_INLINE std::string whole_name(const std::string& name, const std::string& zone) {
    std::string typed = detail::in_lower_case(name);
    if (!typed.empty() && typed.back() == '.') typed.pop_back();
    const std::string within = name_in_zone(typed, zone);
    if (within == "@") return zone;
    return within + '.' + zone;
}

CHATOPS_INLINE std::string zone_data(const rackspace::record& each) {
    return (each.priority ? std::to_string(*each.priority) + ' ' : std::string()) + each.data;
}

CHATOPS_INLINE std::string ttl_text(const std::optional<std::int64_t>& seconds) {
    return seconds ? std::to_string(*seconds) + " s" : "unknown";
}

CHATOPS_INLINE std::string zone_title(const rackspace::record& each, const std::string& zone) {
    return each.type + ' ' + name_in_zone(each.name, zone) + " of " + zone;
}

} // namespace chatops::operations
