#include "mocks/worlds/agency_parts.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

namespace {

papertrail::seed_system sender(const std::string& name, std::vector<std::string> programs) {
    papertrail::seed_system made;
    made.name = name;
    made.hostname = name + ".agency.example";
    made.programs = std::move(programs);
    return made;
}

} // namespace

/// All servers send their logs, and no two clients' stand in one group.
papertrail::seed papertrail_account() {
    papertrail::seed made;
    made.token = "0000000000mockpapertrail9";
    made.owner_email = "lead@agency.example";
    made.users = {"dev@agency.example"};
    made.destinations = {{39'273, "servers"}};
    for (const std::string client : {"acme", "globex", "initech"}) {
        made.systems.push_back(sender(client + "-web-1", {"nginx", "rails"}));
        made.systems.push_back(sender(client + "-db-1", {"postgres"}));
        made.systems.push_back(sender(client + "-staging-1", {"sidekiq", "sshd"}));
        made.groups.push_back({client, client + "-*"});
    }
    made.groups.push_back({"Databases", "*-db-*"});
    made.searches = {{"Failed requests", "program:nginx 502"},
                     {"Slow queries", "program:postgres duration", "Databases"}};
    made.lines_a_minute = 40;
    made.written_since = std::chrono::hours(30);
    made.used_bytes = 412'000'000;
    return made;
}

} // namespace chatops::mocks::worlds
