// All that an account at Papertrail holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/papertrail/event_log.hpp"
#include "mocks/papertrail/rate.hpp"
#include "mocks/papertrail/seed.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::papertrail {

/// Who sends lines, recognized by hostname or address.
struct system {
    std::int64_t id = 0;
    std::string name;
    std::optional<std::string> hostname = {};
    std::optional<std::string> ip_address = {};
    bool auto_delete = false;
    int port = 0;

    /// Where its lines come from.
    [[nodiscard]] std::string address() const { return ip_address.value_or("203.0.113.9"); }
};

struct group {
    std::int64_t id = 0;
    std::string name;
    /// `*prod*`; empty for none.
    std::string system_wildcard;
    std::vector<std::int64_t> system_ids = {};
};

struct saved_search {
    std::int64_t id = 0;
    std::string name;
    std::string query;
    std::int64_t group_id = 0;
};

struct destination {
    std::int64_t id = 0;
    int port = 0;
    std::string description;
    std::string filter;
};

struct member {
    std::int64_t id = 0;
    std::string email;
    bool read_only = false;
    bool is_owner = false;
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    seed given;
    time_point began;
    std::vector<papertrail::system> systems;
    std::vector<papertrail::group> groups;
    std::vector<saved_search> searches;
    std::vector<destination> destinations;
    std::vector<member> members;
    event_log log;
    rate_window rate;

    /// They grow, and leave gaps.
    std::int64_t new_id();
    std::string new_request_id();
    /// A port of the account's that no destination has.
    int new_port();

    [[nodiscard]] const papertrail::system* find_system(std::int64_t id) const;
    /// By id, or else by name.
    papertrail::system* find_system(std::string_view id_or_name);
    papertrail::group* find_group(std::string_view id);
    [[nodiscard]] bool is_member(const papertrail::group& of, const papertrail::system& each) const;
    /// The one that sends under this name; one that is not known yet is recognized.
    papertrail::system& sender(std::string_view name);

  private:
    seeded_random ids_;
    seeded_random request_ids_;
    std::int64_t last_id_ = 0;
};

} // namespace chatops::mocks::papertrail
