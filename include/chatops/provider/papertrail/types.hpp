// What Papertrail has, as its API shows it: systems, groups, saved searches, and what belongs to
// the account. Only what is used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::papertrail {

/// Where lines are sent to.
struct log_address {
    std::string hostname;
    std::int64_t port = 0;
    /// Of a destination only.
    std::optional<std::string> description;

    friend bool operator==(const log_address&, const log_address&) = default;
};
BOOST_DESCRIBE_STRUCT(log_address, (), (hostname, port, description))

/// A machine or an application that sends its log.
struct system {
    static constexpr std::string_view path = "systems";
    static constexpr std::string_view member = "system";

    std::int64_t id = 0;
    std::string name;
    /// By one of both it is recognized.
    std::optional<std::string> ip_address;
    std::optional<std::string> hostname;
    /// Nothing before its first line.
    std::optional<time_point> last_event_at;
    std::optional<bool> auto_delete;
    std::optional<log_address> syslog;

    friend bool operator==(const system&, const system&) = default;
};
BOOST_DESCRIBE_STRUCT(system, (),
                      (id, name, ip_address, hostname, last_event_at, auto_delete, syslog))

/// Something known by its id and name.
struct named {
    std::int64_t id = 0;
    std::string name;

    friend bool operator==(const named&, const named&) = default;
};
BOOST_DESCRIBE_STRUCT(named, (), (id, name))

/// Systems that are searched together.
struct group {
    static constexpr std::string_view path = "groups";
    static constexpr std::string_view member = "group";

    std::int64_t id = 0;
    std::string name;
    /// Systems whose name it matches belong to it: `*prod*`.
    std::optional<std::string> system_wildcard;
    std::vector<named> systems;

    friend bool operator==(const group&, const group&) = default;
};
BOOST_DESCRIBE_STRUCT(group, (), (id, name, system_wildcard, systems))

struct saved_search {
    static constexpr std::string_view path = "searches";
    static constexpr std::string_view member = "search";

    std::int64_t id = 0;
    std::string name;
    std::string query;
    std::optional<named> group;

    friend bool operator==(const saved_search&, const saved_search&) = default;
};
BOOST_DESCRIBE_STRUCT(saved_search, (), (id, name, query, group))

/// A port at Papertrail that takes lines.
struct destination {
    static constexpr std::string_view path = "destinations";
    static constexpr std::string_view member = "destination";

    std::int64_t id = 0;
    /// Lines that match it are thrown away.
    std::optional<std::string> filter;
    log_address syslog;

    friend bool operator==(const destination&, const destination&) = default;
};
BOOST_DESCRIBE_STRUCT(destination, (), (id, filter, syslog))

struct user {
    static constexpr std::string_view path = "users";
    static constexpr std::string_view member = "user";

    std::int64_t id = 0;
    std::string email;

    friend bool operator==(const user&, const user&) = default;
};
BOOST_DESCRIBE_STRUCT(user, (), (id, email))

/// Bytes of this month, and what the plan includes.
struct usage {
    std::int64_t log_data_transfer_used = 0;
    double log_data_transfer_used_percent = 0;
    std::int64_t log_data_transfer_plan_limit = 0;
    std::int64_t log_data_transfer_hard_limit = 0;

    friend bool operator==(const usage&, const usage&) = default;
};
BOOST_DESCRIBE_STRUCT(usage, (),
                      (log_data_transfer_used, log_data_transfer_used_percent,
                       log_data_transfer_plan_limit, log_data_transfer_hard_limit))

/// A day or an hour of the log, as a file.
struct archive {
    time_point start;
    std::string filename;
    /// Bytes, squeezed; nothing where Papertrail does not say it as a number.
    std::optional<std::int64_t> filesize;
    /// Where it is downloaded, by whoever sends a token; without what may stand in for one.
    std::optional<std::string> download;

    friend bool operator==(const archive&, const archive&) = default;
};
BOOST_DESCRIBE_STRUCT(archive, (), (start, filename, filesize, download))

} // namespace chatops::papertrail
