#pragma once

#include "chatops/operations/changes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/papertrail/gone.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/papertrail/renamed.hpp"
#include "chatops/operations/papertrail/systems.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool has_member(const papertrail::group& of, std::int64_t system_id) {
    return std::any_of(of.systems.begin(), of.systems.end(),
                       [&](const papertrail::named& each) { return each.id == system_id; });
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
names_of_groups_with(papertrail::client& papertrail, std::int64_t system_id) {
    std::vector<std::string> names;
    const auto groups = co_await papertrail.list<papertrail::group>();
    for (const papertrail::group& each : groups)
        if (has_member(each, system_id)) names.push_back(each.name);
    co_return names;
}

CHATOPS_INLINE std::string last_line_of(const papertrail::system& it, time_point now) {
    return it.last_event_at ? age_text(now - *it.last_event_at) + " ago" : "never";
}

CHATOPS_INLINE fields_part system_fields(const papertrail::system& it) {
    fields_part made;
    made.fields.emplace_back("Id", std::to_string(it.id));
    if (it.hostname) made.fields.emplace_back("Hostname", *it.hostname);
    if (it.ip_address) made.fields.emplace_back("Address", *it.ip_address);
    if (it.syslog) made.fields.emplace_back("Sends to", log_address_text(*it.syslog));
    return made;
}

CHATOPS_INLINE fields_part system_losses(const papertrail::system& it) {
    fields_part lost = system_fields(it);
    lost.fields.insert(lost.fields.begin(),
                       {{"Lost", "its place in groups, and what it wrote cannot be searched"},
                        {"Then", "a machine that goes on sending is recognized anew"}});
    return lost;
}

/// A system and a group that belong together, or shall.
struct membership {
    choice<papertrail::system> system;
    choice<papertrail::group> group;
    bool is_member = false;
};
BOOST_DESCRIBE_STRUCT(membership, (), (system, group, is_member))

CHATOPS_INLINE asio::awaitable<membership>
look_at_membership(papertrail::client& papertrail, std::string system, std::string group) {
    membership seen;
    seen.system = co_await look_for_one<papertrail::system>(papertrail, std::move(system));
    seen.group = co_await look_for_one<papertrail::group>(papertrail, std::move(group));
    if (!seen.system.is_one() || !seen.group.is_one()) co_return seen;
    seen.is_member = has_member(seen.group.one(), seen.system.one().id);
    // Only its name and its wildcard are needed on; a record holds no thousand systems.
    seen.group.found.front().systems.clear();
    co_return seen;
}

/// Which two are meant, or what to say instead.
struct meant_membership {
    std::optional<reply> instead;
    membership it;
};

CHATOPS_INLINE asio::awaitable<meant_membership>
choose_membership(context& ctx, const std::string& system, const std::string& group) {
    meant_membership meant;
    membership& it = meant.it;
    it = co_await ctx.observe("both", [&](papertrail::client& papertrail) {
        return look_at_membership(papertrail, system, group);
    });
    const bool is_clear = it.system.is_one() && it.group.is_one();
    meant.instead = co_await ask_which_at_papertrail(ctx, system, it.system);
    if (!meant.instead) meant.instead = co_await ask_which_at_papertrail(ctx, group, it.group);
    if (is_clear || meant.instead) co_return meant;
    const std::string system_id = id_of(it.system.one());
    const std::string group_id = id_of(it.group.one());
    it = co_await ctx.observe("chosen both", [&](papertrail::client& papertrail) {
        return look_at_membership(papertrail, system_id, group_id);
    });
    if (!it.system.is_one())
        meant.instead = chosen_is_gone(noun_of<papertrail::system>, system, system_id);
    else if (!it.group.is_one())
        meant.instead = chosen_is_gone(noun_of<papertrail::group>, group, group_id);
    co_return meant;
}

/// To which destination a system sends, or what to say instead.
struct meant_port {
    std::optional<reply> instead;
    std::int64_t id = 0;
};

