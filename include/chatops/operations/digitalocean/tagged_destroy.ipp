#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_destroy.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/tagged.hpp"
#include "chatops/operations/digitalocean/tagged_destroy.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <optional>

namespace chatops::operations {

namespace detail {

/// A droplet that is to go: as much of it as a person says yes to.
struct doomed_droplet {
    std::int64_t id = 0;
    std::string name;
    std::string status;
    std::string address;
    /// GB.
    std::int64_t disk = 0;
    std::int64_t backups = 0;
    std::int64_t snapshots = 0;
    std::vector<std::string> volumes;

    friend bool operator==(const doomed_droplet&, const doomed_droplet&) = default;
};
BOOST_DESCRIBE_STRUCT(doomed_droplet, (),
                      (id, name, status, address, disk, backups, snapshots, volumes))
using doomed_droplets = std::vector<doomed_droplet>;

CHATOPS_INLINE asio::awaitable<doomed_droplets> droplets_doomed(digitalocean::client& ocean,
                                                                const std::string& tag) {
    const auto all = co_await list_tagged(ocean, tag);
    doomed_droplets made;
    for (const digitalocean::droplet& each : all) {
        doomed_droplet one;
        one.id = each.id;
        one.name = each.name;
        one.status = each.status;
        one.address = address_of(each, "public");
        one.disk = each.disk;
        one.backups = static_cast<std::int64_t>(count_of(each.backup_ids));
        one.snapshots = static_cast<std::int64_t>(count_of(each.snapshot_ids));
        one.volumes = each.volume_ids.value_or(std::vector<std::string>());
        made.push_back(std::move(one));
    }
    co_return made;
}

/// Ends all that have the tag, unless one has it by now that nobody said yes to: after a restart,
/// or a second try, what was looked at before is old. Whether it did.
CHATOPS_INLINE asio::awaitable<bool>
destroy_only(digitalocean::client& ocean, const doomed_droplets& these, const std::string& tag) {
    const auto now = co_await list_tagged(ocean, tag);
    const bool only_these = std::all_of(now.begin(), now.end(), [&](const auto& each) {
        return std::any_of(these.begin(), these.end(),
                           [&](const doomed_droplet& one) { return one.id == each.id; });
    });
    if (only_these) co_await ocean.destroy_tagged(tag);
    co_return only_these;
}

CHATOPS_INLINE reply doom_question(const doomed_droplets& all, const std::string& tag) {
    std::int64_t disks = 0;
    std::size_t backups = 0;
    std::size_t snapshots = 0;
    std::size_t volumes = 0;
    table_part table;
    table.headings = {"Droplet", "State", "Address"};
    for (const doomed_droplet& each : all) {
        disks += each.disk;
        backups += static_cast<std::size_t>(each.backups);
        snapshots += static_cast<std::size_t>(each.snapshots);
        volumes += each.volumes.size();
        table.rows.push_back(
            {each.name, each.status, each.address.empty() ? "none" : each.address});
    }
    reply question;
    question.title =
        "Destroy " + counted(all.size(), "droplet") + " with the tag " + tag + " for good?";
    std::string lost = "their disks, " + gigabytes(disks) + " in all, and their addresses";
    if (backups > 0) lost += ", and " + counted(backups, "backup");
    fields_part facts{{{"Lost", lost}}};
    add_kept(facts, volumes, snapshots);
    question.add(std::move(facts));
    return question.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<bool> are_all_gone(digitalocean::client& ocean,
                                                  const doomed_droplets& all) {
    for (const doomed_droplet& each : all) {
        const bool gone = co_await ocean.is_gone<digitalocean::droplet>(std::to_string(each.id));
        if (!gone) co_return false;
    }
    co_return true;
}

/// True, if they are.
CHATOPS_INLINE asio::awaitable<std::optional<bool>> look_if_destroyed(digitalocean::client& ocean,
                                                                      const doomed_droplets& all) {
    const bool gone = co_await are_all_gone(ocean, all);
    std::optional<bool> found;
    if (gone) found = true;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::int64_t>> ids_left(digitalocean::client& ocean,
                                                                   const doomed_droplets& all) {
    std::vector<std::int64_t> left;
    for (const doomed_droplet& each : all) {
        const bool gone = co_await ocean.is_gone<digitalocean::droplet>(std::to_string(each.id));
        if (!gone) left.push_back(each.id);
    }
    co_return left;
}

/// Whether they are within the time that takes.
CHATOPS_INLINE asio::awaitable<bool> come_to_be_gone(context& ctx, const doomed_droplets& all) {
    bool late = false;
    try {
        co_await ctx.until("gone",
                           [&](digitalocean::client& ocean) { return are_all_gone(ocean, all); });
    } catch (const gave_up&) {
        late = true;
    }
    co_return !late;
}

CHATOPS_INLINE reply doom_outcome(const doomed_droplets& all,
                                  const std::vector<std::int64_t>& left) {
    std::vector<std::string> gone;
    std::vector<std::string> there;
    for (const doomed_droplet& each : all) {
        const bool is_left = std::find(left.begin(), left.end(), each.id) != left.end();
        (is_left ? there : gone).push_back(each.name);
    }
    const std::string done =
        counted(gone.size(), "droplet") + (gone.size() == 1 ? " is" : " are") + " destroyed";
    if (left.empty()) {
        reply answer = reply::good(done);
        return answer.add(text_part{joined_words(gone)});
    }
    reply answer = reply::bad(done + ", and " + std::to_string(left.size()) + " not");
    answer.add(
        fields_part{{{"Destroyed", joined_words(gone)}, {"There still", joined_words(there)}}});
    return answer.add(text_part{"`do actions` shows how it ended; `do droplet destroy` destroys "
                                "what is there still."});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_destroy_droplets::run(context& ctx) const {
    const auto look = [&](digitalocean::client& ocean) {
        return detail::droplets_doomed(ocean, tag->text);
    };
    const auto all = co_await ctx.observe("droplets", look);
    if (all.empty()) co_return detail::nothing_tagged(tag->text);
    if (all.size() > detail::tagged_at_most) co_return detail::too_many_tagged(tag->text);
    const std::string many = counted(all.size(), "droplet");
    reply question = detail::doom_question(all, tag->text);
    co_await ctx.confirm(std::move(question), "Destroy " + many);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe("still so", look);
    if (still != all) co_return detail::tagged_otherwise(tag->text);
    co_await ctx.progress(many + " being destroyed");
    const auto act = [&](digitalocean::client& ocean) {
        return detail::destroy_only(ocean, all, tag->text);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::look_if_destroyed(ocean, all);
    };
    const bool done = co_await ctx.once("destroy", act, find);
    if (!done) co_return detail::tagged_otherwise(tag->text);
    const bool gone = co_await detail::come_to_be_gone(ctx, all);
    std::vector<std::int64_t> left;
    if (!gone)
        left = co_await ctx.observe(
            "left", [&](digitalocean::client& ocean) { return detail::ids_left(ocean, all); });
    co_return detail::doom_outcome(all, left);
}

} // namespace chatops::operations
