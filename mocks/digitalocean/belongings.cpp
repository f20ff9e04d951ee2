// What is in which project.
#include "chatops/core/config.hpp"
#include "mocks/digitalocean/state.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {

std::string urn_of(const char* sort, const std::string& id) {
    return std::string("do:") + sort + ':' + id;
}

std::vector<belonging> belongings(const account_state& account) {
    std::vector<belonging> all;
    for (const droplet& each : account.droplets) {
        const std::string id = std::to_string(each.id);
        all.push_back({urn_of("droplet", id), "/v2/droplets/" + id, each.created_at});
    }
    for (const load_balancer& each : account.load_balancers)
        all.push_back(
            {urn_of("loadbalancer", each.id), "/v2/load_balancers/" + each.id, each.created_at});
    for (const domain& each : account.domains)
        all.push_back({urn_of("domain", each.name), "/v2/domains/" + each.name, std::nullopt});
    for (const volume& each : account.volumes)
        all.push_back({urn_of("volume", each.id), "/v2/volumes/" + each.id, each.created_at});
    for (const reserved_ip& each : account.reserved_ips)
        all.push_back({urn_of("floatingip", each.ip), "/v2/floating_ips/" + each.ip, std::nullopt});
    return all;
}

const std::string& project_id_of(const account_state& account, const std::string& urn) {
    for (const assignment& each : account.assignments)
        if (each.urn == urn) return each.project_id;
    const auto found = std::find_if(account.projects.begin(), account.projects.end(),
                                    [](const project& each) { return each.is_default; });
    CHATOPS_ASSERT(found != account.projects.end());
    return found->id;
}

void put_into_project(account_state& account, const std::string& urn, const project& into) {
    forget_project(account, urn);
    account.assignments.push_back({urn, into.id, account.now});
}

void forget_project(account_state& account, const std::string& urn) {
    std::erase_if(account.assignments, [&](const assignment& each) { return each.urn == urn; });
}

} // namespace chatops::mocks::digitalocean
