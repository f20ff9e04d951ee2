// What Heroku has, as its API shows it: applications, dynos, formation, releases. Only what is
// used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace chatops::heroku {

/// Something known by its name: a region, a team, a stack.
struct named {
    std::string name;

    friend bool operator==(const named&, const named&) = default;
};
BOOST_DESCRIBE_STRUCT(named, (), (name))

struct app {
    std::string id;
    std::string name;
    named region;
    std::optional<named> team;
    bool maintenance = false;
    std::optional<std::string> web_url;
    time_point created_at;
    /// Nothing before its first release.
    std::optional<time_point> released_at;

    friend bool operator==(const app&, const app&) = default;
};
BOOST_DESCRIBE_STRUCT(app, (),
                      (id, name, region, team, maintenance, web_url, created_at, released_at))

struct release_of_dyno {
    std::int64_t version = 0;

    friend bool operator==(const release_of_dyno&, const release_of_dyno&) = default;
};
BOOST_DESCRIBE_STRUCT(release_of_dyno, (), (version))

/// One running container. A restart makes another one with the same name.
struct dyno {
    std::string id;
    /// `web.1`.
    std::string name;
    /// The process type; `run` for a one-off.
    std::string type;
    std::string size;
    /// `starting`, `up`, `idle`, `crashed`, `down`, or what Heroku may add.
    std::string state;
    std::string command;
    release_of_dyno release;
    time_point created_at;
    time_point updated_at;

    friend bool operator==(const dyno&, const dyno&) = default;
};
BOOST_DESCRIBE_STRUCT(dyno, (),
                      (id, name, type, size, state, command, release, created_at, updated_at))

/// How much runs of one process type.
struct formation_entry {
    std::string type;
    std::int64_t quantity = 0;
    std::optional<std::string> size;
    std::optional<std::string> command;

    friend bool operator==(const formation_entry&, const formation_entry&) = default;
};
BOOST_DESCRIBE_STRUCT(formation_entry, (), (type, quantity, size, command))

struct user {
    std::string email;

    friend bool operator==(const user&, const user&) = default;
};
BOOST_DESCRIBE_STRUCT(user, (), (email))

/// A version of code and config vars that was made current at some time, or failed to be.
struct release {
    std::string id;
    std::int64_t version = 0;
    std::string description;
    /// `succeeded`, `pending`, `failed`, or what Heroku may add.
    std::string status;
    /// Whether it is the one that runs; older accounts do not say.
    std::optional<bool> current;
    std::optional<bool> eligible_for_rollback;
    heroku::user user;
    time_point created_at;

    friend bool operator==(const release&, const release&) = default;
};
BOOST_DESCRIBE_STRUCT(release, (),
                      (id, version, description, status, current, eligible_for_rollback, user,
                       created_at))

} // namespace chatops::heroku
