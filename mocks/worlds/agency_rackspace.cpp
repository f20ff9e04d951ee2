#include "mocks/worlds/agency_parts.hpp"

#include <utility>

namespace chatops::mocks::worlds {

namespace {

/// What is older than the agency's droplets stayed here: search, mail, reports, files.
rackspace::seed_server cloud_server(const std::string& client, const std::string& role,
                                    const std::string& flavor) {
    rackspace::seed_server made;
    made.name = client + "-" + role;
    made.flavor = flavor;
    made.key_name = "lead";
    made.metadata = {{"client", client}};
    return made;
}

} // namespace

rackspace::seed rackspace_account() {
    rackspace::seed made;
    made.username = "agency";
    made.api_key = "0000000000000000000000000mockra9";
    made.password = "mock-agency-rackspace-password";
    made.tenant = "654321";
    made.keypairs = {{"lead", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERIT"
                              "FBUWFxgZGhscHR4f lead@agency.example"}};
    made.servers = {cloud_server("acme", "search-1", "general1-4"),
                    cloud_server("acme", "search-2", "general1-4"),
                    cloud_server("acme", "mail-1", "general1-2"),
                    cloud_server("globex", "reports-1", "general1-8"),
                    cloud_server("globex", "files-1", "5"),
                    cloud_server("initech", "batch-1", "io1-15"),
                    cloud_server("initech", "archive-1", "general1-1")};
    // Only looked at when the auditors come.
    made.servers.back().status = "SHUTOFF";
    made.images = {{"acme-mail-1 before the move", "acme-mail-1"}};
    made.load_balancers = {{"acme-search", "DFW", {"acme-search-1", "acme-search-2"}}};
    made.domains = {{"acme-mail.example",
                     "lead@agency.example",
                     {{"A", "acme-mail.example", "acme-mail-1"},
                      {"A", "mail.acme-mail.example", "acme-mail-1"},
                      {"MX", "acme-mail.example", "mail.acme-mail.example", 10}}},
                    {"globex-reports.example",
                     "lead@agency.example",
                     {{"A", "globex-reports.example", "globex-reports-1"}}}};
    return made;
}

} // namespace chatops::mocks::worlds
