// All that a Heroku account holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/heroku/drains.hpp"
#include "mocks/heroku/errors.hpp"
#include "mocks/heroku/pipelines.hpp"
#include "mocks/heroku/seed.hpp"
#include "mocks/heroku/sizes.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

using variables = std::map<std::string, std::string, std::less<>>;

struct person {
    std::string id;
    std::string email;
};

/// A process type: how many of it should run, and at which size.
struct process {
    std::string id;
    std::string type;
    std::string command;
    int quantity = 0;
    const dyno_size* size = nullptr;
    time_point created_at;
    time_point updated_at;
};

struct dyno {
    std::string id;
    std::string type;
    int number = 1;
    std::string command;
    const dyno_size* size = nullptr;
    /// `starting`, `up`, `idle`, `crashed` or `down`.
    std::string state = "starting";
    std::string release_id;
    int release_version = 0;
    bool one_off = false;
    std::optional<std::string> attach_url;
    std::optional<duration> time_to_live;
    /// It ends because its time is up, and not by itself.
    bool is_cut_off = false;
    time_point created_at;
    time_point updated_at;
    /// When its state changes by itself.
    std::optional<time_point> changes_at;

    /// `web.1`.
    [[nodiscard]] std::string name() const { return type + '.' + std::to_string(number); }
};

/// A built version of the code.
struct slug {
    std::string id;
    std::string commit;
    std::map<std::string, std::string> process_types;
    std::string stack;
    time_point created_at;
};

struct release {
    std::string id;
    int version = 1;
    std::string description;
    /// `pending`, `succeeded`, `failed` or `expired`.
    std::string status = "pending";
    person user;
    /// Empty before the first deploy.
    std::string slug_id;
    variables config_vars;
    std::vector<std::string> addon_plans;
    bool has_output = false;
    time_point created_at;
    time_point updated_at;
    std::optional<time_point> settles_at;
};

struct build {
    std::string id;
    std::string status = "pending";
    std::string source_url;
    std::optional<std::string> source_version;
    std::optional<std::string> source_checksum;
    std::optional<std::string> release_id;
    std::optional<std::string> slug_id;
    person user;
    time_point created_at;
    time_point updated_at;
    std::optional<time_point> settles_at;
};

struct collaborator {
    std::string id;
    person user;
    std::string role = "collaborator";
    time_point created_at;
};

struct domain {
    std::string id;
    std::string hostname;
    std::string kind = "custom";
    std::optional<std::string> cname;
    time_point created_at;
    /// Of its certificate.
    std::optional<std::string> sni_endpoint;
};

struct addon {
    std::string id;
    std::string name;
    std::string plan;
    std::string plan_id;
    std::string service_id;
    std::vector<std::string> config_vars;
    time_point created_at;
    time_point updated_at;
    /// `provisioning` or `provisioned`.
    std::string state = "provisioned";
    std::optional<time_point> settles_at;
};

/// A line of log: `2012-01-01T12:00:00.000000+00:00 heroku[web.1]: State changed from starting to
/// up`.
struct log_line {
    time_point at;
    /// `app` or `heroku`.
    std::string source;
    /// `web.1`, or `api`.
    std::string process;
    std::string text;
};

/// What a log session was asked to show.
struct log_session {
    std::string id;
    /// Goes on after the last line.
    bool tail = false;
    std::size_t lines = 0;
    std::string source;
    std::string dyno_name;
    std::string type;
    time_point created_at;
};

struct app {
    std::string id;
    std::string name;
    const heroku::region* region = nullptr;
    std::string stack;
    std::string build_stack;
    bool maintenance = false;
    time_point created_at;
    time_point updated_at;
    std::optional<time_point> released_at;
    /// The release that runs; empty only while the app is being made.
    std::string current_release_id;

    std::vector<process> formation;
    std::vector<dyno> dynos;
    /// By version, oldest first.
    std::vector<release> releases;
    std::vector<slug> slugs;
    std::vector<build> builds;
    std::vector<collaborator> collaborators;
    std::vector<domain> domains;
    std::vector<addon> addons;
    /// Names of those that are on, and since when.
    std::map<std::string, time_point, std::less<>> features;
    std::vector<log_drain> drains;
    std::vector<webhook> webhooks;
    std::deque<log_line> log;
    /// Lines ever written, those that are not kept any more included.
    std::uint64_t log_written = 0;
    /// Its web dynos serve requests, and write of each.
    bool is_visited = false;
    bool needs_second_factor = false;
    bool is_private = false;
    std::vector<log_session> log_sessions;

    /// The newest release that did not fail: what the next one builds on.
    [[nodiscard]] const release& newest() const;
    [[nodiscard]] const release& current() const;
    [[nodiscard]] process* find_process(std::string_view id_or_type);
    [[nodiscard]] slug* find_slug(std::string_view slug_id);
    /// By id or version, with or without the `v`.
    [[nodiscard]] release* find_release(std::string_view id_or_version);
};

/// A pool of requests that fills again as time passes.
struct rate_pool {
    int tokens = 0;
    time_point filled_at;

    void fill(time_point now);
    /// False if there is none left.
    bool take(time_point now);
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    person owner;
    std::string token;
    time_point created_at;
    /// Since when its bill is not paid.
    std::optional<time_point> delinquent_at;
    std::vector<app> apps;
    std::vector<pipeline> pipelines;
    std::vector<coupling> couplings;
    std::vector<promotion> promotions;
    rate_pool rate;

    /// A UUID for a thing of the account.
    std::string new_id();
    /// Drawn apart, so that things keep their ids however often someone looks at them.
    std::string new_request_id();
    random_source& chance() { return ids_; }
    /// Drawn apart: whether somebody reads the log changes nothing else.
    random_source& visits() { return visits_; }

    /// By id or name; refuses with 404 when there is none.
    app& app_of(std::string_view id_or_name);
    app* find_app(std::string_view id_or_name);
    [[nodiscard]] const app* find_app(std::string_view id_or_name) const;
    /// The person with that address: the owner, or someone made up from it, always the same.
    [[nodiscard]] person person_of(std::string_view email) const;

    /// Refuses with 402 where something costs and the bill is not paid.
    void check_paid(int price_cents) const;

    /// The next moment at which something happens by itself.
    [[nodiscard]] std::optional<time_point> due() const;

  private:
    seeded_random ids_;
    seeded_random request_ids_;
    seeded_random visits_;
};

} // namespace chatops::mocks::heroku
