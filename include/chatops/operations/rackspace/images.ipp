#pragma once

#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/images.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/filters.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Those that were made of servers. Source: get-retrieve-list-of-images, the parameter `type`.
inline constexpr const char* own_images = "type=SNAPSHOT";

CHATOPS_INLINE facts image_losses(const rackspace::image& it) {
    facts lost{{"Lost", "this image"},
               {"Kept", "servers that were made from it"},
               {"Id", it.id},
               {"Created (UTC)", minute_of(it.created)}};
    if (it.server) lost.push_back({"Made of the server", it.server->id});
    return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_images::run(context& ctx) const {
    rackspace::image_filter by;
    by.type = *own || *server ? "SNAPSHOT" : "BASE";
    if (*status) by.status = in_capitals(**status);
    std::string whose = *own ? " of the account's own" : "";
    if (*server) {
        auto servers = co_await ctx.observe(
            "server", [&](rackspace::client& cloud) { return look_for_server(cloud, **server); });
        const auto unclear = co_await ask_which(ctx, (*server)->text, servers);
        if (unclear) co_return *unclear;
        by.server = servers.one().id;
        whose = " made of " + servers.one().name;
    }
    const std::string filter = rackspace::query_of(by);
    auto images = co_await ctx.observe(
        "images", [&](rackspace::client& cloud) { return cloud.list<rackspace::image>(filter); });
    keep_with_part(images, *part);
    table_part table;
    table.headings = {"Image", "Made (UTC)"};
    std::vector<std::string> states;
    for (const rackspace::image& each : images) {
        table.rows.push_back({each.name, minute_of(each.created)});
        states.push_back(words_of_state(each.status));
    }
    add_telling_column(table, "State", states);
    std::string title = counted(images.size(), "image") + whose;
    if (*status) title += ", " + words_of_state(by.status);
    if (*part) title += " with " + shown(**part) + " in the name";
    reply answer = reply::neutral(std::move(title));
    if (!images.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_image_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe("image", [&](rackspace::client& cloud) {
        return look_for<rackspace::image>(cloud, image->text, detail::own_images);
    });
    const auto unclear = co_await ask_which(ctx, image->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::image& it = choice.one();
    reply question = loss_question(noun_of<rackspace::image>, it.name, detail::image_losses(it));
    co_await ctx.confirm(std::move(question), "Destroy this image");
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe(
        "still so", [&](rackspace::client& cloud) { return cloud.find<rackspace::image>(it.id); });
    const std::string called = "The image " + it.name;
    if (!still) co_return reply::neutral(called + " is gone already");
    if (still->name != it.name) co_return is_changed(called);
    co_await ctx.progress(called + " is being destroyed");
    co_await destroy_for_good<rackspace::image>(ctx, it.id);
    co_return reply::good(called + " is destroyed");
}

} // namespace chatops::operations
