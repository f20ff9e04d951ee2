#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/rackspace/dns_parts.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/records.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string zone_type(zone_record_type type) {
    return std::string(text_of<zone_record_type>::write(type));
}

CHATOPS_INLINE std::optional<std::string> zone_type(const std::optional<zone_record_type>& type) {
    std::optional<std::string> word;
    if (type) word = zone_type(*type);
    return word;
}

/// An option that a record of that type does not have.
CHATOPS_INLINE std::optional<std::string> zone_stranger(const std::string& type,
                                                        const zone_record_options& given) {
    const bool service = type == "SRV";
    const bool mail = type == "MX";
    if (*given.priority && !mail && !service) return "priority";
    if (*given.weight && !service) return "weight";
    if (*given.port && !service) return "port";
    return std::nullopt;
}

/// An option that a new record of that type needs.
CHATOPS_INLINE std::optional<std::string> zone_missing(const std::string& type,
                                                       const zone_record_options& given) {
    const bool service = type == "SRV";
    if (!*given.priority && (type == "MX" || service)) return "priority";
    if (!*given.weight && service) return "weight";
    if (!*given.port && service) return "port";
    return std::nullopt;
}

/// Of a host, without the dot at its end that Rackspace does not want.
CHATOPS_INLINE std::string host_sent(const std::string& type, std::string data) {
    const bool host = type == "CNAME" || type == "MX" || type == "NS" || type == "SRV";
    if (host && data.size() > 1 && data.back() == '.') data.pop_back();
    return data;
}

/// The parts of an SRV record's data: weight, port, host.
struct service_data {
    std::string weight;
    std::string port;
    std::string host;
};

CHATOPS_INLINE service_data service_in(const std::string& data) {
    const auto first = data.find(' ');
    const auto second = first == std::string::npos ? first : data.find(' ', first + 1);
    if (second == std::string::npos) return {"0", "0", data};
    return {data.substr(0, first), data.substr(first + 1, second - first - 1),
            data.substr(second + 1)};
}

CHATOPS_INLINE std::string service_sent(service_data parts, const zone_record_options& given) {
    if (*given.weight) parts.weight = std::to_string(**given.weight);
    if (*given.port) parts.port = std::to_string(**given.port);
    return parts.weight + ' ' + parts.port + ' ' + parts.host;
}

CHATOPS_INLINE void add_zone_options(rackspace::record_order& order,
                                     const zone_record_options& given) {
    if (*given.ttl) order.ttl = (*given.ttl)->count();
    order.priority = *given.priority;
}

