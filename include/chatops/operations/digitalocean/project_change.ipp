#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/project_change.hpp"
#include "chatops/operations/digitalocean/project_parts.hpp"
#include "chatops/operations/digitalocean/rename.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/urn.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE const char* environment_sent(project_environment which) {
    switch (which) {
    case project_environment::development: return "Development";
    case project_environment::staging: return "Staging";
    case project_environment::production: break;
    }
    return "Production";
}

CHATOPS_INLINE digitalocean::project_order order_of(const digitalocean_project_create& asked) {
    digitalocean::project_order order;
    order.name = *asked.name;
    order.purpose = *asked.purpose;
    order.description = *asked.description;
    if (*asked.environment) order.environment = environment_sent(**asked.environment);
    return order;
}

CHATOPS_INLINE asio::awaitable<facts> project_losses(digitalocean::client& ocean,
                                                     digitalocean::project it) {
    const auto things = co_await ocean.list_in<digitalocean::project_resource>(things_path(it));
    facts lost{{"Lost", "this project" + std::string(it.is_default ? ", the default one" : "")},
               {"In it", things.empty() ? "nothing" : counted(things.size(), "thing")},
               {"Id", it.id}};
    if (it.description && !it.description->empty())
        lost.push_back({"Description", *it.description});
    lost.push_back({"Created (UTC)", minute_of(it.created_at)});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_create::run(context& ctx) const {
    const digitalocean::project_order order = detail::order_of(*this);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return with_name<digitalocean::project>(ocean, order.name);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a project " + order.name + " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::project>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return made_since<digitalocean::project>(ocean, order.name, since);
    };
    const digitalocean::project made = co_await ctx.once("create", act, find);
    reply answer = reply::good("There is a project " + made.name);
    co_return answer.add(text_part{"`do project add " + line::quoted(made.name) +
                                   " DROPLET` puts a droplet into it."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_rename::run(context& ctx) const {
    return rename_named<digitalocean::project>(ctx, project->text, *name);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_default::run(context& ctx) const {
    auto choice = co_await ctx.observe("project", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::project>(ocean, project->text);
    });
    const auto unclear = co_await ask_which(ctx, project->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::project& it = choice.one();
    const std::string what = it.name + " is the default project";
    if (it.is_default) co_return reply::neutral(what + " already: nothing was changed");
    const std::string path = digitalocean::path_to<digitalocean::project>(it.id);
    const digitalocean::default_project_order order;
    co_await ctx.set("default", [&](digitalocean::client& ocean) {
        return ocean.change<digitalocean::project>("PATCH", path, order);
    });
    reply answer = reply::good(what + " now");
    co_return answer.add(text_part{"What is made from now on and names no project gets into it; "
                                   "nothing was moved."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe("project", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::project>(ocean, project->text);
    });
    const auto unclear = co_await ask_which(ctx, project->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::project& it = choice.one();
    if (it.is_default) {
        reply answer = reply::bad(it.name + " is the default project: nothing was changed");
        co_return answer.add(text_part{"What names no project gets into it. `do project default` "
                                       "makes another one that first."});
    }
    const std::string path = things_path(it);
    const auto things = co_await ctx.observe("resources", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::project_resource>(path);
    });
    if (things.empty()) {
        reply answer =
            co_await destroy_chosen<digitalocean::project>(ctx, it, detail::project_losses);
        co_return answer;
    }
    const auto urns = urns_of(things);
    const auto names = co_await ctx.observe(
        "names", [&](digitalocean::client& ocean) { return names_of_urns(ocean, urns); });
    reply answer =
        reply::bad(it.name + " holds " + counted(things.size(), "thing") + ": nothing was changed");
    answer.add(text_part{"`do project add` moves droplets, volumes, load balancers, domains and "
                         "reserved IPs to another one; the rest is moved in DigitalOcean's "
                         "panel."});
    co_return answer.add(things_table(names));
}

} // namespace chatops::operations
