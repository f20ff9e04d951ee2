#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/server_rebuild.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE reply rebuild_question(const rackspace::server& it, const rackspace::image& image) {
    reply shown;
    shown.title = "Write " + image.name + " over the disk of " + it.name + '?';
    fields_part facts{{{"Lost", "all that is on its disk"},
                       {"Kept", "its addresses, its name and its flavor"},
                       {"Id", it.id},
                       {"State", state_text(it)}}};
    facts.fields.emplace_back("SSH key",
                              it.key_name ? *it.key_name : "none: nobody knows its new password");
    facts.fields.emplace_back("Created (UTC)", minute_of(it.created));
    return shown.add(std::move(facts));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_rebuild::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (const auto no = not_in_its_state(it, {"ERROR"})) co_return *no;
    auto images = co_await ctx.observe("image", [&](rackspace::client& cloud) {
        return look_for<rackspace::image>(cloud, image->text);
    });
    const auto unclear_images = co_await ask_which(ctx, image->text, images);
    if (unclear_images) co_return *unclear_images;
    const rackspace::image& from = images.one();
    reply question = detail::rebuild_question(it, from);
    co_await ctx.confirm(std::move(question), "Rebuild " + it.name);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe(
        "still so", [&](rackspace::client& cloud) { return cloud.find<rackspace::server>(it.id); });
    if (!still || still->name != it.name || still->status != it.status ||
        still->created != it.created)
        co_return is_changed(it.name);
    co_await ctx.progress("Rebuilding " + it.name);
    const rackspace::server_action rebuild = rackspace::rebuild_action(from.id);
    const rackspace::server after = co_await carry_out(ctx, it.id, rebuild);
    if (after.status != "ACTIVE" && after.status != "SHUTOFF")
        co_return server_failed(after, "the rebuild");
    reply answer = reply::good(it.name + " begins anew with " + from.name);
    if (!it.key_name)
        answer.add(text_part{"No SSH key opens it, and the password that Rackspace drew is not "
                             "kept: `rackspace server password` gives it one."});
    co_return answer;
}

} // namespace chatops::operations