/// The first one, where none is named. `which` must live until the awaitable ends.
CHATOPS_INLINE asio::awaitable<meant_port>
choose_port(context& ctx, const std::optional<papertrail::destination_ref>& which) {
    meant_port meant;
    const auto ports = co_await ctx.observe("destinations", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::destination>();
    });
    if (ports.empty()) {
        meant.instead = reply::bad("The account has no destination that it could send to: nothing "
                                   "was done");
        meant.instead->add(text_part{"`papertrail destination create` makes one."});
        co_return meant;
    }
    meant.id = ports.front().id;
    if (!which) co_return meant;
    auto choice = chosen_of(ports, which->text);
    meant.instead = co_await ask_which_at_papertrail(ctx, which->text, choice);
    if (!meant.instead) meant.id = choice.one().id;
    co_return meant;
}

/// What to say, behind `nothing`, where a line does not say clearly by what a system is recognized.
template <class Command>
std::optional<reply> unclear_origin(const Command& asked, const std::string& nothing) {
    std::optional<reply> unclear;
    if (asked.hostname->has_value() == asked.ip->has_value()) {
        unclear = reply::bad(nothing + "a system is recognized either by its hostname or by its "
                                       "address");
        unclear->add(text_part{"Say one of them, with `--hostname` or `--ip`."});
    } else if (*asked.ip && *asked.destination) {
        unclear = reply::bad(nothing + "only a system with a hostname has a destination");
        unclear->add(
            text_part{"Leave `--destination` out, or say `--hostname` instead of `--ip`."});
    }
    return unclear;
}