/// The record that says just that, if there is one.
CHATOPS_INLINE asio::awaitable<std::optional<rackspace::record>>
zone_record_like(rackspace::dns_client& dns, const std::string& zone,
                 const rackspace::record_order& like) {
    std::optional<rackspace::record> found;
    const auto all = co_await dns.records(zone);
    for (const rackspace::record& each : all)
        if (each.type == like.type && each.name == like.name && each.data == like.data &&
            each.priority == like.priority)
            found = each;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<facts>
zone_record_losses(rackspace::dns_client& dns, const rackspace::domain& of, const std::string& id) {
    facts lost;
    const auto all = co_await dns.records(of.id);
    for (const rackspace::record& each : all) {
        if (each.id != id) continue;
        lost.push_back({"Says", zone_data(each)});
        lost.push_back({"Remembered by others for", ttl_text(each.ttl)});
        lost.push_back({"Id", each.id});
    }
    co_return lost;
}

CHATOPS_INLINE change_part zone_change(const rackspace::record& before,
                                       const rackspace::record& after) {
    change_part change;
    const auto number = [](const std::optional<std::int64_t>& of) {
        return of ? std::to_string(*of) : std::string("none");
    };
    add_change(change, "data", before.data, after.data);
    add_change(change, "priority", number(before.priority), number(after.priority));
    add_change(change, "ttl", ttl_text(before.ttl), ttl_text(after.ttl));
    add_change(change, "comment", before.comment.value_or("none"), after.comment.value_or("none"));
    return change;
}

/// What is to change, as it is sent; or what to say instead.
CHATOPS_INLINE std::optional<reply> order_change(const rackspace_record_change& asked,
                                                 const rackspace::record& it,
                                                 rackspace::record_order& order) {
    if (const auto strange = zone_stranger(it.type, asked.also))
        return reply::bad("Nothing was changed: records of type " + it.type + " have no --" +
                          *strange);
    order.name = it.name;
    add_zone_options(order, asked.also);
    if (*asked.data) order.data = host_sent(it.type, **asked.data);
    if (it.type == "SRV" && (*asked.data || *asked.also.weight || *asked.also.port)) {
        service_data parts = service_in(it.data);
        if (*asked.data) parts.host = *order.data;
        order.data = service_sent(std::move(parts), asked.also);
    }
    order.comment = *asked.comment;
    if (!order.data && !order.ttl && !order.priority && !order.comment)
        return reply::bad("Nothing was changed: say what is to change, with `--data`, for one");
    return std::nullopt;
}

/// Whether it says already what is ordered.
CHATOPS_INLINE bool says_so(const rackspace::record& it, const rackspace::record_order& order) {
    return (!order.data || *order.data == it.data) && (!order.ttl || order.ttl == it.ttl) &&
           (!order.priority || order.priority == it.priority) &&
           (!order.comment || *order.comment == it.comment.value_or(""));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_records::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const std::string& id = zone.it.id;
    const auto records = co_await ctx.observe(
        "records", [&](rackspace::dns_client& dns) { return dns.records(id); });
    table_part table{{"Type", "Name", "Data"}, {}};
    for (const rackspace::record& each : records)
        table.rows.push_back({each.type, name_in_zone(each.name, zone.it.name), zone_data(each)});
    reply answer = reply::neutral(counted(records.size(), "record") + " of " + zone.it.name);
    if (!records.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_record_show::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const auto sort = detail::zone_type(*type);
    const auto meant = co_await choose_record(ctx, zone.it, record->text, sort);
    if (meant.instead) co_return *meant.instead;
    const rackspace::record& it = meant.it;
    reply answer = reply::neutral(zone_title(it, zone.it.name) + ": " + zone_data(it));
    fields_part facts{
        {{"Id", it.id}, {"Whole name", it.name}, {"Remembered for", ttl_text(it.ttl)}}};
    if (it.comment) facts.fields.emplace_back("Comment", *it.comment);
    co_return answer.add(std::move(facts));
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_record_create::run(context& ctx) const {
    const std::string sort = detail::zone_type(*type);
    if (const auto strange = detail::zone_stranger(sort, also))
        co_return reply::bad("Nothing was made: records of type " + sort + " have no --" +
                             *strange);
    if (const auto missing = detail::zone_missing(sort, also))
        co_return reply::bad("Nothing was made: a record of type " + sort + " needs --" + *missing);
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const std::string& of = zone.it.name;
    const std::string& id = zone.it.id;
    rackspace::record_order order;
    order.type = sort;
    order.name = whole_name(name->text, of);
    order.data = detail::host_sent(sort, *data);
    detail::add_zone_options(order, also);
    order.comment = *comment;
    if (sort == "SRV") {
        detail::service_data parts;
        parts.host = *order.data;
        order.data = detail::service_sent(std::move(parts), also);
    }
    const auto same = co_await ctx.observe("same", [&](rackspace::dns_client& dns) {
        return detail::zone_record_like(dns, id, order);
    });
    if (same) co_return reply::neutral("There is that record already: " + zone_title(*same, of));
    const rackspace::dns_order what = rackspace::make_record(id, order);
    const std::string step = "create";
    const auto ended = co_await carry_out_job(ctx, step, what);
    rackspace::record made;
    made.type = sort;
    made.name = order.name;
    made.data = *order.data;
    made.priority = order.priority;
    if (ended.response && ended.response->records && !ended.response->records->empty())
        made = ended.response->records->front();
    reply answer = reply::good(zone_title(made, of) + ": " + zone_data(made));
    fields_part facts;
    if (!made.id.empty()) facts.fields.emplace_back("Id", made.id);
    if (made.ttl) facts.fields.emplace_back("Remembered for", ttl_text(made.ttl));
    if (made.comment) facts.fields.emplace_back("Comment", *made.comment);
    if (!facts.fields.empty()) answer.add(std::move(facts));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_record_change::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const rackspace::domain& of = zone.it;
    const auto sort = detail::zone_type(*type);
    const auto meant = co_await choose_record(ctx, of, record->text, sort);
    if (meant.instead) co_return *meant.instead;
    const rackspace::record& it = meant.it;
    rackspace::record_order order;
    if (auto said = detail::order_change(*this, it, order)) co_return *said;
    if (detail::says_so(it, order))
        co_return reply::neutral(zone_title(it, of.name) + " was like that already");
    const rackspace::dns_order what = rackspace::change_record(of.id, it.id, order);
    const std::string step = "change";
    co_await carry_out_job(ctx, step, what);
    const auto after = co_await ctx.observe(
        "after", [&](rackspace::dns_client& dns) { return dns.record_of(of.id, it.id); });
    reply answer = reply::good(zone_title(after, of.name) + " is changed");
    change_part change = detail::zone_change(it, after);
    if (!change.lines.empty()) answer.add(std::move(change));
    if (it.ttl)
        answer.add(text_part{"Others may remember what it was for " +
                             age_text(std::chrono::seconds(*it.ttl)) + "."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_record_destroy::run(context& ctx) const {
    const auto zone = co_await choose_zone(ctx, domain->text);
    if (zone.instead) co_return *zone.instead;
    const rackspace::domain& of = zone.it;
    const auto sort = detail::zone_type(*type);
    const auto meant = co_await choose_record(ctx, of, record->text, sort);
    if (meant.instead) co_return *meant.instead;
    const rackspace::record& it = meant.it;
    const std::string called = it.type + ' ' + name_in_zone(it.name, of.name);
    const facts lost = co_await ctx.observe("loss", [&](rackspace::dns_client& dns) {
        return detail::zone_record_losses(dns, of, it.id);
    });
    if (lost.empty()) co_return reply::neutral("The record " + called + " is gone already");
    reply question = loss_question(noun_of<rackspace::record>, called, lost);
    co_await ctx.confirm(std::move(question), "Destroy this record");
    // Whoever said yes said it to what was shown.
    const facts still = co_await ctx.observe("still so", [&](rackspace::dns_client& dns) {
        return detail::zone_record_losses(dns, of, it.id);
    });
    if (still.empty()) co_return reply::neutral("The record " + called + " is gone already");
    if (still != lost) co_return is_changed("The record " + called);
    const rackspace::dns_order what = rackspace::end_record(of.id, it.id);
    const std::string step = "destroy";
    co_await carry_out_job(ctx, step, what);
    co_return reply::good("The record " + called + " is destroyed");
}

} // namespace chatops::operations
