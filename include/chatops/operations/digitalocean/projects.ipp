#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
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

/// What is put into a project.
struct moved_thing {
    std::string urn;
    std::string name;
};

struct moved_things {
    /// What to say where one of them is none or several.
    std::optional<reply> unclear;
    std::vector<moved_thing> found;
};

/// None once something is unclear.
template <class T, class Reference>
asio::awaitable<void> take_each(context& ctx, const std::vector<Reference>& which,
                                moved_things& into) {
    if (into.unclear) co_return;
    const auto some = co_await look_for_each<T>(ctx, which);
    into.unclear = some.unclear;
    for (const T& each : some.found) into.found.push_back({urn_of(each), name_of(each)});
}

CHATOPS_INLINE asio::awaitable<moved_things>
look_for_things(context& ctx, const digitalocean_project_add& asked) {
    moved_things all;
    if (*asked.droplet) co_await take_each<digitalocean::droplet>(ctx, **asked.droplet, all);
    co_await take_each<digitalocean::volume>(ctx, *asked.volume, all);
    co_await take_each<digitalocean::load_balancer>(ctx, *asked.load_balancer, all);
    co_await take_each<digitalocean::domain>(ctx, *asked.domain, all);
    co_await take_each<digitalocean::reserved_ip>(ctx, *asked.reserved_ip, all);
    if (!all.unclear && all.found.empty()) {
        all.unclear = reply::bad("Say what is to be put into the project: nothing was changed");
        all.unclear->add(text_part{"Droplets are named after the project, other things by "
                                   "`--volume`, `--load-balancer`, `--domain`, `--reserved-ip`."});
    }
    co_return all;
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
    const auto things = co_await detail::look_for_things(ctx, *this);
    if (things.unclear) co_return *things.unclear;
    digitalocean::assignment_order order;
    for (const detail::moved_thing& each : things.found) order.resources.push_back(each.urn);
    const auto became = co_await ctx.set(
        "add", [&](digitalocean::client& ocean) { return ocean.put_into_project(it.id, order); });
    std::vector<std::string> gone;
    std::vector<std::string> added;
    for (const detail::moved_thing& each : things.found) {
        const auto status = std::find_if(became.begin(), became.end(),
                                         [&](const auto& one) { return one.urn == each.urn; });
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
