#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "chatops/operations/digitalocean/load_balancers.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string balanced_path(const digitalocean::load_balancer& of) {
    return digitalocean::path_to<digitalocean::load_balancer>(of.id) + "/droplets";
}

CHATOPS_INLINE bool has_droplet(const digitalocean::load_balancer& it, std::int64_t id) {
    return std::find(it.droplet_ids.begin(), it.droplet_ids.end(), id) != it.droplet_ids.end();
}

/// Whether all of them are behind it, or none is.
CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::load_balancer>>
look_if_balanced(digitalocean::client& ocean, const std::string& id,
                 const std::vector<std::int64_t>& droplets, bool all) {
    std::optional<digitalocean::load_balancer> found;
    auto now = co_await ocean.show<digitalocean::load_balancer>(id);
    const bool so = std::all_of(droplets.begin(), droplets.end(),
                                [&](std::int64_t each) { return has_droplet(now, each) == all; });
    if (so) found = std::move(now);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<digitalocean::load_balancer>
balance(digitalocean::client& ocean, const digitalocean::load_balancer& on,
        const digitalocean::members_order& order, bool add) {
    if (add) {
        co_await ocean.put_into(balanced_path(on), order);
    } else {
        co_await ocean.take_out_of(balanced_path(on), order);
    }
    co_return on;
}

/// Whom a line means, and those of them that it changes; or what to say instead.
struct balanced {
    std::optional<reply> instead;
    digitalocean::load_balancer on;
    std::vector<std::int64_t> ids;
    std::vector<std::string> names;
};

CHATOPS_INLINE asio::awaitable<balanced>
look_for_balanced(context& ctx, const std::string& which,
                  const std::vector<digitalocean::droplet_ref>& droplets, bool add) {
    balanced meant;
    auto choice = co_await ctx.observe("load balancer", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::load_balancer>(ocean, which);
    });
    meant.instead = co_await ask_which(ctx, which, choice);
    if (meant.instead) co_return meant;
    meant.on = choice.one();
    if (goes_by_tag(meant.on)) {
        const std::string tag = *meant.on.tag;
        meant.instead =
            reply::bad(meant.on.name + " goes by the tag " + tag + ": nothing was changed");
        meant.instead->add(text_part{std::string("`do droplet ") + (add ? "tag" : "untag") +
                                     " DROPLET " + tag + "` does it."});
        co_return meant;
    }
    auto chosen = co_await look_for_each<digitalocean::droplet>(ctx, droplets);
    meant.instead = std::move(chosen.unclear);
    for (const digitalocean::droplet& each : chosen.found)
        if (has_droplet(meant.on, each.id) != add) {
            meant.ids.push_back(each.id);
            meant.names.push_back(each.name);
        }
    if (!meant.instead && meant.ids.empty())
        meant.instead = reply::neutral("That is so already: nothing was changed");
    co_return meant;
}

/// Does it once: one that is being changed refuses to be asked again.
CHATOPS_INLINE asio::awaitable<void> balance_once(context& ctx, const balanced& what, bool add) {
    digitalocean::members_order order;
    order.droplet_ids = what.ids;
    const auto act = [&](digitalocean::client& ocean) {
        return balance(ocean, what.on, order, add);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return look_if_balanced(ocean, what.on.id, what.ids, add);
    };
    const char* const step = add ? "add" : "remove";
    co_await ctx.once(step, act, find);
}

CHATOPS_INLINE asio::awaitable<facts> balancer_losses(digitalocean::client& ocean,
                                                      digitalocean::load_balancer it) {
    const auto names = co_await droplet_names(ocean, it.droplet_ids);
    std::vector<std::string> words;
    for (const auto& [id, name] : names) words.push_back(name);
    const std::string address = it.ip.value_or("");
    facts lost{{"Lost", address.empty() ? "its rules" : "its rules, and the address " + address},
               {"Kept", words.empty()
                            ? "nothing is behind it"
                            : joined_words(words) + ", which nothing sends requests to then"},
               {"Id", it.id},
               {"Created (UTC)", minute_of(it.created_at)}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancers::run(context& ctx) const {
    auto all = co_await ctx.observe("load balancers", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::load_balancer>();
    });
    keep_with_part(all, std::nullopt);
    table_part table;
    table.headings = {"Load balancer", "State", "Address"};
    for (const digitalocean::load_balancer& each : all) {
        const std::string address = each.ip.value_or("");
        table.rows.push_back({each.name, each.status, address.empty() ? "none" : address});
    }
    reply answer = reply::neutral(counted(all.size(), "load balancer"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("load balancer", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::load_balancer>(ocean, balancer->text);
    });
    const auto unclear = co_await ask_which(ctx, balancer->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::load_balancer& it = choice.one();
    const auto names = co_await ctx.observe("droplets", [&](digitalocean::client& ocean) {
        return droplet_names(ocean, it.droplet_ids);
    });
    co_return balancer_reply(it, names);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_add::run(context& ctx) const {
    auto meant = co_await detail::look_for_balanced(ctx, balancer->text, *droplet, true);
    if (meant.instead) co_return *meant.instead;
    co_await detail::balance_once(ctx, meant, true);
    reply answer =
        reply::good(meant.on.name + " sends requests to " + joined_words(meant.names) + ", too");
    if (meant.on.health_check)
        answer.add(text_part{"It does so once the health check succeeds: " +
                             health_text(*meant.on.health_check) + "."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_remove::run(context& ctx) const {
    auto meant = co_await detail::look_for_balanced(ctx, balancer->text, *droplet, false);
    if (meant.instead) co_return *meant.instead;
    const bool none_left = meant.ids.size() == meant.on.droplet_ids.size();
    if (none_left) {
        reply question;
        question.title = "Take the last droplets from " + meant.on.name + "?";
        question.add(text_part{"Nobody answers behind it then: who asks gets an error."});
        question.add(fields_part{{{"Droplets", joined_words(meant.names)}}});
        co_await ctx.confirm(std::move(question), "Take them");
    }
    co_await detail::balance_once(ctx, meant, false);
    const std::string done =
        meant.on.name + " sends no more requests to " + joined_words(meant.names);
    co_return none_left ? reply::warning(done + ", and nobody answers behind it")
                        : reply::good(done);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::load_balancer>(ctx, balancer->text, detail::balancer_losses);
}

} // namespace chatops::operations
