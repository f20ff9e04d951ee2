#include "mocks/rackspace/servers.hpp"

#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/routing.hpp"
#include "mocks/rackspace/views.hpp"

namespace chatops::mocks::rackspace {
namespace {

constexpr route servers_routes[] = {
    {"GET", "/", show_servers_version},
    {"GET", "/servers", list_servers},
    {"POST", "/servers", create_server},
    {"GET", "/servers/detail", list_servers_in_detail},
    {"GET", "/servers/*", show_server},
    {"PUT", "/servers/*", update_server},
    {"DELETE", "/servers/*", delete_server},
    {"POST", "/servers/*/action", act_on_server},
    {"GET", "/servers/*/ips", list_server_addresses},
    {"GET", "/servers/*/ips/*", list_server_addresses},
    {"GET", "/servers/*/metadata", show_server_metadata},
    {"POST", "/servers/*/metadata", update_server_metadata},
    {"PUT", "/servers/*/metadata", replace_server_metadata},
    {"GET", "/servers/*/metadata/*", show_server_metadata_item},
    {"PUT", "/servers/*/metadata/*", set_server_metadata_item},
    {"DELETE", "/servers/*/metadata/*", delete_server_metadata_item},
    {"GET", "/servers/*/os-instance-actions", list_instance_actions},
    {"GET", "/servers/*/os-instance-actions/*", show_instance_action},

    {"GET", "/images", list_images},
    {"GET", "/images/detail", list_images_in_detail},
    {"GET", "/images/*", show_image},
    {"DELETE", "/images/*", delete_image},

    {"GET", "/flavors", list_flavors},
    {"GET", "/flavors/detail", list_flavors_in_detail},
    {"GET", "/flavors/*", show_flavor},

    {"GET", "/os-keypairs", list_keypairs},
    {"POST", "/os-keypairs", create_keypair},
    {"GET", "/os-keypairs/*", show_keypair},
    {"DELETE", "/os-keypairs/*", delete_keypair},

    {"GET", "/limits", show_limits},
    {"GET", "/extensions", list_extensions},
};

constexpr route images_routes[] = {
    {"GET", "/images", list_glance_images},
    {"GET", "/images/*", show_glance_image},
};

} // namespace

answer serve_servers(call& from) { return run_route(servers_routes, from); }
answer serve_images(call& from) { return run_route(images_routes, from); }

} // namespace chatops::mocks::rackspace
