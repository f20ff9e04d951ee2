#include "mocks/rackspace/running.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

// Source: openstack/nova, exception.py, NoValidHost and InstanceFaultRollback.
std::string fault_text(const task& of) {
    if (of.action == "create" || of.action == "resize")
        return "No valid host was found. There are not enough hosts available.";
    return "Failed to " + of.action + " instance: the hypervisor did not answer in time.";
}

void finish_image(account_state& account, const task& done, time_point at) {
    for (image& each : account.images) {
        if (each.id != done.image_id) continue;
        each.status = done.fails ? "ERROR" : "ACTIVE";
        each.updated = at;
    }
}

void finish_resize(server& which, const task& done, time_point at) {
    which.old_flavor = std::exchange(which.flavor, done.flavor);
    which.was_stopped = which.vm_state == "stopped";
    which.vm_state = "resized";
    which.confirmed_at = at + limits::resize_is_confirmed;
}

void end_resize(server& which, bool keeps_new) {
    if (!keeps_new) which.flavor = which.old_flavor;
    which.old_flavor = nullptr;
    which.confirmed_at.reset();
    which.vm_state = which.was_stopped ? "stopped" : "active";
}

void finish_task(account_state& account, server& which, const task& done, time_point at) {
    const std::string& action = done.action;
    if (action == "create") give_addresses(account, which);
    if (action == "resize") return finish_resize(which, done, at);
    if (action == "confirmResize") return end_resize(which, true);
    if (action == "revertResize") return end_resize(which, false);
    if (action == "delete") {
        which.vm_state = "deleted";
        which.confirmed_at.reset();
        return;
    }
    if (action == "rebuild") {
        which.image_id = done.image_id;
        // One that was off is off again.
        if (which.vm_state == "stopped") return;
    }
    if (action == "stop")
        which.vm_state = "stopped";
    else if (action == "rescue")
        which.vm_state = "rescued";
    else
        which.vm_state = "active";
    which.fault.reset();
}

void close_action(account_state& account, const server& which, const task& done, time_point at) {
    for (auto each = account.actions.rbegin(); each != account.actions.rend(); ++each) {
        if (each->server_id != which.id || each->finish) continue;
        each->finish = at;
        if (done.fails) each->result = "Error";
        return;
    }
}

void settle_task(account_state& account, server& which, time_point at) {
    const task done = *std::exchange(which.busy, std::nullopt);
    which.updated = at;
    close_action(account, which, done, at);
    if (done.action == "createImage") return finish_image(account, done, at);
    if (!done.fails) return finish_task(account, which, done, at);
    which.fault = done.fault.value_or(server_fault{500, fault_text(done), at});
    which.fault->created = at;
    which.vm_state = "error";
}

/// Does one thing that is due at exactly that moment; false if there is none.
bool settle_server(account_state& account, time_point at) {
    for (server& each : account.servers) {
        if (each.busy && each.busy->ends == at) {
            settle_task(account, each, at);
            return true;
        }
        if (each.confirmed_at == at) {
            each.confirmed_at.reset();
            task draft{"confirmResize", {"resize_confirming"}};
            if (!each.busy) begin(account, each, std::move(draft), at, limits::confirm_resize);
            return true;
        }
    }
    return false;
}

void forget_deleted(account_state& account, time_point now) {
    std::erase_if(account.servers, [&](const server& each) {
        return each.vm_state == "deleted" && each.updated + limits::deleted_is_shown <= now;
    });
}

} // namespace

task& begin(account_state& account, server& on, task draft, time_point at, duration takes) {
    draft.began = at;
    draft.ends = at + takes;
    if (auto planned = account.take_planned_error(draft.action)) {
        draft.fails = true;
        draft.fault = std::move(planned->fault);
    }
    on.updated = at;
    on.busy = std::move(draft);
    return *on.busy;
}

void note_action(account_state& account, const server& on, std::string_view action,
                 const std::string& request_id) {
    instance_action made;
    made.server_id = on.id;
    made.request_id = request_id;
    made.action = action;
    made.start = account.now;
    account.actions.push_back(std::move(made));
}

void give_addresses(account_state& account, server& to) {
    to.public_ipv4 = account.new_public_ipv4();
    to.public_ipv6 = account.new_public_ipv6();
    to.private_ipv4 = account.new_private_ipv4();
    if (to.access_ipv4.empty()) to.access_ipv4 = to.public_ipv4;
    if (to.access_ipv6.empty()) to.access_ipv6 = to.public_ipv6;
}

void settle(account_state& account, time_point now) {
    for (auto at = account.due(); at && *at <= now; at = account.due())
        while (settle_server(account, *at) || settle_load_balancers(account, *at) ||
               settle_dns(account, *at)) {
        }
    forget_deleted(account, now);
    account.now = now;
}

} // namespace chatops::mocks::rackspace
