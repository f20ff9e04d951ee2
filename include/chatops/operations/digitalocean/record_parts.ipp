#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/operations/digitalocean/record_parts.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

CHATOPS_INLINE std::string word_of(record_type type) {
    return std::string(text_of<record_type>::write(type));
}

CHATOPS_INLINE std::string name_within(const std::string& name, const std::string& domain) {
    std::string within = name;
    if (!within.empty() && within.back() == '.') within.pop_back();
    if (within == domain) return "@";
    const std::string end = '.' + domain;
    if (within.size() > end.size() &&
        within.compare(within.size() - end.size(), end.size(), end) == 0)
        within.resize(within.size() - end.size());
    return within;
}

CHATOPS_INLINE std::string data_as_sent(const std::string& type, const std::string& data,
                                        const std::optional<std::string>& tag) {
    const bool host = type == "CNAME" || type == "MX" || type == "NS" || type == "SRV" ||
                      (type == "CAA" && tag != "iodef");
    if (!host || data.empty() || data == "@" || data.back() == '.') return data;
    return data + '.';
}

CHATOPS_INLINE void add_options(digitalocean::record_order& order, const record_options& given) {
    order.priority = *given.priority;
    order.weight = *given.weight;
    order.port = *given.port;
    order.flags = *given.flags;
    if (*given.tag) order.tag = text_of<authority_tag>::write(**given.tag);
    if (*given.ttl) order.ttl = (*given.ttl)->count();
}

CHATOPS_INLINE std::optional<std::string> stranger_in(const std::string& type,
                                                      const record_options& given) {
    const bool mail = type == "MX";
    const bool service = type == "SRV";
    const bool authority = type == "CAA";
    const std::pair<bool, const char*> strangers[] = {
        {*given.priority && !mail && !service, "priority"},
        {*given.weight && !service, "weight"},
        {*given.port && !service, "port"},
        {*given.flags && !authority, "flags"},
        {*given.tag && !authority, "tag"}};
    for (const auto& [strange, name] : strangers)
        if (strange) return name;
    return std::nullopt;
}

CHATOPS_INLINE std::optional<std::string> missing_in(const std::string& type,
                                                     const record_options& given) {
    const bool mail = type == "MX";
    const bool service = type == "SRV";
    const std::pair<bool, const char*> missing[] = {
        {!*given.priority && (mail || service), "priority"},
        {!*given.weight && service, "weight"},
        {!*given.port && service, "port"},
        {!*given.tag && type == "CAA", "tag"}};
    for (const auto& [lacks, name] : missing)
        if (lacks) return name;
    return std::nullopt;
}

namespace detail {

CHATOPS_INLINE std::string without_dot(std::string host, const std::string& domain) {
    if (!host.empty() && host.back() == '.') host.pop_back();
    return host == domain ? "@" : host;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::record>>
record_like(digitalocean::client& ocean, const std::string& domain,
            const digitalocean::record_order& like) {
    std::optional<digitalocean::record> found;
    const std::string data = detail::without_dot(like.data.value_or(""), domain);
    const auto all =
        co_await ocean.list_in<digitalocean::record>(digitalocean::records_path(domain));
    for (const digitalocean::record& each : all)
        if (each.type == like.type && each.name == like.name &&
            detail::without_dot(each.data, domain) == data && each.priority == like.priority &&
            each.weight == like.weight && each.port == like.port && each.tag == like.tag)
            found = each;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<choice<digitalocean::record>>
look_for_record(digitalocean::client& ocean, const std::string& domain, const std::string& which,
                const std::optional<record_type>& type) {
    choice<digitalocean::record> seen;
    auto all = co_await ocean.list_in<digitalocean::record>(digitalocean::records_path(domain));
    if (type) {
        const std::string word = word_of(*type);
        std::erase_if(all, [&](const digitalocean::record& each) { return each.type != word; });
    }
    detail::take_meant(seen, name_within(which, domain), std::move(all));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<std::optional<reply>>
ask_which_record(context& ctx, const std::string& domain, const std::string& which,
                 choice<digitalocean::record>& seen) {
    const std::string list = "do records " + domain;
    const noun sort{"record", list.c_str()};
    const std::optional<record_type> any;
    detail::several of{sort, sort.one, which, namesake_table(seen.found)};
    const auto look = [&](digitalocean::client& ocean, const std::string& id) {
        return look_for_record(ocean, domain, id, any);
    };
    auto instead = co_await detail::ask_which_of(ctx, std::move(of), seen, look);
    co_return instead;
}

} // namespace chatops::operations
