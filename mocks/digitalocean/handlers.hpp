// Every operation of the API that this mock has, one function each; routing.cpp says which path is
// whose.
#pragma once

#include "mocks/digitalocean/call.hpp"

namespace chatops::mocks::digitalocean {

// account.cpp
answer show_account(call& from);
answer show_balance(call& from);

// actions.cpp
answer list_actions(call& from);
answer show_action(call& from);
answer list_droplet_actions(call& from);
answer show_droplet_action(call& from);

// droplets.cpp
answer list_droplets(call& from);
answer show_droplet(call& from);
answer destroy_droplet(call& from);
answer destroy_tagged_droplets(call& from);

// droplet_creation.cpp
answer create_droplets(call& from);

// droplet_actions.cpp
answer act_on_droplet(call& from);
answer act_on_tagged_droplets(call& from);

// catalog.cpp
answer list_sizes(call& from);
answer list_regions(call& from);

// droplet_parts.cpp
answer list_kernels(call& from);
answer list_droplet_snapshots(call& from);
answer list_droplet_backups(call& from);
answer list_neighbors(call& from);
answer report_neighbors(call& from);
answer list_droplet_firewalls(call& from);
answer show_backup_policy(call& from);
answer list_backup_policies(call& from);
answer list_supported_backup_policies(call& from);

// images.cpp
answer list_images(call& from);
answer show_image(call& from);
answer create_image(call& from);
answer update_image(call& from);
answer delete_image(call& from);
answer act_on_image(call& from);
answer list_image_actions(call& from);
answer show_image_action(call& from);

// snapshots.cpp
answer list_snapshots(call& from);
answer show_snapshot(call& from);
answer delete_snapshot(call& from);

// ssh_keys.cpp
answer list_ssh_keys(call& from);
answer show_ssh_key(call& from);
answer create_ssh_key(call& from);
answer update_ssh_key(call& from);
answer delete_ssh_key(call& from);

// tags.cpp
answer list_tags(call& from);
answer show_tag(call& from);
answer create_tag(call& from);
answer delete_tag(call& from);
answer tag_resources(call& from);
answer untag_resources(call& from);

// domains.cpp
answer change_record(call& from);
answer list_domains(call& from);
answer show_domain(call& from);
answer create_domain(call& from);
answer delete_domain(call& from);
answer list_records(call& from);
answer show_record(call& from);
answer create_record(call& from);
answer patch_record(call& from);
answer update_record(call& from);
answer delete_record(call& from);

// firewalls.cpp
answer list_firewalls(call& from);
answer show_firewall(call& from);
answer create_firewall(call& from);
answer update_firewall(call& from);
answer delete_firewall(call& from);
answer add_firewall_droplets(call& from);
answer remove_firewall_droplets(call& from);
answer add_firewall_tags(call& from);
answer remove_firewall_tags(call& from);
answer add_firewall_rules(call& from);
answer remove_firewall_rules(call& from);

// volumes.cpp
answer list_volumes(call& from);
answer show_volume(call& from);
answer create_volume(call& from);
answer delete_volume(call& from);
answer delete_volume_by_name(call& from);
answer list_volume_snapshots(call& from);
answer create_volume_snapshot(call& from);

// volume_actions.cpp
answer act_on_volume(call& from);
answer act_on_named_volume(call& from);
answer list_volume_actions(call& from);
answer show_volume_action(call& from);

// load_balancers.cpp
answer list_load_balancers(call& from);
answer show_load_balancer(call& from);
answer create_load_balancer(call& from);
answer update_load_balancer(call& from);
answer delete_load_balancer(call& from);
answer add_balanced_droplets(call& from);
answer remove_balanced_droplets(call& from);
answer add_forwarding_rules(call& from);
answer remove_forwarding_rules(call& from);

// reserved_ips.cpp
answer list_reserved_ips(call& from);
answer show_reserved_ip(call& from);
answer create_reserved_ip(call& from);
answer delete_reserved_ip(call& from);
answer act_on_reserved_ip(call& from);
answer list_reserved_ip_actions(call& from);
answer show_reserved_ip_action(call& from);

// vpcs.cpp
answer list_vpcs(call& from);
answer show_vpc(call& from);
answer create_vpc(call& from);
answer update_vpc(call& from);
answer patch_vpc(call& from);
answer delete_vpc(call& from);
answer list_vpc_members(call& from);

// projects.cpp
answer list_projects(call& from);
answer show_project(call& from);
answer create_project(call& from);
answer update_project(call& from);
answer patch_project(call& from);
answer delete_project(call& from);
answer list_project_resources(call& from);
answer assign_project_resources(call& from);

} // namespace chatops::mocks::digitalocean
