#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Empty where nothing was ever done.
CHATOPS_INLINE asio::awaitable<std::string> newest_action_of(rackspace::client& cloud,
                                                             const std::string& server) {
    const auto newest = co_await cloud.actions_of(server);
    co_return newest.empty() ? std::string() : newest.front().request_id;
}

CHATOPS_INLINE asio::awaitable<bool>
look_whether_begun(rackspace::client& cloud, const std::string& server, const std::string& name,
                   const std::string& newest_before, time_point since) {
    const auto newest = co_await cloud.actions_of(server);
    co_return was_begun(newest, name, newest_before, since);
}

CHATOPS_INLINE asio::awaitable<bool> is_idle(rackspace::client& cloud, const std::string& server) {
    const auto now = co_await cloud.show<rackspace::server>(server);
    co_return !now.task_state && now.status != "BUILD";
}

} // namespace detail

CHATOPS_INLINE bool was_begun(const std::vector<rackspace::instance_action>& newest,
                              const std::string& name, const std::string& newest_before,
                              time_point since) {
    for (const rackspace::instance_action& each : newest) {
        if (each.request_id == newest_before) return false;
        if (each.action == name && each.start_time >= since) return true;
    }
    return false;
}

CHATOPS_INLINE asio::awaitable<rackspace::server> carry_out(context& ctx, const std::string& id,
                                                            const rackspace::server_action& what,
                                                            duration limit) {
    const std::string before_it = "before " + what.name;
    const std::string before = co_await ctx.observe(
        before_it, [&](rackspace::client& cloud) { return detail::newest_action_of(cloud, id); });
    const auto act = [&](rackspace::client& cloud) { return cloud.act(id, what); };
    const auto find = [&](rackspace::client& cloud, time_point since) {
        return detail::look_whether_begun(cloud, id, what.name, before, since);
    };
    co_await ctx.once(what.name, act, find);
    const std::string end_of_it = "end of " + what.name;
    co_await ctx.until(
        end_of_it, [&](rackspace::client& cloud) { return detail::is_idle(cloud, id); }, limit);
    const std::string outcome = "outcome of " + what.name;
    rackspace::server after = co_await ctx.observe(
        outcome, [&](rackspace::client& cloud) { return cloud.show<rackspace::server>(id); });
    co_return after;
}

CHATOPS_INLINE reply server_failed(const rackspace::server& after, const std::string& what) {
    reply answer = reply::bad(after.name + ": Rackspace began " + what +
                              ", and the server is now " + state_text(after));
    add_fault(answer, after);
    if (after.status == "ERROR")
        add_advice(answer, after);
    else
        answer.add(
            text_part{"Look at it before you ask again; Rackspace's support can say more of it."});
    fields_part facts{{{"Id", after.id}}};
    if (after.fault) facts.fields.emplace_back("Fault", fault_text(*after.fault));
    return answer.add(std::move(facts));
}

} // namespace chatops::operations
