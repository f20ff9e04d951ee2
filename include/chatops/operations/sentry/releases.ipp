#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/releases.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string last_deploy_of(const sentry::release& each) {
    return each.last_deploy ? each.last_deploy->environment : "nowhere";
}

CHATOPS_INLINE std::vector<std::string> projects_of(const sentry::release& each) {
    std::vector<std::string> names;
    for (const auto& of : each.projects) names.push_back(of.slug);
    return names;
}

CHATOPS_INLINE table_part sentry_release_table(const std::vector<sentry::release>& all) {
    table_part table;
    table.headings = {"Release", "When (UTC)", "Deployed to"};
    for (const sentry::release& each : all)
        table.rows.push_back({each.version,
                              minute_of(each.date_released.value_or(each.date_created)),
                              last_deploy_of(each)});
    return table;
}

CHATOPS_INLINE table_part deploy_table(const std::vector<sentry::deploy>& all) {
    table_part table;
    table.headings = {"Environment", "When (UTC)"};
    std::vector<std::string> names;
    for (const sentry::deploy& each : all) {
        table.rows.push_back(
            {each.environment, each.date_finished ? minute_of(*each.date_finished) : "not yet"});
        names.push_back(
            error_words(each.name.value_or(std::string()), sentry_limits::words_in_table));
    }
    add_telling_column(table, "Name", names);
    return table;
}

CHATOPS_INLINE reply no_such_release(const std::string& version) {
    reply answer = reply::bad("There is no release " + version);
    return answer.add(text_part{"`sentry releases` lists the newest ones, and `sentry release "
                                "create` makes one."});
}

CHATOPS_INLINE asio::awaitable<std::optional<sentry::deploy>>
look_for_deploy(sentry::client& sentry, const sentry::release_version& of,
                const sentry::deploy_order& order, time_point since) {
    const auto all = co_await sentry.deploys(of, sentry_limits::listed);
    std::optional<sentry::deploy> found;
    for (const sentry::deploy& each : all)
        if (each.environment == order.environment && each.name == order.name &&
            each.date_finished.value_or(time_point()) >= since)
            found = each;
    co_return found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_releases::run(context& ctx) const {
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    const auto limit = static_cast<std::size_t>(count->number);
    const std::optional<std::string> id = of.id();
    const auto all = co_await ctx.observe(
        "releases", [&](sentry::client& sentry) { return sentry.releases(id, limit); });
    reply answer =
        reply::neutral((all.size() < limit ? "" : "The last ") + counted(all.size(), "release") +
                       (*project ? " of " + (*project)->text : std::string()));
    if (!all.empty()) answer.add(detail::sentry_release_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_release_show::run(context& ctx) const {
    const auto found = co_await ctx.observe(
        "release", [&](sentry::client& sentry) { return sentry.find_release(*release); });
    if (!found) co_return detail::no_such_release(release->text);
    const auto deploys = co_await ctx.observe("deploys", [&](sentry::client& sentry) {
        return sentry.deploys(*release, sentry_limits::listed);
    });
    reply answer = reply::neutral("Release " + found->version + " of " +
                                  joined_words(detail::projects_of(*found)));
    fields_part facts;
    facts.fields.emplace_back("Created (UTC)", minute_of(found->date_created));
    if (found->date_released)
        facts.fields.emplace_back("Released (UTC)", minute_of(*found->date_released));
    facts.fields.emplace_back("New issues", std::to_string(found->new_groups.value_or(0)));
    facts.fields.emplace_back("Commits", std::to_string(found->commit_count.value_or(0)));
    if (found->ref) facts.fields.emplace_back("Made of", *found->ref);
    if (found->url) facts.fields.emplace_back("Link", *found->url);
    answer.add(std::move(facts));
    if (deploys.empty()) co_return answer.add(text_part{"It was deployed nowhere yet."});
    co_return answer.add(detail::deploy_table(deploys));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_release_create::run(context& ctx) const {
    sentry::release_order order;
    order.version = release->text;
    for (const sentry::project_name& each : *projects) {
        const chosen_project of = co_await look_for_project(ctx, each);
        if (of.unclear) co_return *of.unclear;
        order.projects.push_back(each.text);
    }
    order.ref = *ref;
    order.url = *url;
    const auto before = co_await ctx.observe(
        "before", [&](sentry::client& sentry) { return sentry.find_release(*release); });
    const auto known = before ? detail::projects_of(*before) : std::vector<std::string>();
    const bool adds =
        std::any_of(order.projects.begin(), order.projects.end(), [&](const auto& each) {
            return std::find(known.begin(), known.end(), each) == known.end();
        });
    if (before && !adds && !*ref && !*url)
        co_return reply::neutral("Sentry knows the release " + release->text +
                                 " already: nothing was changed");
    co_await ctx.set("release",
                     [&](sentry::client& sentry) { return sentry.report_release(order); });
    const std::string of = joined_words(order.projects);
    reply answer =
        reply::good(before ? "Sentry knows more of the release " + release->text + " of " + of
                           : "There is a release " + release->text + " of " + of);
    co_return answer.add(
        text_part{"`sentry deploy create " + release->text + " ENVIRONMENT` says where it runs."});
}

CHATOPS_INLINE asio::awaitable<reply> sentry_deploy_create::run(context& ctx) const {
    const auto found = co_await ctx.observe(
        "release", [&](sentry::client& sentry) { return sentry.find_release(*release); });
    if (!found) co_return detail::no_such_release(release->text);
    sentry::deploy_order order;
    order.environment = environment->text;
    order.name = *name;
    order.url = *url;
    const auto act = [&](sentry::client& sentry) { return sentry.record_deploy(*release, order); };
    const auto find = [&](sentry::client& sentry, time_point since) {
        return detail::look_for_deploy(sentry, *release, order, since);
    };
    const sentry::deploy done = co_await ctx.once("deploy", act, find);
    reply answer = reply::good("Release " + release->text + " runs in " + done.environment +
                               ", as Sentry knows now");
    if (done.date_finished)
        answer.add(fields_part{{{"Since (UTC)", minute_of(*done.date_finished)}}});
    co_return answer;
}

} // namespace chatops::operations
