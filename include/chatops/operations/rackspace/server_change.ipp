#pragma once

#include "chatops/core/url.hpp"
#include "chatops/line/write.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_change.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>

namespace chatops::operations {

namespace detail {

/// A disk of a terabyte takes that long.
inline constexpr duration server_image_takes = std::chrono::hours(4);

/// The image of that name that was made of that server since that moment.
CHATOPS_INLINE asio::awaitable<std::optional<std::string>>
image_made_since(rackspace::client& cloud, const std::string& server, const std::string& name,
                 time_point since) {
    std::optional<std::string> found;
    const auto look = [&](const std::vector<rackspace::image>& page) {
        for (const rackspace::image& each : page)
            if (each.name == name && each.server && each.server->id == server &&
                each.created >= since)
                found = each.id;
        return !found;
    };
    co_await cloud.each_page<rackspace::image>("name=" + percent_encode(name), look);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_saved(rackspace::client& cloud, const std::string& image) {
    const auto now = co_await cloud.show<rackspace::image>(image);
    co_return now.status != "SAVING";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_rename::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.name == name->text)
        co_return reply::neutral(it.name + " is called that already: nothing was changed");
    const auto namesakes = co_await ctx.observe("namesakes", [&](rackspace::client& cloud) {
        return cloud.servers_named(name->text, namesakes_shown);
    });
    if (!namesakes.empty()) {
        reply answer =
            reply::bad(it.name + " keeps its name: there is a server " + name->text + " already");
        co_return answer.add(namesake_table(namesakes));
    }
    co_await ctx.set("rename",
                     [&](rackspace::client& cloud) { return cloud.rename(it.id, name->text); });
    reply answer = reply::good(it.name + " is now called " + name->text);
    co_return answer.add(text_part{"The host name inside the server stays what it is."});
}

// Rackspace does not show whether one is locked: it is asked for all the same.

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_lock::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    co_await ctx.set("lock", [&](rackspace::client& cloud) { return cloud.set_lock(it.id, true); });
    reply answer = reply::good(it.name + " is locked: it runs on, and nothing can be done to it");
    co_return answer.add(text_part{"`rackspace server unlock " + line::quoted(it.name) +
                                   "` takes the lock off again."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_unlock::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    co_await ctx.set("unlock",
                     [&](rackspace::client& cloud) { return cloud.set_lock(it.id, false); });
    co_return reply::good(it.name + " is not locked: things can be done to it again");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_snapshot::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    std::string image_name;
    if (*name) {
        image_name = (*name)->text;
    } else {
        const time_point now = co_await ctx.observe(
            "time", [&](rackspace::client& cloud) { return cloud.provider_time(); });
        image_name = it.name + ' ' + minute_of(now);
    }
    co_await ctx.progress("Making an image of " + it.name + "; that may take long");
    const auto act = [&](rackspace::client& cloud) { return cloud.make_image(it.id, image_name); };
    const auto find = [&](rackspace::client& cloud, time_point since) {
        return detail::image_made_since(cloud, it.id, image_name, since);
    };
    const std::string id = co_await ctx.once("snapshot", act, find);
    co_await ctx.until(
        "saved", [&](rackspace::client& cloud) { return detail::is_saved(cloud, id); },
        detail::server_image_takes);
    const auto made = co_await ctx.observe(
        "outcome", [&](rackspace::client& cloud) { return cloud.show<rackspace::image>(id); });
    if (made.status != "ACTIVE") {
        reply failed = reply::bad(it.name + ": Rackspace began the image " + image_name +
                                  ", and it ended as " + made.status);
        failed.add(
            text_part{"The server is as it was. Look at it before you ask again; Rackspace's "
                      "support can say more of it."});
        co_return failed.add(fields_part{{{"Image", id}}});
    }
    reply answer = reply::good("There is an image of " + it.name + ": " + image_name);
    if (it.status == "ACTIVE")
        answer.add(text_part{"It was made while the server ran: what was being written may be half "
                             "in it. `rackspace server stop` before, where that matters."});
    co_return answer;
}

} // namespace chatops::operations
