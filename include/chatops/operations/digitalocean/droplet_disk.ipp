#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/copies.hpp"
#include "chatops/operations/digitalocean/droplet_disk.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// A disk of a terabyte takes that long.
inline constexpr duration disk_takes = std::chrono::hours(1);

/// By slug or number, or else of one's own by name.
CHATOPS_INLINE asio::awaitable<choice<digitalocean::image>>
look_for_any_image(digitalocean::client& ocean, const std::string& which) {
    choice<digitalocean::image> seen;
    auto found = co_await ocean.find<digitalocean::image>(which);
    if (found) {
        seen.found.push_back(std::move(*found));
        co_return seen;
    }
    seen = co_await look_for<digitalocean::image>(ocean, which);
    co_return seen;
}

/// Why the disk cannot begin with it; DigitalOcean would say so after it was confirmed.
CHATOPS_INLINE std::optional<reply> cannot_begin_with(const digitalocean::droplet& it,
                                                      const digitalocean::image& with) {
    std::string why;
    if (with.regions && std::find(with.regions->begin(), with.regions->end(), it.region.slug) ==
                            with.regions->end())
        why = with.name + " is not in " + it.region.slug;
    else if (with.min_disk_size && *with.min_disk_size > it.disk)
        why = with.name + " needs a disk of " + gigabytes(*with.min_disk_size) + ", and it has " +
              gigabytes(it.disk);
    if (why.empty()) return std::nullopt;
    reply answer = reply::bad(it.name + " stays as it is: " + why);
    if (with.regions && !with.public_.value_or(false))
        answer.add(text_part{"`do image transfer` copies an image to another region."});
    return answer;
}

/// `list` is the command that lists those that will do.
CHATOPS_INLINE several images_called(const std::string& which,
                                     const choice<digitalocean::image>& seen, const char* list) {
    const char* const one = noun_of<digitalocean::image>.one;
    return {{one, list}, one, which, namesake_table(seen.found)};
}

struct new_disk {
    /// `rebuild` or `restore`.
    const char* type;
    /// `Rebuild`, `Restore`.
    const char* deed;
    /// `was rebuilt from`, `was put back to`.
    const char* done;
    std::string lost;
};

CHATOPS_INLINE reply new_disk_question(const digitalocean::droplet& it,
                                       const digitalocean::image& with, const new_disk& how) {
    reply shown;
    shown.title = how.deed + (' ' + it.name) + " from " + image_title(with) + '?';
    fields_part facts{{{"Lost", how.lost},
                       {"Kept", "its name, its addresses, its volumes, snapshots and backups"},
                       {"Meanwhile", "it is off, for some minutes"},
                       {"Id", id_of(it)},
                       {"Image", code_of(with)}}};
    if (with.created_at) facts.fields.emplace_back("Of (UTC)", minute_of(*with.created_at));
    return shown.add(std::move(facts));
}

/// Shows what will be lost, has it confirmed, looks whether it is still so, and does it.
CHATOPS_INLINE asio::awaitable<reply> begin_disk_anew(context& ctx, const digitalocean::droplet& it,
                                                      const digitalocean::image& with,
                                                      const new_disk& how) {
    const auto why_not = cannot_begin_with(it, with);
    if (why_not) co_return *why_not;
    reply question = new_disk_question(it, with, how);
    co_await ctx.confirm(std::move(question), how.deed + (' ' + it.name));
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe("still so", [&](digitalocean::client& ocean) {
        return ocean.find<digitalocean::droplet>(id_of(it));
    });
    if (!still) co_return reply::neutral(it.name + " is gone: nothing was changed");
    if (still->name != it.name || still->disk != it.disk)
        co_return reply::warning(it.name + " is not any more what you were shown: nothing was "
                                           "changed. Ask again to see what it is now");
    co_await ctx.progress(it.name + ": its disk begins anew");
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    digitalocean::action_order order(how.type);
    order.image = with.id;
    const digitalocean::action ended = co_await carry_out(ctx, on, order, disk_takes);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + ' ' + how.done + ' ' + image_title(with));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_rebuild::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const auto look = [](digitalocean::client& ocean, const std::string& which) {
        return detail::look_for_any_image(ocean, which);
    };
    auto with = co_await ctx.observe(
        "image", [&](digitalocean::client& ocean) { return look(ocean, image->text); });
    detail::several images = detail::images_called(image->text, with, "do images");
    const auto vague = co_await detail::ask_which_of(ctx, std::move(images), with, look);
    if (vague) co_return *vague;
    const digitalocean::droplet& it = choice.one();
    const detail::new_disk how{"rebuild", "Rebuild", "was rebuilt from",
                               "all that is on its disk of " + gigabytes(it.disk)};
    reply answer = co_await detail::begin_disk_anew(ctx, it, with.one(), how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_restore::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const auto look = [&](digitalocean::client& ocean, const std::string& which) {
        return look_for_copy(ocean, it, which);
    };
    auto with = co_await ctx.observe(
        "image", [&](digitalocean::client& ocean) { return look(ocean, image->text); });
    const bool is_none = with.found.empty();
    detail::several images =
        detail::images_called(image->text, with, noun_of<digitalocean::image>.list);
    auto vague = co_await detail::ask_which_of(ctx, std::move(images), with, look);
    if (vague && !is_none) co_return *vague;
    if (vague) {
        co_return vague->add(text_part{"Only a backup or snapshot of " + it.name +
                                       " itself will do: `do backups show " + it.name +
                                       "` lists them."});
    }
    const detail::new_disk how{"restore", "Restore", "was put back to",
                               "all that came onto its disk since then"};
    reply answer = co_await detail::begin_disk_anew(ctx, it, with.one(), how);
    co_return answer;
}

} // namespace chatops::operations
