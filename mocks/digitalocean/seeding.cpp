// How an account comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/common/fingerprint.hpp"
#include "mocks/common/ids.hpp"
#include "mocks/digitalocean/load_balancer_settings.hpp"
#include "mocks/digitalocean/running.hpp"

#include <utility>

namespace chatops::mocks::digitalocean {
namespace {

/// Request ids are drawn from a stream of their own.
constexpr std::uint64_t apart = 0x646f2d7265717565U;

image image_of_offer(const base_image& offered, time_point since) {
    image made;
    made.id = offered.id;
    made.name = offered.name;
    made.type = "base";
    made.kind = offered.kind;
    made.distribution = offered.distribution;
    made.slug = std::string(offered.slug);
    made.description = offered.description;
    for (const region& each : regions()) made.regions.emplace_back(each.slug);
    made.min_disk_gb = offered.min_disk_gb;
    made.size_gb = offered.size_gb;
    made.created_at = since;
    return made;
}

/// Its creation is an action that ended long ago.
void add_creation(account_state& account, const droplet& of) {
    action made = draft_of(of, "create");
    made.id = account.new_action_id();
    made.status = "completed";
    made.started_at = of.created_at;
    made.completed_at = of.created_at + limits::create_droplet;
    account.actions.push_back(std::move(made));
}

void add_droplet(account_state& account, const seed_droplet& given, time_point began) {
    droplet made;
    made.id = account.new_droplet_id();
    made.name = given.name;
    made.size = find_size(given.size);
    made.region = find_region(given.region);
    const image* const of = account.find_image(std::string_view(given.image));
    CHATOPS_ASSERT(made.size != nullptr && made.region != nullptr && of != nullptr);
    made.disk_gb = made.size->disk_gb;
    made.made_of = *of;
    made.status = given.status;
    made.ignores_shutdown = given.ignores_shutdown;
    if (given.backups) made.backups = backup_policy{};
    const vpc& in = account.default_vpc(*made.region);
    made.vpc_uuid = in.id;
    made.private_ip = account.new_private_ip(in);
    made.ipv6 = given.ipv6;
    made.monitoring = given.monitoring;
    if (made.ipv6) made.public_ipv6 = account.new_public_ipv6();
    made.public_ip = account.new_public_ip();
    made.tags = given.tags;
    for (const std::string& each : given.tags) account.know_tag(each);
    made.host = static_cast<int>(account.chance().below(limits::hosts));
    made.created_at = began - given.ago;
    add_creation(account, made);
    account.droplets.push_back(std::move(made));
}

droplet& named(account_state& account, const std::string& name) {
    droplet* found = nullptr;
    for (droplet& each : account.droplets)
        if (each.name == name) found = &each;
    CHATOPS_ASSERT(found != nullptr);
    return *found;
}

void add_key(account_state& account, const seed_ssh_key& given) {
    ssh_key made{account.new_key_id(), given.name, given.public_key,
                 fingerprint_of(given.public_key)};
    CHATOPS_ASSERT(!made.fingerprint.empty());
    account.ssh_keys.push_back(std::move(made));
}

void add_domain(account_state& account, const seed_domain& given, time_point began) {
    domain made;
    made.name = given.name;
    made.serial = std::chrono::floor<std::chrono::seconds>(began.time_since_epoch()).count();
    add_basic_records(account, made);
    for (const seed_record& each : given.records) {
        std::string data = each.data;
        for (const droplet& one : account.droplets)
            if (each.type == "A" && one.name == data) data = one.public_ip;
        add_record(account, made, each.type, data);
        made.records.back().name = each.name;
        if (each.type == "MX") made.records.back().priority = each.priority;
    }
    account.domains.push_back(std::move(made));
}

void add_volume(account_state& account, const seed_volume& given, time_point began) {
    volume made;
    made.id = account.new_uuid();
    made.name = given.name;
    made.size_gb = given.size_gigabytes;
    made.region = find_region(given.region);
    CHATOPS_ASSERT(made.region != nullptr);
    made.filesystem_type = "ext4";
    made.tags = given.tags;
    for (const std::string& each : given.tags) account.know_tag(each);
    if (!given.droplet.empty()) made.droplet_id = named(account, given.droplet).id;
    made.created_at = began - std::chrono::hours(24 * 60);
    account.volumes.push_back(std::move(made));
}

void add_firewall(account_state& account, const seed_firewall& given, time_point began) {
    const array everywhere{"0.0.0.0/0", "::/0"};
    firewall made;
    made.id = account.new_uuid();
    made.name = given.name;
    made.tags = given.tags;
    for (const std::string& each : given.tcp_ports)
        made.inbound_rules.push_back(object{
            {"protocol", "tcp"}, {"ports", each}, {"sources", object{{"addresses", everywhere}}}});
    for (const char* const protocol : {"tcp", "udp", "icmp"})
        made.outbound_rules.push_back(object{{"protocol", protocol},
                                             {"ports", "0"},
                                             {"destinations", object{{"addresses", everywhere}}}});
    made.created_at = began - std::chrono::hours(24 * 80);
    account.firewalls.push_back(std::move(made));
}

void add_load_balancer(account_state& account, const seed_load_balancer& given, time_point began) {
    load_balancer made;
    made.id = account.new_uuid();
    made.name = given.name;
    made.status = "active";
    made.region = find_region(given.region);
    CHATOPS_ASSERT(made.region != nullptr);
    made.vpc_uuid = account.default_vpc(*made.region).id;
    made.ip = account.new_public_ip();
    for (const std::string& each : given.droplets)
        made.droplet_ids.push_back(named(account, each).id);
    const auto rule = [](const char* protocol, int port, bool passes) {
        return object{{"entry_protocol", protocol},
                      {"entry_port", port},
                      {"target_protocol", protocol},
                      {"target_port", port},
                      {"tls_passthrough", passes}};
    };
    array rules{rule("http", 80, false)};
    if (given.passes_https) rules.push_back(rule("https", 443, true));
    made.settings = settings_in(object{{"forwarding_rules", std::move(rules)}});
    made.created_at = began - std::chrono::hours(24 * 80);
    account.load_balancers.push_back(std::move(made));
}

void add_reserved_ip(account_state& account, const seed_reserved_ip& given) {
    const droplet& to = named(account, given.droplet);
    reserved_ip made;
    made.ip = account.new_public_ip();
    made.region = to.region;
    made.droplet_id = to.id;
    account.reserved_ips.push_back(std::move(made));
}

/// Source: as they are seen in doctl#930 and the like: one range for each region.
struct old_network {
    std::string_view region;
    std::string_view first;
};
constexpr old_network old_networks[] = {
    {"nyc1", "10.136.0.0"}, {"nyc2", "10.128.0.0"}, {"nyc3", "10.132.0.0"}, {"sfo2", "10.138.0.0"},
    {"sfo3", "10.124.0.0"}, {"ams3", "10.133.0.0"}, {"fra1", "10.135.0.0"}, {"lon1", "10.131.0.0"},
    {"sgp1", "10.130.0.0"}, {"tor1", "10.137.0.0"}, {"blr1", "10.139.0.0"}, {"syd1", "10.126.0.0"}};

void add_default_vpc(account_state& account, const region& where, time_point began) {
    vpc made;
    made.id = account.new_uuid();
    made.name = "default-" + std::string(where.slug);
    made.region = &where;
    for (const old_network& each : old_networks)
        if (each.region == where.slug) made.range = {ipv4_number(each.first), 16};
    made.is_default = true;
    made.created_at = began - std::chrono::hours(24 * 200);
    account.vpcs.push_back(std::move(made));
}

void add_vpc(account_state& account, const seed_vpc& given, std::string id, time_point began) {
    vpc made;
    made.id = std::move(id);
    made.name = given.name;
    made.region = find_region(given.region);
    const auto range = ipv4_range::parse(given.ip_range);
    CHATOPS_ASSERT(made.region != nullptr && range);
    made.range = *range;
    made.created_at = began - std::chrono::hours(24 * 80);
    account.vpcs.push_back(std::move(made));
}

void assign_named(account_state& account, const project& to, const std::string& thing) {
    const auto put = [&](const char* sort, const std::string& id) {
        put_into_project(account, urn_of(sort, id), to);
        account.assignments.back().at = to.created_at;
    };
    for (const droplet& each : account.droplets)
        if (each.name == thing) put("droplet", std::to_string(each.id));
    for (const load_balancer& each : account.load_balancers)
        if (each.name == thing) put("loadbalancer", each.id);
    for (const domain& each : account.domains)
        if (each.name == thing) put("domain", each.name);
    for (const volume& each : account.volumes)
        if (each.name == thing) put("volume", each.id);
}

void add_projects(account_state& account, const seed& given, random_source& ids, time_point began) {
    const time_point first = began - std::chrono::hours(24 * 200);
    // Source: docs.digitalocean.com, "Projects": an account begins with one of its own name.
    account.projects.push_back(
        {next_uuid(ids), given.team_name, "", "Web Application", "", true, first, first});
    for (const seed_project& each : given.projects) {
        const time_point made = began - std::chrono::hours(24 * 80);
        account.projects.push_back({next_uuid(ids), each.name, each.description, each.purpose,
                                    each.environment, false, made, made});
        for (const std::string& thing : each.things)
            assign_named(account, account.projects.back(), thing);
    }
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : token(given.token), email(given.owner_email), name(given.owner_name),
      team_name(given.team_name), droplet_limit(given.droplet_limit),
      balance_cents(given.account_balance_cents), now(began), ids_(chance),
      request_ids_(chance ^ apart), last_droplet_id_(512'000'000), last_action_id_(2'480'000'000),
      last_image_id_(178'000'000), last_key_id_(43'000'000), last_record_id_(1'750'000'000) {
    CHATOPS_ASSERT(!given.token.empty());
    uuid = new_uuid();
    team_uuid = new_uuid();
    for (const region& each : regions()) add_default_vpc(*this, each, began);
    for (const base_image& each : base_images())
        images.push_back(image_of_offer(each, began - std::chrono::hours(24 * 200)));
    for (const seed_droplet& each : given.droplets) add_droplet(*this, each, began);
    for (const seed_image& each : given.images)
        take_image(*this, named(*this, each.droplet), each.name, each.type, began - each.ago);
    for (const seed_ssh_key& each : given.ssh_keys) add_key(*this, each);
    for (const seed_domain& each : given.domains) add_domain(*this, each, began);
    for (const seed_volume& each : given.volumes) add_volume(*this, each, began);
    for (const seed_firewall& each : given.firewalls) add_firewall(*this, each, began);
    for (const seed_load_balancer& each : given.load_balancers)
        add_load_balancer(*this, each, began);
    for (const seed_reserved_ip& each : given.reserved_ips) add_reserved_ip(*this, each);
    // Drawn apart, so that whatever else there is has the same ids with them and without.
    seeded_random theirs(chance ^ apart ^ 1);
    for (const seed_vpc& each : given.vpcs) add_vpc(*this, each, next_uuid(theirs), began);
    add_projects(*this, given, theirs, began);
}

} // namespace chatops::mocks::digitalocean
