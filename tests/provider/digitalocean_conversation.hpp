// A conversation with DigitalOcean that a test writes down, and the bodies it answers with.
#pragma once

#include "chatops/provider/digitalocean/client.hpp"
#include "support/provider_conversation.hpp"

#include <string>
#include <vector>

namespace chatops::digitalocean {

using namespace std::chrono_literals;

using support::happened;
using support::nothing_happened;

inline const std::string html = "<!DOCTYPE html><html><body>Bad gateway</body></html>";

/// As the API shows one, with members that we do not know.
inline std::string droplet_json(int id, const std::string& name,
                                const std::string& status = "active") {
    return R"({"id":)" + std::to_string(id) + R"(,"name":")" + name + R"(","status":")" + status +
           R"(","memory":1024,"vcpus":1,"disk":25,"locked":false,"kernel":null,"size_slug":)"
           R"("s-1vcpu-1gb","size":{"slug":"s-1vcpu-1gb"},"region":{"slug":"fra1","name":"Frankfurt 1",)"
           R"("features":[],"available":true,"sizes":[]},"networks":{"v4":[{"ip_address":"10.0.0.7",)"
           R"("netmask":"255.255.0.0","gateway":"10.0.0.1","type":"private"},{"ip_address":)"
           R"("203.0.113.7","netmask":"255.255.255.0","gateway":"203.0.113.1","type":"public"}],)"
           R"("v6":[]},"image":{"id":7,"name":"24.04 (LTS) x64","distribution":"Ubuntu","slug":)"
           R"("ubuntu-24-04-x64","public":true,"min_disk_size":7,"size_gigabytes":0.5},"tags":["web"],)"
           R"("backup_ids":[],"snapshot_ids":[],"volume_ids":[],"features":[],)"
           R"("next_backup_window":null,"created_at":"2024-02-01T09:00:00Z"})";
}

inline std::string action_json(int id, const std::string& type, const std::string& status,
                               const std::string& started = "2024-02-29T12:00:00Z") {
    return R"({"id":)" + std::to_string(id) + R"(,"status":")" + status + R"(","type":")" + type +
           R"(","started_at":")" + started +
           R"(","completed_at":null,"resource_id":1,"resource_type":"droplet","region_slug":"fra1"})";
}

/// A page of a list; `more` says that it has a next one.
inline std::string page_json(const std::string& key, const std::string& items, bool more = false) {
    const std::string links =
        more ? R"({"pages":{"next":"https://elsewhere.example/v2/x?page=2"}})" : "{}";
    return "{\"" + key + "\":[" + items + R"(],"links":)" + links + R"(,"meta":{"total":1}})";
}

/// A client of DigitalOcean, and the script of what it asks and is answered.
class digitalocean_client : public support::provider_conversation<client> {
  protected:
    digitalocean_client()
        : provider_conversation("https://api.digitalocean.com", "dop_v1_very-secret") {}
};

} // namespace chatops::digitalocean
