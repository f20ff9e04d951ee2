#include "mocks/digitalocean/running.hpp"

#include "chatops/core/config.hpp"
#include "mocks/digitalocean/billing.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::digitalocean {
namespace {

void finish_create(account_state& account, droplet& which) {
    which.private_ip = account.new_private_ip(account.vpc_of(which.vpc_uuid));
    if (which.ipv6) which.public_ipv6 = account.new_public_ipv6();
    if (which.public_networking) which.public_ip = account.new_public_ip();
    which.status = "active";
}

void finish_resize(droplet& which, const action& done) {
    which.size = find_size(done.subject);
    if (done.with_disk) which.disk_gb = which.size->disk_gb;
}

void turn_off(droplet& which, time_point at) { which.off_at = at + limits::power_lag; }

void use_image(account_state& account, droplet& which, std::int64_t id) {
    // It may have been deleted meanwhile: what was begun is brought to its end.
    if (const image* const found = account.find_image(id)) which.made_of = *found;
    which.status = "active";
}

/// What the action does to its droplet.
void finish_droplet_action(account_state& account, droplet& which, const action& done,
                           time_point at) {
    const std::string& type = done.type;
    if (type == "create") return finish_create(account, which);
    if (type == "destroy") return remove_droplet(account, which.id, at);
    if (type == "power_on") which.status = "active";
    if (type == "power_off" || (type == "shutdown" && !which.ignores_shutdown)) turn_off(which, at);
    if (type == "resize") finish_resize(which, done);
    if (type == "rename") which.name = done.subject;
    if (type == "rebuild" || type == "restore") use_image(account, which, done.image_id);
    if (type == "snapshot") take_image(account, which, done.subject, "snapshot", at);
    if (type == "enable_backups" || type == "change_backup_policy") which.backups = done.policy;
    if (type == "disable_backups") which.backups.reset();
    if (type == "enable_ipv6") {
        which.ipv6 = true;
        which.public_ipv6 = account.new_public_ipv6();
    }
}

void finish_image_action(account_state& account, image& which, const action& done) {
    if (done.type == "transfer") which.regions.push_back(done.subject);
    if (done.type == "convert") which.type = "snapshot";
    if (done.type == "import") {
        which.status = "available";
        // [?] What was fetched.
        which.size_gb = 2.5;
        which.min_disk_gb = 20;
    }
    for (droplet& each : account.droplets)
        if (each.made_of.id == which.id) each.made_of = which;
}

void finish_volume_action(volume& which, const action& done) {
    if (done.type == "attach_volume") which.droplet_id = done.busy_droplet;
    if (done.type == "detach_volume") which.droplet_id.reset();
    if (done.type == "resize") which.size_gb = done.amount;
}

void finish_ip_action(reserved_ip& which, const action& done) {
    which.droplet_id.reset();
    if (done.type == "assign_ip") which.droplet_id = done.amount;
}

/// What it does, if the thing is still there.
void finish(account_state& account, const action& done, time_point at) {
    const std::int64_t id = done.resource_id.value_or(0);
    if (done.resource_type == "droplet") {
        if (droplet* const on = account.find_droplet(id))
            finish_droplet_action(account, *on, done, at);
    } else if (done.resource_type == "image") {
        if (image* const on = account.find_image(id)) finish_image_action(account, *on, done);
    } else if (done.resource_type == "volume") {
        for (volume& each : account.volumes)
            if (each.id == done.subject) finish_volume_action(each, done);
    } else {
        for (reserved_ip& each : account.reserved_ips)
            if (each.number() == id) finish_ip_action(each, done);
    }
}

void settle_action(account_state& account, std::size_t index, time_point at) {
    action& ending = account.actions[index];
    ending.settles_at.reset();
    ending.completed_at = at;
    ending.status = ending.fails ? "errored" : "completed";
    if (ending.fails) return;
    // A copy: what it does may begin other actions.
    const action done = ending;
    finish(account, done, at);
}

/// Does one thing that is due at exactly that moment; false if there is none.
bool settle_one(account_state& account, time_point at) {
    for (std::size_t index = 0; index < account.actions.size(); ++index)
        if (account.actions[index].settles_at == at) return settle_action(account, index, at), true;
    for (droplet& each : account.droplets) {
        if (each.off_at != at) continue;
        each.off_at.reset();
        each.status = "off";
        return true;
    }
    for (firewall& each : account.firewalls) {
        if (each.settles_at != at) continue;
        each.settles_at.reset();
        each.failed = account.takes_planned_error("firewall");
        if (!each.failed) each.pending_changes.clear();
        return true;
    }
    for (load_balancer& each : account.load_balancers) {
        if (each.settles_at != at) continue;
        each.settles_at.reset();
        const bool fails = account.takes_planned_error("load_balancer");
        each.status = fails ? "errored" : "active";
        if (!fails && each.ip.empty()) each.ip = account.new_public_ip();
        return true;
    }
    return false;
}

} // namespace

action& begin(account_state& account, action draft, duration takes) {
    draft.id = account.new_action_id();
    draft.started_at = account.now;
    draft.settles_at = account.now + takes;
    draft.fails = account.takes_planned_error(draft.type);
    account.actions.push_back(std::move(draft));
    return account.actions.back();
}

action draft_of(const droplet& on, std::string type) {
    action draft;
    draft.type = std::move(type);
    draft.resource_id = draft.busy_droplet = on.id;
    draft.region = on.region;
    return draft;
}

void settle(account_state& account, time_point now) {
    for (auto at = account.due(); at && *at <= now; at = account.due())
        while (settle_one(account, *at)) {
        }
    account.now = now;
}

void remove_droplet(account_state& account, std::int64_t id, time_point at) {
    const droplet* const which = account.find_droplet(id);
    CHATOPS_ASSERT(which != nullptr);
    charge(account, *which, at);
    for (volume& each : account.volumes)
        if (each.droplet_id == id) each.droplet_id.reset();
    for (reserved_ip& each : account.reserved_ips)
        if (each.droplet_id == id) each.droplet_id.reset();
    for (firewall& each : account.firewalls) std::erase(each.droplet_ids, id);
    for (load_balancer& each : account.load_balancers) std::erase(each.droplet_ids, id);
    std::erase_if(account.droplets, [&](const droplet& each) { return each.id == id; });
}

image& take_image(account_state& account, const droplet& of, std::string name, std::string type,
                  time_point at) {
    image made;
    made.id = account.new_image_id();
    made.name = std::move(name);
    made.type = std::move(type);
    made.distribution = of.made_of.distribution;
    made.regions = {std::string(of.region->slug)};
    made.min_disk_gb = of.disk_gb;
    // [?] What is used of the disk.
    made.size_gb = of.made_of.size_gb + 0.1 * of.disk_gb;
    made.source_droplet = of.id;
    made.created_at = at;
    account.images.push_back(std::move(made));
    return account.images.back();
}

void add_record(account_state& account, domain& to, std::string type, std::string data) {
    domain_record made;
    made.id = account.new_record_id();
    made.type = std::move(type);
    made.name = "@";
    made.data = std::move(data);
    to.records.push_back(std::move(made));
}

void add_basic_records(account_state& account, domain& to) {
    add_record(account, to, "SOA", "1800");
    for (const char* const server :
         {"ns1.digitalocean.com", "ns2.digitalocean.com", "ns3.digitalocean.com"})
        add_record(account, to, "NS", server);
}

} // namespace chatops::mocks::digitalocean