/// What tells a system from before the change.
CHATOPS_INLINE change_part system_changes(const papertrail::system& before,
                                          const papertrail::system& after) {
    const auto port = [](const papertrail::system& it) {
        return it.syslog ? log_address_text(*it.syslog) : std::string("–");
    };
    change_part change;
    add_change(change, "hostname", before.hostname.value_or("none"),
               after.hostname.value_or("none"));
    add_change(change, "address", before.ip_address.value_or("none"),
               after.ip_address.value_or("none"));
    add_change(change, "sends to", port(before), port(after));
    return change;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> papertrail_systems::run(context& ctx) const {
    auto systems = co_await ctx.observe("systems", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::system>();
    });
    std::string where;
    if (*group) {
        auto choice = co_await ctx.observe("group", [&](papertrail::client& papertrail) {
            return look_for_one<papertrail::group>(papertrail, (*group)->text);
        });
        const auto unclear = co_await ask_which_at_papertrail(ctx, (*group)->text, choice);
        if (unclear) co_return *unclear;
        where = " of the group " + choice.one().name;
        std::erase_if(systems, [&](const papertrail::system& each) {
            return !detail::has_member(choice.one(), each.id);
        });
    }
    if (*part)
        std::erase_if(systems, [&](const papertrail::system& each) {
            return each.name.find(**part) == std::string::npos;
        });
    std::stable_sort(systems.begin(), systems.end(),
                     [](const auto& left, const auto& right) { return left.name < right.name; });
    table_part table;
    table.headings = {"System", "Last line"};
    for (const papertrail::system& each : systems)
        table.rows.push_back({each.name, detail::last_line_of(each, ctx.now())});
    reply answer = reply::neutral(counted(systems.size(), "system") + where +
                                  (*part ? " with " + shown(**part) + " in the name" : ""));
    if (!systems.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("system", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::system>(papertrail, system->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, system->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::system& it = choice.one();
    const auto groups = co_await ctx.observe("groups", [&](papertrail::client& papertrail) {
        return detail::names_of_groups_with(papertrail, it.id);
    });
    reply answer =
        reply::neutral(it.name + " last sent a line: " + detail::last_line_of(it, ctx.now()));
    fields_part fields = detail::system_fields(it);
    fields.fields.emplace_back("Groups", some_names(groups));
    co_return answer.add(std::move(fields));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_create::run(context& ctx) const {
    const auto unsaid = detail::unclear_origin(*this, "Nothing was made: ");
    if (unsaid) co_return *unsaid;
    const auto all = co_await ctx.observe("systems", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::system>();
    });
    for (const papertrail::system& each : all)
        if (each.name == name->text)
            co_return reply::bad("Nothing was made: there is a system " + each.name + " already");
    std::optional<std::int64_t> destination_id;
    if (*hostname) {
        const auto port = co_await detail::choose_port(ctx, *destination);
        if (port.instead) co_return *port.instead;
        destination_id = port.id;
    }
    papertrail::system_order order;
    order.name = name->text;
    if (*hostname) order.hostname = (*hostname)->text;
    if (*ip) order.ip_address = (*ip)->text;
    const std::vector<std::int64_t> before = ids_of(all);
    const auto act = [&](papertrail::client& papertrail) {
        return papertrail.register_system(order, destination_id);
    };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return made_meanwhile<papertrail::system>(papertrail, order.name, before);
    };
    const papertrail::system made = co_await ctx.once("create", act, find);
    reply answer = reply::good("Papertrail knows the system " + made.name);
    answer.add(text_part{"Have it send its log there; what arrives is searchable at once."});
    co_return answer.add(detail::system_fields(made));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_rename::run(context& ctx) const {
    reply answer = co_await rename_at_papertrail<papertrail::system>(ctx, system->text, name->text);
    if (answer.how != tone::good) co_return answer;
    co_return answer.add(text_part{"Groups that take systems by a wildcard may have it no more, or "
                                   "have it now."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_change::run(context& ctx) const {
    const auto unsaid = detail::unclear_origin(*this, "Nothing was changed: ");
    if (unsaid) co_return *unsaid;
    auto choice = co_await ctx.observe("system", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::system>(papertrail, system->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, system->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::system& it = choice.one();
    const std::string by = *hostname ? (*hostname)->text : (*ip)->text;
    const bool is_so = *hostname ? it.hostname == by && !it.ip_address && !*destination
                                 : it.ip_address == by && !it.hostname;
    if (is_so)
        co_return reply::neutral(it.name + " is recognized by " + by +
                                 " already: nothing was changed");
    std::optional<std::int64_t> destination_id;
    if (*hostname && (!it.hostname || *destination)) {
        const auto port = co_await detail::choose_port(ctx, *destination);
        if (port.instead) co_return *port.instead;
        destination_id = port.id;
    }
    papertrail::system_change order;
    if (*hostname || it.hostname) order.hostname = *hostname ? by : std::string();
    if (*ip || it.ip_address) order.ip_address = *ip ? by : std::string();
    const papertrail::system after =
        co_await ctx.set("change", [&](papertrail::client& papertrail) {
            return papertrail.change_system(it.id, order, destination_id);
        });
    reply answer = reply::good(it.name + " is recognized by " + by);
    change_part change = detail::system_changes(it, after);
    if (!change.lines.empty()) answer.add(std::move(change));
    if (it.syslog == after.syslog) co_return answer;
    co_return answer.add(text_part{"Have it send its log there from now on."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_destroy::run(context& ctx) const {
    return destroy_at_papertrail<papertrail::system>(ctx, system->text, detail::system_losses);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_join::run(context& ctx) const {
    const auto meant = co_await detail::choose_membership(ctx, system->text, group->text);
    if (meant.instead) co_return *meant.instead;
    const detail::membership& seen = meant.it;
    const std::string both = seen.system.one().name + " is in the group " + seen.group.one().name;
    if (seen.is_member) co_return reply::neutral(both + " already: nothing was changed");
    co_await ctx.set("join", [&](papertrail::client& papertrail) {
        return papertrail.join(seen.system.one().id, seen.group.one().id);
    });
    co_return reply::good(both);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_system_leave::run(context& ctx) const {
    const auto meant = co_await detail::choose_membership(ctx, system->text, group->text);
    if (meant.instead) co_return *meant.instead;
    const detail::membership& seen = meant.it;
    const std::string name = seen.system.one().name;
    const std::string of = " in the group " + seen.group.one().name;
    if (!seen.is_member) co_return reply::neutral(name + " is not" + of + ": nothing was changed");
    co_await ctx.set("leave", [&](papertrail::client& papertrail) {
        return papertrail.leave(seen.system.one().id, seen.group.one().id);
    });
    const auto after = co_await ctx.observe("after", [&](papertrail::client& papertrail) {
        return detail::look_at_membership(papertrail, std::to_string(seen.system.one().id),
                                          std::to_string(seen.group.one().id));
    });
    if (!after.is_member) co_return reply::good(name + " is not" + of + " any more");
    reply answer = reply::warning(name + " is still" + of + ": its name matches the wildcard " +
                                  seen.group.one().system_wildcard.value_or("of the group"));
    co_return answer.add(text_part{"Rename it, or give the group another wildcard."});
}

} // namespace chatops::operations
