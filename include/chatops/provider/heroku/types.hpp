// What Heroku has, as its API shows it: applications, dynos, releases, and what belongs to an
// application. Only what is used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::heroku {

/// Something known by its name: a region, a team, a stack.
struct named {
    std::string name;

    friend bool operator==(const named&, const named&) = default;
};
BOOST_DESCRIBE_STRUCT(named, (), (name))

struct user {
    std::string email;

    friend bool operator==(const user&, const user&) = default;
};
BOOST_DESCRIBE_STRUCT(user, (), (email))

struct app {
    std::string id;
    std::string name;
    named region;
    std::optional<named> team;
    bool maintenance = false;
    std::optional<std::string> web_url;
    std::optional<user> owner;
    std::optional<named> stack;
    /// What it runs on from its next build on.
    std::optional<named> build_stack;
    time_point created_at;
    /// Nothing before its first release.
    std::optional<time_point> released_at;

    friend bool operator==(const app&, const app&) = default;
};
BOOST_DESCRIBE_STRUCT(app, (),
                      (id, name, region, team, maintenance, web_url, owner, stack, build_stack,
                       created_at, released_at))

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

/// Built code, which several releases may have.
struct slug_of_release {
    std::string id;

    friend bool operator==(const slug_of_release&, const slug_of_release&) = default;
};
BOOST_DESCRIBE_STRUCT(slug_of_release, (), (id))

/// A version of code and config vars that was made current at some time, or failed to be. The
/// address of what its release phase wrote is a credential, so it is not here.
struct release {
    std::string id;
    std::int64_t version = 0;
    std::string description;
    /// `succeeded`, `pending`, `failed`, `expired`, or what Heroku may add.
    std::string status;
    /// Whether it is the one that runs; older accounts do not say.
    std::optional<bool> current;
    std::optional<bool> eligible_for_rollback;
    heroku::user user;
    /// Nothing before the first deploy.
    std::optional<slug_of_release> slug;
    time_point created_at;

    /// Its release phase failed, or did not end in time: what ran before still runs.
    [[nodiscard]] bool has_failed() const { return status == "failed" || status == "expired"; }

    friend bool operator==(const release&, const release&) = default;
};
BOOST_DESCRIBE_STRUCT(release, (),
                      (id, version, description, status, current, eligible_for_rollback, user, slug,
                       created_at))

// ---- what belongs to an application; `path` is where, below it

struct domain {
    static constexpr std::string_view path = "/domains";

    std::string id;
    std::string hostname;
    /// `heroku` for the one that each application has, or `custom`.
    std::string kind;
    /// What its DNS record shall point to; nothing for Heroku's own.
    std::optional<std::string> cname;
    time_point created_at;

    friend bool operator==(const domain&, const domain&) = default;
};
BOOST_DESCRIBE_STRUCT(domain, (), (id, hostname, kind, cname, created_at))

struct addon {
    static constexpr std::string_view path = "/addons";

    std::string id;
    std::string name;
    named addon_service;
    /// `heroku-postgresql:essential-0`.
    named plan;
    /// `provisioning`, `provisioned`, `deprovisioned`, or what Heroku may add.
    std::string state;
    /// Names of the variables that it sets.
    std::optional<std::vector<std::string>> config_vars;
    time_point created_at;

    friend bool operator==(const addon&, const addon&) = default;
};
BOOST_DESCRIBE_STRUCT(addon, (), (id, name, addon_service, plan, state, config_vars, created_at))

struct collaborator {
    static constexpr std::string_view path = "/collaborators";

    std::string id;
    heroku::user user;
    /// `owner`, `collaborator`, or a role of a team.
    std::optional<std::string> role;
    time_point created_at;

    friend bool operator==(const collaborator&, const collaborator&) = default;
};
BOOST_DESCRIBE_STRUCT(collaborator, (), (id, user, role, created_at))

struct source_blob {
    std::optional<std::string> url;
    std::optional<std::string> version;

    friend bool operator==(const source_blob&, const source_blob&) = default;
};
BOOST_DESCRIBE_STRUCT(source_blob, (), (url, version))

struct release_of_build {
    std::string id;

    friend bool operator==(const release_of_build&, const release_of_build&) = default;
};
BOOST_DESCRIBE_STRUCT(release_of_build, (), (id))

/// Code on its way from a source to a release. The address of its output is a credential, so it is
/// not here.
struct build {
    static constexpr std::string_view path = "/builds";

    std::string id;
    /// `pending`, `succeeded`, `failed`, or what Heroku may add.
    std::string status;
    heroku::source_blob source_blob;
    heroku::user user;
    /// Nothing before it succeeded.
    std::optional<release_of_build> release;
    time_point created_at;
    time_point updated_at;

    friend bool operator==(const build&, const build&) = default;
};
BOOST_DESCRIBE_STRUCT(build, (), (id, status, source_blob, user, release, created_at, updated_at))

} // namespace chatops::heroku
