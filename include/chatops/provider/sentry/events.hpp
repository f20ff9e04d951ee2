// An event of Sentry's: one error as it happened, with its stack.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::sentry {

struct tag {
    std::string key;
    std::optional<std::string> value;

    friend bool operator==(const tag&, const tag&) = default;
};
BOOST_DESCRIBE_STRUCT(tag, (), (key, value))

/// Who met it.
struct event_user {
    std::optional<std::string> id;
    std::optional<std::string> email;
    std::optional<std::string> username;
    std::optional<std::string> ip_address;

    friend bool operator==(const event_user&, const event_user&) = default;
};
BOOST_DESCRIBE_STRUCT(event_user, (), (id, email, username, ip_address))

/// A part of what a program sent: `exception`, `message`, `request`, …
struct event_entry {
    std::string type;
    boost::json::value data;

    friend bool operator==(const event_entry&, const event_entry&) = default;
};
BOOST_DESCRIBE_STRUCT(event_entry, (), (type, data))

struct event {
    /// 32 hexadecimal digits.
    std::string event_id;
    std::optional<std::string> title;
    std::optional<std::string> message;
    time_point date_created;
    /// Of its issue.
    std::optional<std::string> group_id;
    std::optional<std::vector<tag>> tags;
    std::optional<event_user> user;
    /// Only of one event that is asked for.
    std::optional<std::vector<event_entry>> entries;

    friend bool operator==(const event&, const event&) = default;
};
BOOST_DESCRIBE_STRUCT(event, (),
                      (event_id, title, message, date_created, group_id, tags, user, entries))

/// One call of a stack.
struct frame {
    std::optional<std::string> filename;
    std::optional<std::string> module;
    std::optional<std::string> function;
    std::optional<std::int64_t> line_no;
    /// Of the application itself, and not of a library.
    std::optional<bool> in_app;

    friend bool operator==(const frame&, const frame&) = default;
};
BOOST_DESCRIBE_STRUCT(frame, (), (filename, module, function, line_no, in_app))

/// The calls that led to the exception of an event, the innermost first; empty where it has none.
std::vector<frame> stack_of(const event& of);

/// The value of a tag, or empty.
std::string tag_of(const event& of, std::string_view key);

} // namespace chatops::sentry

#include CHATOPS_BODY("chatops/provider/sentry/events.ipp")
