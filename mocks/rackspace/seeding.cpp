// How an account comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/common/fingerprint.hpp"
#include "mocks/rackspace/running.hpp"

#include <chrono>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// Request ids and tokens are drawn from streams of their own.
constexpr std::uint64_t apart_requests = 0x7261782d72657175U;
constexpr std::uint64_t apart_tokens = 0x7261782d746f6b65U;

image image_of_offer(const base_image& offered, time_point since) {
    image made;
    made.id = offered.id;
    made.name = offered.name;
    made.is_public = true;
    made.os_distro = offered.os_distro;
    made.min_disk_gb = offered.min_disk_gb;
    made.min_ram_mb = offered.min_ram_mb;
    made.created = made.updated = since;
    return made;
}

const image& public_image(const account_state& account, const std::string& name) {
    const image* found = nullptr;
    for (const image& each : account.images)
        if (each.is_public && each.name == name) found = &each;
    CHATOPS_ASSERT(found != nullptr);
    return *found;
}

std::string vm_state_of(const std::string& status) {
    for (const auto& [said, state] :
         {std::pair{"SHUTOFF", "stopped"}, std::pair{"PAUSED", "paused"},
          std::pair{"SUSPENDED", "suspended"}, std::pair{"ERROR", "error"}})
        if (status == said) return state;
    return "active";
}

void add_server(account_state& account, const seed_server& given, time_point began) {
    server made;
    made.id = account.new_uuid();
    made.name = given.name;
    made.region = given.region;
    made.flavor = find_flavor(given.flavor);
    CHATOPS_ASSERT(made.flavor != nullptr);
    made.image_id = public_image(account, given.image).id;
    made.key_name = given.key_name;
    made.metadata = given.metadata;
    made.created = began - given.ago;
    made.updated = made.created + limits::build_server;
    made.host_id = account.new_uuid();
    made.vm_state = vm_state_of(given.status);
    if (given.status == "ERROR")
        made.fault =
            server_fault{given.fault.code, given.fault.message, made.updated, given.fault.details};
    else
        give_addresses(account, made);
    instance_action creation;
    creation.server_id = made.id;
    creation.request_id = account.new_request_id();
    creation.action = "create";
    creation.start = made.created;
    creation.finish = made.updated;
    account.actions.push_back(std::move(creation));
    account.servers.push_back(std::move(made));
}

void add_image(account_state& account, const seed_image& given, time_point began) {
    const server* of = nullptr;
    for (const server& each : account.servers)
        if (each.name == given.server) of = &each;
    CHATOPS_ASSERT(of != nullptr);
    image made;
    made.id = account.new_uuid();
    made.name = given.name;
    made.region = of->region;
    made.server_id = of->id;
    made.min_disk_gb = of->flavor->disk_gb;
    made.created = made.updated = began - given.ago;
    account.images.push_back(std::move(made));
}

void add_keypair(account_state& account, const seed_keypair& given, time_point began) {
    keypair made{given.name, account.region, given.public_key, fingerprint_of(given.public_key),
                 began - std::chrono::hours(24 * 200)};
    CHATOPS_ASSERT(!made.fingerprint.empty());
    account.keypairs.push_back(std::move(made));
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : username(given.username), api_key(given.api_key), password(given.password),
      passcode(given.passcode), tenant(given.tenant), region(given.region),
      is_disabled(given.is_disabled), now(began), ids_(chance),
      request_ids_(chance ^ apart_requests), token_ids_(chance ^ apart_tokens) {
    CHATOPS_ASSERT(!given.username.empty() && !given.tenant.empty());
    user_id = "10" + given.tenant;
    tokens.push_back({new_token_id(), {}, {}});
    for (const base_image& each : base_images())
        images.push_back(image_of_offer(each, began - std::chrono::hours(24 * 300)));
    for (const seed_server& each : given.servers) add_server(*this, each, began);
    for (const seed_image& each : given.images) add_image(*this, each, began);
    for (const seed_keypair& each : given.keypairs) add_keypair(*this, each, began);
    add_load_balancers(*this, given.load_balancers, began);
    add_domains(*this, given.domains, began);
}

} // namespace chatops::mocks::rackspace
