// What Papertrail is asked to make or to change, as it reads it.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::papertrail {

/// A system that is not recognized by itself: by its hostname, at a destination of the account, or
/// by its address.
struct system_order {
    std::string name;
    std::optional<std::string> hostname;
    std::optional<std::string> ip_address;
};
BOOST_DESCRIBE_STRUCT(system_order, (), (name, hostname, ip_address))

/// By what one is recognized from then on; an empty text for what it is not recognized by any more.
struct system_change {
    std::optional<std::string> hostname;
    std::optional<std::string> ip_address;
};
BOOST_DESCRIBE_STRUCT(system_change, (), (hostname, ip_address))

/// Only what is given changes.
struct name_change {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(name_change, (), (name))

struct group_order {
    std::string name;
    std::optional<std::string> system_wildcard;
    std::optional<std::vector<std::int64_t>> system_ids;
};
BOOST_DESCRIBE_STRUCT(group_order, (), (name, system_wildcard, system_ids))

struct search_save {
    std::string name;
    std::string query;
    std::optional<std::int64_t> group_id;
};
BOOST_DESCRIBE_STRUCT(search_save, (), (name, query, group_id))

struct wildcard_change {
    /// Empty for none.
    std::string system_wildcard;
};
BOOST_DESCRIBE_STRUCT(wildcard_change, (), (system_wildcard))

struct search_change {
    std::optional<std::string> query;
    std::optional<std::int64_t> group_id;
};
BOOST_DESCRIBE_STRUCT(search_change, (), (query, group_id))

/// To make one, and to change one; an empty text for none.
struct destination_order {
    std::optional<std::string> description;
    std::optional<std::string> filter;
};
BOOST_DESCRIBE_STRUCT(destination_order, (), (description, filter))

struct invitation {
    std::string email;
    bool read_only = false;
};
BOOST_DESCRIBE_STRUCT(invitation, (), (email, read_only))

} // namespace chatops::papertrail
