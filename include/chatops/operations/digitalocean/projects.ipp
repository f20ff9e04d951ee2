#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen_droplets.hpp"
#include "chatops/operations/digitalocean/project_parts.hpp"
#include "chatops/operations/digitalocean/projects.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/urn.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE fields_part project_fields(const digitalocean::project& it) {
    fields_part facts{{{"Id", it.id}}};
    const auto add = [&](const char* name, const std::optional<std::string>& text) {
        if (text && !text->empty()) facts.fields.emplace_back(name, *text);
    };
    add("Description", it.description);
    add("Purpose", it.purpose);
    add("Environment", it.environment);
    if (it.is_default) facts.fields.emplace_back("Default", "what names no project gets into it");
    facts.fields.emplace_back("Created (UTC)", minute_of(it.created_at));
    return facts;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_projects::run(context& ctx) const {
    auto all = co_await ctx.observe("projects", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::project>();
    });
    keep_with_part(all, std::nullopt);
    table_part table;
    table.headings = {"Project", "Environment", "Default"};
    for (const digitalocean::project& each : all) {
        const std::string where = each.environment.value_or("");
        table.rows.push_back(
            {each.name, where.empty() ? "none" : where, each.is_default ? "yes" : "no"});
    }
    reply answer = reply::neutral(counted(all.size(), "project"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("project", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::project>(ocean, project->text);
    });
    const auto unclear = co_await ask_which(ctx, project->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::project& it = choice.one();
    const std::string path = things_path(it);
    const auto things = co_await ctx.observe("resources", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::project_resource>(path);
    });
    const auto urns = urns_of(things);
    const auto names = co_await ctx.observe(
        "names", [&](digitalocean::client& ocean) { return names_of_urns(ocean, urns); });
    reply answer = reply::neutral(it.name + " holds " + counted(things.size(), "thing"));
    answer.add(detail::project_fields(it));
    if (!names.empty()) answer.add(things_table(names));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_project_add::run(context& ctx) const {
    auto choice = co_await ctx.observe("project", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::project>(ocean, project->text);
    });
    const auto unclear = co_await ask_which(ctx, project->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::project& it = choice.one();
    const auto chosen = co_await look_for_droplets(ctx, *droplet);
    if (chosen.unclear) co_return *chosen.unclear;
    digitalocean::assignment_order order;
    for (const digitalocean::droplet& each : chosen.found) order.resources.push_back(urn_of(each));
    const auto became = co_await ctx.set(
        "add", [&](digitalocean::client& ocean) { return ocean.put_into_project(it.id, order); });
    std::vector<std::string> gone;
    std::vector<std::string> added;
    for (const digitalocean::droplet& each : chosen.found) {
        const auto status = std::find_if(became.begin(), became.end(),
                                         [&](const auto& one) { return one.urn == urn_of(each); });
        const bool is_there = status != became.end() && (status->status == "assigned" ||
                                                         status->status == "already_assigned");
        (is_there ? added : gone).push_back(each.name);
    }
    const std::string holds = "The project " + it.name + " holds " + joined_words(added);
    if (gone.empty()) co_return reply::good(holds);
    reply answer =
        reply::warning("Not put into the project " + it.name + ": " + joined_words(gone) +
                       ", which DigitalOcean does not find any more");
    if (!added.empty()) answer.add(text_part{holds + '.'});
    co_return answer;
}

} // namespace chatops::operations
