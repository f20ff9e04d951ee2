#include "mocks/digitalocean/routing.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/digitalocean/handlers.hpp"

namespace chatops::mocks::digitalocean {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word. Of two that match, the first is meant.
    std::string_view path;
    handler run;
};

constexpr route routes[] = {
    {"GET", "/v2/account", show_account},
    {"GET", "/v2/customers/my/balance", show_balance},

    {"GET", "/v2/actions", list_actions},
    {"GET", "/v2/actions/*", show_action},

    {"GET", "/v2/droplets", list_droplets},
    {"POST", "/v2/droplets", create_droplets},
    {"DELETE", "/v2/droplets", destroy_tagged_droplets},
    {"POST", "/v2/droplets/actions", act_on_tagged_droplets},
    {"GET", "/v2/droplets/*", show_droplet},
    {"DELETE", "/v2/droplets/*", destroy_droplet},
    {"GET", "/v2/droplets/*/actions", list_droplet_actions},
    {"POST", "/v2/droplets/*/actions", act_on_droplet},
    {"GET", "/v2/droplets/*/actions/*", show_droplet_action},
    {"GET", "/v2/droplets/*/kernels", list_kernels},
    {"GET", "/v2/droplets/*/snapshots", list_droplet_snapshots},
    {"GET", "/v2/droplets/backups/policies", list_backup_policies},
    {"GET", "/v2/droplets/backups/supported_policies", list_supported_backup_policies},
    {"GET", "/v2/droplets/*/backups", list_droplet_backups},
    {"GET", "/v2/droplets/*/backups/policy", show_backup_policy},
    {"GET", "/v2/droplets/*/neighbors", list_neighbors},
    {"GET", "/v2/droplets/*/firewalls", list_droplet_firewalls},
    {"GET", "/v2/reports/droplet_neighbors_ids", report_neighbors},

    {"GET", "/v2/images", list_images},
    {"POST", "/v2/images", create_image},
    {"GET", "/v2/images/*", show_image},
    {"PUT", "/v2/images/*", update_image},
    {"DELETE", "/v2/images/*", delete_image},
    {"GET", "/v2/images/*/actions", list_image_actions},
    {"POST", "/v2/images/*/actions", act_on_image},
    {"GET", "/v2/images/*/actions/*", show_image_action},

    {"GET", "/v2/sizes", list_sizes},
    {"GET", "/v2/regions", list_regions},

    {"GET", "/v2/snapshots", list_snapshots},
    {"GET", "/v2/snapshots/*", show_snapshot},
    {"DELETE", "/v2/snapshots/*", delete_snapshot},

    {"GET", "/v2/account/keys", list_ssh_keys},
    {"POST", "/v2/account/keys", create_ssh_key},
    {"GET", "/v2/account/keys/*", show_ssh_key},
    {"PUT", "/v2/account/keys/*", update_ssh_key},
    {"DELETE", "/v2/account/keys/*", delete_ssh_key},

    {"GET", "/v2/tags", list_tags},
    {"POST", "/v2/tags", create_tag},
    {"GET", "/v2/tags/*", show_tag},
    {"DELETE", "/v2/tags/*", delete_tag},
    {"POST", "/v2/tags/*/resources", tag_resources},
    {"DELETE", "/v2/tags/*/resources", untag_resources},

    {"GET", "/v2/domains", list_domains},
    {"POST", "/v2/domains", create_domain},
    {"GET", "/v2/domains/*", show_domain},
    {"DELETE", "/v2/domains/*", delete_domain},
    {"GET", "/v2/domains/*/records", list_records},
    {"POST", "/v2/domains/*/records", create_record},
    {"GET", "/v2/domains/*/records/*", show_record},
    {"PATCH", "/v2/domains/*/records/*", patch_record},
    {"PUT", "/v2/domains/*/records/*", update_record},
    {"DELETE", "/v2/domains/*/records/*", delete_record},

    {"GET", "/v2/firewalls", list_firewalls},
    {"POST", "/v2/firewalls", create_firewall},
    {"GET", "/v2/firewalls/*", show_firewall},
    {"PUT", "/v2/firewalls/*", update_firewall},
    {"DELETE", "/v2/firewalls/*", delete_firewall},
    {"POST", "/v2/firewalls/*/droplets", add_firewall_droplets},
    {"DELETE", "/v2/firewalls/*/droplets", remove_firewall_droplets},
    {"POST", "/v2/firewalls/*/tags", add_firewall_tags},
    {"DELETE", "/v2/firewalls/*/tags", remove_firewall_tags},
    {"POST", "/v2/firewalls/*/rules", add_firewall_rules},
    {"DELETE", "/v2/firewalls/*/rules", remove_firewall_rules},

    {"GET", "/v2/volumes", list_volumes},
    {"POST", "/v2/volumes", create_volume},
    {"DELETE", "/v2/volumes", delete_volume_by_name},
    {"POST", "/v2/volumes/actions", act_on_named_volume},
    {"GET", "/v2/volumes/snapshots/*", show_snapshot},
    {"DELETE", "/v2/volumes/snapshots/*", delete_snapshot},
    {"GET", "/v2/volumes/*", show_volume},
    {"DELETE", "/v2/volumes/*", delete_volume},
    {"GET", "/v2/volumes/*/snapshots", list_volume_snapshots},
    {"POST", "/v2/volumes/*/snapshots", create_volume_snapshot},
    {"GET", "/v2/volumes/*/actions", list_volume_actions},
    {"POST", "/v2/volumes/*/actions", act_on_volume},
    {"GET", "/v2/volumes/*/actions/*", show_volume_action},

    {"GET", "/v2/load_balancers", list_load_balancers},
    {"POST", "/v2/load_balancers", create_load_balancer},
    {"GET", "/v2/load_balancers/*", show_load_balancer},
    {"PUT", "/v2/load_balancers/*", update_load_balancer},
    {"DELETE", "/v2/load_balancers/*", delete_load_balancer},
    {"POST", "/v2/load_balancers/*/droplets", add_balanced_droplets},
    {"DELETE", "/v2/load_balancers/*/droplets", remove_balanced_droplets},
    {"POST", "/v2/load_balancers/*/forwarding_rules", add_forwarding_rules},
    {"DELETE", "/v2/load_balancers/*/forwarding_rules", remove_forwarding_rules},

    {"GET", "/v2/reserved_ips", list_reserved_ips},
    {"POST", "/v2/reserved_ips", create_reserved_ip},
    {"GET", "/v2/reserved_ips/*", show_reserved_ip},
    {"DELETE", "/v2/reserved_ips/*", delete_reserved_ip},
    {"GET", "/v2/reserved_ips/*/actions", list_reserved_ip_actions},
    {"POST", "/v2/reserved_ips/*/actions", act_on_reserved_ip},
    {"GET", "/v2/reserved_ips/*/actions/*", show_reserved_ip_action},
    // What they were called before 2022; older clients still do.
    {"GET", "/v2/floating_ips", list_reserved_ips},
    {"POST", "/v2/floating_ips", create_reserved_ip},
    {"GET", "/v2/floating_ips/*", show_reserved_ip},
    {"DELETE", "/v2/floating_ips/*", delete_reserved_ip},
    {"GET", "/v2/floating_ips/*/actions", list_reserved_ip_actions},
    {"POST", "/v2/floating_ips/*/actions", act_on_reserved_ip},
    {"GET", "/v2/floating_ips/*/actions/*", show_reserved_ip_action},

    {"GET", "/v2/vpcs", list_vpcs},
    {"POST", "/v2/vpcs", create_vpc},
    {"GET", "/v2/vpcs/*", show_vpc},
    {"PUT", "/v2/vpcs/*", update_vpc},
    {"PATCH", "/v2/vpcs/*", patch_vpc},
    {"DELETE", "/v2/vpcs/*", delete_vpc},
    {"GET", "/v2/vpcs/*/members", list_vpc_members},

    {"GET", "/v2/projects", list_projects},
    {"POST", "/v2/projects", create_project},
    {"GET", "/v2/projects/*", show_project},
    {"PUT", "/v2/projects/*", update_project},
    {"PATCH", "/v2/projects/*", patch_project},
    {"DELETE", "/v2/projects/*", delete_project},
    {"GET", "/v2/projects/*/resources", list_project_resources},
    {"POST", "/v2/projects/*/resources", assign_project_resources},
};

} // namespace

matched find_route(std::string_view method, std::string_view path) {
    const std::vector<std::string_view> words = path_words(path);
    matched found;
    for (const route& each : routes) {
        if (!path_matches(each.path, words)) continue;
        if (found.run == nullptr && each.method == method) {
            found.run = each.run;
            found.words = path_parameters(each.path, words);
        }
        found.methods += (found.methods.empty() ? "" : ", ") + std::string(each.method);
    }
    return found;
}

} // namespace chatops::mocks::digitalocean
