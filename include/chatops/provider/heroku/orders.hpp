// What Heroku is asked to make or to change, as its API reads it.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace chatops::heroku {

// Empty optionals are left out. Source: heroku/platform-api's schema.json.

struct app_order {
    std::string name;
    std::optional<std::string> region;
    std::optional<std::string> stack;
};
BOOST_DESCRIBE_STRUCT(app_order, (), (name, region, stack))

struct app_change {
    std::optional<std::string> name;
    std::optional<bool> maintenance;
    /// The name of a stack.
    std::optional<std::string> build_stack;
};
BOOST_DESCRIBE_STRUCT(app_change, (), (name, maintenance, build_stack))

struct domain_order {
    domain_order() = default;
    explicit domain_order(std::string host) : hostname(std::move(host)) {}

    std::string hostname;
    /// Must be there, and null leaves the certificate to Heroku.
    boost::json::value sni_endpoint = nullptr;
};
BOOST_DESCRIBE_STRUCT(domain_order, (), (hostname, sni_endpoint))

struct addon_order {
    std::string plan;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(addon_order, (), (plan, name))

struct plan_change {
    std::string plan;
};
BOOST_DESCRIBE_STRUCT(plan_change, (), (plan))

struct collaborator_order {
    std::string user;
    /// Whether Heroku writes no mail to them.
    bool silent = false;
};
BOOST_DESCRIBE_STRUCT(collaborator_order, (), (user, silent))

struct source_order {
    std::string url;
    std::optional<std::string> version;
};
BOOST_DESCRIBE_STRUCT(source_order, (), (url, version))

struct build_order {
    source_order source_blob;
};
BOOST_DESCRIBE_STRUCT(build_order, (), (source_blob))

/// A command that runs once, in a dyno of its own that nobody is attached to.
struct run_order {
    std::string command;
    std::string type = "run";
    bool attach = false;
    std::optional<std::string> size;
    /// Seconds after which Heroku ends it; a day without it.
    std::optional<std::int64_t> time_to_live;
};
BOOST_DESCRIBE_STRUCT(run_order, (), (command, type, attach, size, time_to_live))

/// The last lines of an application's log, of all of it or of some.
struct log_order {
    std::int64_t lines = 100;
    bool tail = false;
    /// `app` or `heroku`.
    std::optional<std::string> source;
    /// `web.1`.
    std::optional<std::string> dyno_name;
    /// `web`.
    std::optional<std::string> type;
};
BOOST_DESCRIBE_STRUCT(log_order, (), (lines, tail, source, dyno_name, type))

} // namespace chatops::heroku
