#pragma once

#include "chatops/core/json.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/record_parts.hpp"
#include "chatops/operations/digitalocean/records.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <functional>

namespace chatops::operations {

namespace detail {

/// `MX @ of acme.example`.
CHATOPS_INLINE std::string title_of(const digitalocean::record& each, const std::string& of) {
    return each.type + ' ' + each.name + " of " + of;
}

CHATOPS_INLINE asio::awaitable<facts> record_losses(digitalocean::client& ocean,
                                                    const std::string& of, std::int64_t id) {
    facts lost;
    const auto all = co_await ocean.list_in<digitalocean::record>(digitalocean::records_path(of));
    for (const digitalocean::record& each : all)
        if (each.id == id)
            lost = {{"Lost", each.type + ' ' + each.name + ' ' + record_data(each)},
                    {"Of", of},
                    {"Id", id_of(each)}};
    co_return lost;
}

CHATOPS_INLINE change_part change_of(const digitalocean::record& before,
                                     const digitalocean::record& after) {
    change_part change;
    add_change(change, "name", before.name, after.name);
    add_change(change, "data", record_data(before), record_data(after));
    add_change(change, "ttl", std::to_string(before.ttl.value_or(0)) + " s",
               std::to_string(after.ttl.value_or(0)) + " s");
    return change;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_records::run(context& ctx) const {
    auto zone = co_await ctx.observe("domain", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::domain>(ocean, domain->text);
    });
    const auto unclear = co_await ask_which(ctx, domain->text, zone);
    if (unclear) co_return *unclear;
    const auto records = co_await ctx.observe("records", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::record>(digitalocean::records_path(domain->text));
    });
    table_part table;
    table.headings = {"Type", "Name", "Data"};
    for (const digitalocean::record& each : records)
        table.rows.push_back({each.type, each.name, record_data(each)});
    reply answer = reply::neutral(counted(records.size(), "record") + " of " + domain->text);
    if (!records.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_record_create::run(context& ctx) const {
    const std::string sort = word_of(*type);
    if (const auto strange = stranger_in(sort, also))
        co_return reply::bad("Nothing was made: records of type " + sort + " have no --" +
                             *strange);
    if (const auto missing = missing_in(sort, also))
        co_return reply::bad("Nothing was made: a record of type " + sort + " needs --" + *missing);
    auto zone = co_await ctx.observe("domain", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::domain>(ocean, domain->text);
    });
    const auto unclear = co_await ask_which(ctx, domain->text, zone);
    if (unclear) co_return *unclear;
    const std::string& of = zone.one().name;
    digitalocean::record_order order;
    add_options(order, also);
    if (*type == record_type::CAA && !order.flags) order.flags = 0;
    order.type = sort;
    order.name = name_within(name->text, of);
    order.data = data_as_sent(sort, *data, order.tag);
    const auto same = co_await ctx.observe(
        "same", [&](digitalocean::client& ocean) { return record_like(ocean, of, order); });
    if (same)
        co_return reply::neutral("There is that record already: " + detail::title_of(*same, of));
    const std::string path = digitalocean::records_path(of);
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create_in<digitalocean::record>(path, order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return record_like(ocean, of, order);
    };
    const digitalocean::record made = co_await ctx.once("create", act, find);
    reply answer = reply::good(detail::title_of(made, of) + ": " + record_data(made));
    co_return answer.add(fields_part{
        {{"Id", id_of(made)}, {"Remembered for", std::to_string(made.ttl.value_or(0)) + " s"}}});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_record_change::run(context& ctx) const {
    auto zone = co_await ctx.observe("domain", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::domain>(ocean, domain->text);
    });
    const auto unclear = co_await ask_which(ctx, domain->text, zone);
    if (unclear) co_return *unclear;
    const std::string& of = zone.one().name;
    auto choice = co_await ctx.observe("record", [&](digitalocean::client& ocean) {
        return look_for_record(ocean, of, record->text, *type);
    });
    const auto vague = co_await ask_which_record(ctx, of, record->text, choice);
    if (vague) co_return *vague;
    const digitalocean::record& it = choice.one();
    if (const auto strange = stranger_in(it.type, also))
        co_return reply::bad("Nothing was changed: records of type " + it.type + " have no --" +
                             *strange);
    digitalocean::record_order order;
    add_options(order, also);
    if (*name) order.name = name_within((*name)->text, of);
    if (*data) order.data = data_as_sent(it.type, **data, order.tag ? order.tag : it.tag);
    if (json::write(order).as_object().empty())
        co_return reply::bad("Nothing was changed: say what is to change, with `--data`, for one");
    const std::string path = digitalocean::records_path(of) + '/' + id_of(it);
    const digitalocean::record after = co_await ctx.set("change", [&](digitalocean::client& ocean) {
        return ocean.change<digitalocean::record>("PATCH", path, order);
    });
    change_part change = detail::change_of(it, after);
    if (change.lines.empty())
        co_return reply::neutral(detail::title_of(after, of) + " was like that already");
    reply answer = reply::good(detail::title_of(after, of) + " is changed");
    answer.add(std::move(change));
    if (it.ttl)
        answer.add(text_part{"Others may remember what it was for " +
                             age_text(std::chrono::seconds(*it.ttl)) + "."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_record_destroy::run(context& ctx) const {
    auto zone = co_await ctx.observe("domain", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::domain>(ocean, domain->text);
    });
    const auto unclear = co_await ask_which(ctx, domain->text, zone);
    if (unclear) co_return *unclear;
    const std::string& of = zone.one().name;
    auto choice = co_await ctx.observe("record", [&](digitalocean::client& ocean) {
        return look_for_record(ocean, of, record->text, *type);
    });
    const auto vague = co_await ask_which_record(ctx, of, record->text, choice);
    if (vague) co_return *vague;
    const digitalocean::record& it = choice.one();
    doomed what{noun_of<digitalocean::record>, it.type + ' ' + it.name,
                digitalocean::records_path(of) + '/' + id_of(it)};
    std::function<asio::awaitable<facts>(digitalocean::client&)> losses =
        [&](digitalocean::client& ocean) { return detail::record_losses(ocean, of, it.id); };
    reply answer = co_await destroy_confirmed(ctx, std::move(what), std::move(losses));
    co_return answer;
}

} // namespace chatops::operations
