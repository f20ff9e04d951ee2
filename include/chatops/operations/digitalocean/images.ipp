#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/copies.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/images.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Half a terabyte to the other side of the world takes that long.
inline constexpr duration transfer_takes = std::chrono::hours(3);

CHATOPS_INLINE bool has_part(const digitalocean::image& each,
                             const std::optional<std::string>& part) {
    return !part || each.name.find(*part) != std::string::npos ||
           code_of(each).find(*part) != std::string::npos;
}

CHATOPS_INLINE asio::awaitable<facts> image_losses(digitalocean::client&, digitalocean::image it) {
    facts lost{{"Lost", "this " + it.type.value_or("image") + ", of " +
                            gigabytes(it.size_gigabytes.value_or(0.0))},
               {"Kept", "droplets that were made from it"},
               {"Id", id_of(it)},
               {"Regions", joined_words(it.regions.value_or(std::vector<std::string>()))}};
    if (it.created_at) lost.push_back({"Created (UTC)", minute_of(*it.created_at)});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_images::run(context& ctx) const {
    const std::string filter = *own ? "private=true" : "type=distribution";
    auto images = co_await ctx.observe("images", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::image>(filter);
    });
    std::erase_if(images, [&](const auto& each) { return !detail::has_part(each, *part); });
    table_part table;
    table.headings = {"Image", "What"};
    for (const digitalocean::image& each : images)
        table.rows.push_back({code_of(each), image_title(each)});
    std::string title = counted(images.size(), "image") + (*own ? " of the account's own" : "");
    if (*part) title += " with " + shown(**part) + " in the name";
    reply answer = reply::neutral(std::move(title));
    if (!images.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_image_rename::run(context& ctx) const {
    auto choice = co_await ctx.observe("image", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::image>(ocean, image->text);
    });
    const auto unclear = co_await ask_which(ctx, image->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::image& it = choice.one();
    if (it.name == *name)
        co_return reply::neutral(it.name + " is called that already: nothing was changed");
    co_await ctx.set("rename", [&](digitalocean::client& ocean) {
        return ocean.rename<digitalocean::image>(id_of(it), *name);
    });
    co_return reply::good("The image " + it.name + " is now called " + *name);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_image_transfer::run(context& ctx) const {
    auto choice = co_await ctx.observe("image", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::image>(ocean, image->text);
    });
    const auto unclear = co_await ask_which(ctx, image->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::image& it = choice.one();
    const auto there = it.regions.value_or(std::vector<std::string>());
    if (std::find(there.begin(), there.end(), region->text) != there.end())
        co_return reply::neutral(it.name + " is in " + region->text +
                                 " already: nothing was changed");
    co_await ctx.progress("Copying " + it.name + " to " + region->text + "; that may take long");
    const std::string on = digitalocean::path_to<digitalocean::image>(it.id);
    digitalocean::action_order transfer("transfer");
    transfer.region = region->text;
    const digitalocean::action ended =
        co_await carry_out(ctx, on, transfer, detail::transfer_takes);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " is in " + region->text + ", too");
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_image_convert::run(context& ctx) const {
    auto choice = co_await ctx.observe("image", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::image>(ocean, image->text);
    });
    const auto unclear = co_await ask_which(ctx, image->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::image& it = choice.one();
    if (it.type != "backup")
        co_return reply::neutral(it.name + " is a " + it.type.value_or("image") +
                                 ", and no backup: nothing was changed");
    co_await ctx.progress("Making a snapshot of " + it.name);
    const std::string on = digitalocean::path_to<digitalocean::image>(it.id);
    const digitalocean::action_order convert("convert");
    const digitalocean::action ended = co_await carry_out(ctx, on, convert);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " is a snapshot now, and stays until it is destroyed");
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_image_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::image>(ctx, image->text, detail::image_losses);
}

} // namespace chatops::operations
