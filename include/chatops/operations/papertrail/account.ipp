#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/papertrail/account.hpp"
#include "chatops/operations/papertrail/gone.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace chatops::operations {

namespace detail {

/// In thousands, with three digits: `38.3 MB`, `1.07 GB`.
CHATOPS_INLINE std::string amount_text(std::int64_t bytes) {
    static constexpr const char* units[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    auto amount = static_cast<double>(std::max<std::int64_t>(bytes, 0));
    std::size_t unit = 0;
    while (amount >= 999.5 && unit + 1 < std::size(units)) {
        amount /= 1'000;
        ++unit;
    }
    char text[32];
    const int digits = unit == 0 || amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2;
    std::snprintf(text, sizeof text, "%.*f %s", digits, amount, units[unit]);
    return text;
}

CHATOPS_INLINE std::string said_or(const std::optional<std::string>& text, const char* otherwise) {
    return text && !text->empty() ? *text : std::string(otherwise);
}

CHATOPS_INLINE fields_part destination_losses(const papertrail::destination& it) {
    return {{{"Lost", "what is sent to " + log_address_text(it.syslog) + " from now on"},
             {"Kept", "what arrived by it, and the systems that sent there"},
             {"Description", said_or(it.syslog.description, "none")}}};
}

CHATOPS_INLINE fields_part user_losses(const papertrail::user& it) {
    return {{{"Lost", it.email + " sees nothing of this account any more"},
             {"Kept", "logs and saved searches; tokens of theirs may be in use elsewhere"}}};
}

/// The one that was not there before.
CHATOPS_INLINE asio::awaitable<std::optional<papertrail::destination>>
destination_since(papertrail::client& papertrail, std::vector<std::int64_t> before,
                  std::optional<std::string> description) {
    const auto all = co_await papertrail.list<papertrail::destination>();
    std::optional<papertrail::destination> found;
    for (const papertrail::destination& each : all) {
        const bool is_old = std::find(before.begin(), before.end(), each.id) != before.end();
        const bool is_so = each.syslog.description.value_or("") == description.value_or("");
        if (!is_old && is_so) found = each;
    }
    co_return found;
}

/// `2024-02-29` of `2024-02-29.tsv.gz`; of an hour's, `2024-02-29-11`.
CHATOPS_INLINE std::string day_of(const papertrail::archive& it) {
    return it.filename.substr(0, it.filename.find('.'));
}

CHATOPS_INLINE const papertrail::user* user_with(const std::vector<papertrail::user>& all,
                                                 const std::string& email) {
    for (const papertrail::user& each : all)
        if (equal_ignoring_case(each.email, email)) return &each;
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<bool> is_invited(papertrail::client& papertrail, std::string email) {
    const auto all = co_await papertrail.list<papertrail::user>();
    co_return user_with(all, email) != nullptr;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> papertrail_destinations::run(context& ctx) const {
    const auto all = co_await ctx.observe("destinations", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::destination>();
    });
    table_part table;
    table.headings = {"Sends to"};
    std::vector<std::string> descriptions;
    std::vector<std::string> filters;
    for (const papertrail::destination& each : all) {
        table.rows.push_back({log_address_text(each.syslog)});
        descriptions.push_back(detail::said_or(each.syslog.description, "–"));
        filters.push_back(detail::said_or(each.filter, "–"));
    }
    reply answer = reply::neutral(counted(all.size(), "destination"));
    if (all.empty()) co_return answer;
    add_telling_column(table, "For", descriptions);
    add_telling_column(table, "Thrown away", filters);
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_destination_create::run(context& ctx) const {
    const auto all = co_await ctx.observe("destinations", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::destination>();
    });
    papertrail::destination_order order;
    if (*description) order.description = (*description)->text;
    if (*filter) order.filter = (*filter)->text;
    const std::vector<std::int64_t> before = ids_of(all);
    const auto act = [&](papertrail::client& papertrail) {
        return papertrail.create<papertrail::destination>(order);
    };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return detail::destination_since(papertrail, before, order.description);
    };
    const papertrail::destination made = co_await ctx.once("create", act, find);
    reply answer = reply::good("Papertrail takes logs at " + log_address_text(made.syslog));
    co_return answer.add(fields_part{{{"Id", std::to_string(made.id)},
                                      {"For", detail::said_or(made.syslog.description, "–")},
                                      {"Thrown away", detail::said_or(made.filter, "nothing")}}});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_destination_change::run(context& ctx) const {
    if (*filter && *no_filter)
        co_return reply::bad("`--filter` and `--no-filter` cannot both be: nothing was changed");
    if (!*description && !*filter && !*no_filter) {
        reply answer = reply::bad("Nothing was changed: say what is to be different");
        co_return answer.add(text_part{"Give `--description`, `--filter` or `--no-filter`."});
    }
    auto choice = co_await ctx.observe("destination", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::destination>(papertrail, destination->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, destination->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::destination& it = choice.one();
    papertrail::destination_order order;
    if (*description) order.description = (*description)->text;
    if (*filter) order.filter = (*filter)->text;
    if (*no_filter) order.filter.emplace();
    const bool is_so = order.filter.value_or(it.filter.value_or("")) == it.filter.value_or("") &&
                       order.description.value_or(it.syslog.description.value_or("")) ==
                           it.syslog.description.value_or("");
    if (is_so)
        co_return reply::neutral("The destination " + name_of(it) +
                                 " is so already: nothing was changed");
    const papertrail::destination after =
        co_await ctx.set("change", [&](papertrail::client& papertrail) {
            return papertrail.change<papertrail::destination>(it.id, order);
        });
    reply answer = reply::good("The destination " + name_of(it) + " is changed");
    change_part change;
    change.lines = {{"for", detail::said_or(it.syslog.description, "–"),
                     detail::said_or(after.syslog.description, "–")},
                    {"thrown away", detail::said_or(it.filter, "nothing"),
                     detail::said_or(after.filter, "nothing")}};
    std::erase_if(change.lines, [](const auto& each) { return each.before == each.after; });
    co_return answer.add(std::move(change));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_destination_destroy::run(context& ctx) const {
    return destroy_at_papertrail<papertrail::destination>(ctx, destination->text,
                                                          detail::destination_losses);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_users::run(context& ctx) const {
    auto all = co_await ctx.observe("users", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::user>();
    });
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.email < right.email; });
    table_part table;
    table.headings = {"Person"};
    for (const papertrail::user& each : all) table.rows.push_back({each.email});
    reply answer = reply::neutral(std::to_string(all.size()) +
                                  (all.size() == 1 ? " person" : " people") + " at Papertrail");
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_user_invite::run(context& ctx) const {
    const auto all = co_await ctx.observe("users", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::user>();
    });
    if (const auto* const there = detail::user_with(all, person->text))
        co_return reply::neutral(there->email + " is at Papertrail already: nothing was changed");
    const papertrail::invitation order{person->text, *read_only};
    const auto act = [&](papertrail::client& papertrail) { return papertrail.invite(order); };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return detail::is_invited(papertrail, order.email);
    };
    co_await ctx.once("invite", act, find);
    reply answer =
        reply::good(person->text + " is invited to Papertrail" + (*read_only ? ", to read" : ""));
    co_return answer.add(text_part{"Papertrail has written a mail to them."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_user_remove::run(context& ctx) const {
    return destroy_at_papertrail<papertrail::user>(ctx, person->text, detail::user_losses);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_usage::run(context& ctx) const {
    const papertrail::usage it = co_await ctx.observe(
        "usage", [&](papertrail::client& papertrail) { return papertrail.usage(); });
    const double percent = it.log_data_transfer_used_percent;
    constexpr double nearly_all = 90;
    reply answer =
        reply::neutral(detail::amount_text(it.log_data_transfer_used) + " of " +
                       detail::amount_text(it.log_data_transfer_plan_limit) +
                       " are used this month, " + std::to_string(std::lround(percent)) + " %");
    if (percent >= nearly_all) {
        answer.how = tone::warning;
        answer.add(text_part{"What comes beyond the hard limit is not taken. A destination's "
                             "filter throws away what nobody reads."});
    }
    co_return answer.add(
        fields_part{{{"Used", detail::amount_text(it.log_data_transfer_used)},
                     {"In the plan", detail::amount_text(it.log_data_transfer_plan_limit)},
                     {"Hard limit", detail::amount_text(it.log_data_transfer_hard_limit)}}});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_archives::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "archives", [&](papertrail::client& papertrail) { return papertrail.archives(); });
    table_part table;
    table.headings = {"From (UTC)", "File", "Size"};
    for (const papertrail::archive& each : all)
        table.rows.push_back({minute_of(each.start), each.filename,
                              each.filesize ? detail::amount_text(*each.filesize) : "–"});
    reply answer = reply::neutral(counted(all.size(), "archive"));
    if (all.empty()) co_return answer;
    answer.add(text_part{"`papertrail archive show FILE` says how one is downloaded."});
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_archive_show::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "archives", [&](papertrail::client& papertrail) { return papertrail.archives(); });
    const auto found = std::find_if(all.begin(), all.end(), [&](const papertrail::archive& each) {
        return each.filename == archive->text || detail::day_of(each) == archive->text;
    });
    if (found == all.end()) {
        std::vector<std::string> names;
        for (const papertrail::archive& each : all) names.push_back(each.filename);
        reply none = reply::bad("There is no archive " + shown(archive->text));
        co_return none.add(text_part{did_you_mean(archive->text, names) +
                                     "`papertrail archives` lists them all."});
    }
    reply answer = reply::neutral("The archive " + found->filename);
    fields_part facts;
    facts.fields.emplace_back("From (UTC)", minute_of(found->start));
    if (found->filesize) facts.fields.emplace_back("Size", detail::amount_text(*found->filesize));
    if (found->download) facts.fields.emplace_back("Download", *found->download);
    answer.add(std::move(facts));
    if (!found->download) co_return answer;
    answer.add(text_part{"Papertrail asks for a token there. With one of your own:"});
    co_return answer.add(code_part{"curl -L -o '" + found->filename +
                                   "' -H \"X-Papertrail-Token: $PAPERTRAIL_API_TOKEN\" '" +
                                   *found->download + "'\n"});
}

} // namespace chatops::operations
