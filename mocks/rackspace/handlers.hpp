// Every operation of Cloud Servers that this mock has, one function each; servers.cpp says which
// path is whose.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

// server_lists.cpp
answer show_servers_version(call& from);
answer list_servers(call& from);
answer list_servers_in_detail(call& from);
answer show_server(call& from);
answer list_server_addresses(call& from);

// server_creation.cpp
answer create_server(call& from);

// server_changes.cpp
answer update_server(call& from);
answer delete_server(call& from);
answer show_server_metadata(call& from);
answer update_server_metadata(call& from);
answer replace_server_metadata(call& from);
answer show_server_metadata_item(call& from);
answer set_server_metadata_item(call& from);
answer delete_server_metadata_item(call& from);

// server_actions.cpp
answer act_on_server(call& from);

// instance_actions.cpp
answer list_instance_actions(call& from);
answer show_instance_action(call& from);

// images.cpp
answer list_images(call& from);
answer list_images_in_detail(call& from);
answer show_image(call& from);
answer delete_image(call& from);
answer list_glance_images(call& from);
answer show_glance_image(call& from);

// flavors.cpp
answer list_flavors(call& from);
answer list_flavors_in_detail(call& from);
answer show_flavor(call& from);

// keypairs.cpp
answer list_keypairs(call& from);
answer create_keypair(call& from);
answer show_keypair(call& from);
answer delete_keypair(call& from);

// account_limits.cpp
answer show_limits(call& from);
answer list_extensions(call& from);

} // namespace chatops::mocks::rackspace
