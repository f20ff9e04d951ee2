// How an account comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/common/ids.hpp"
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
    made.ipv6 = given.ipv6;
    made.monitoring = given.monitoring;
    made.private_ip = account.new_private_ip();
    if (made.ipv6) made.public_ipv6 = account.new_public_ipv6();
    made.public_ip = account.new_public_ip();
    made.tags = given.tags;
    for (const std::string& each : given.tags) account.know_tag(each);
    made.vpc_uuid = account.vpc_of(*made.region);
    made.host = static_cast<int>(account.chance().below(limits::hosts));
    made.created_at = began - given.ago;
    add_creation(account, made);
    account.droplets.push_back(std::move(made));
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : token(given.token), email(given.owner_email), name(given.owner_name),
      team_name(given.team_name), droplet_limit(given.droplet_limit),
      balance_cents(given.account_balance_cents), now(began), ids_(chance),
      request_ids_(chance ^ apart), last_droplet_id_(512'000'000), last_action_id_(2'480'000'000),
      last_image_id_(178'000'000) {
    CHATOPS_ASSERT(!given.token.empty());
    uuid = new_uuid();
    team_uuid = new_uuid();
    for (const region& each : regions()) vpcs_[std::string(each.slug)] = new_uuid();
    for (const base_image& each : base_images())
        images.push_back(image_of_offer(each, began - std::chrono::hours(24 * 200)));
    for (const seed_droplet& each : given.droplets) add_droplet(*this, each, began);
}

} // namespace chatops::mocks::digitalocean
