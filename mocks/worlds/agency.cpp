#include "mocks/worlds/agency.hpp"

#include "mocks/worlds/agency_parts.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

// Credentials have the vendors' shapes, and say that they open nothing.
constexpr const char* bot_token = "xoxb-1000000000001-1000000000002-mockagencyopsbottoken000";
constexpr const char* app_token = "xapp-1-A0OPSAPP01-1000000000003-mockagencyopsapptoken000";
constexpr const char* signing_secret = "0123456789abcdef0123456789abcdef";
constexpr const char* client_secret = "00000000000000000000000000000c1d";
constexpr const char* verification_token = "mockagencyverificationtk";
constexpr const char* digitalocean_token =
    "dop_v1_00000000000000000000000000000000000000000000000000000000mockd0a9";
constexpr const char* heroku_token = "HRKU-00000000-0000-4000-8000-0000000a9e2c";

slack::seed slack_workspace() {
    slack::seed made;
    made.team_id = "T0AGENCY01";
    made.team_name = "Agency";
    made.team_domain = "agency";
    made.users = {
        {"U0LEAD0001", "lead", "Lea Dorn", "lead@agency.example"},
        {"U0DEV00001", "dev", "Devi Nair", "dev@agency.example"},
        {"U0PM000001", "pm", "Pim Maas", "pm@agency.example"},
        {"U0GUEST001", "guest", "Gus Estrada", "guest@client.example"},
    };
    made.channels = {
        {"C0GENERAL1", "general"}, {"C0OPS00001", "ops"},     {"C0ACME0001", "acme"},
        {"C0GLOBEX01", "globex"},  {"C0INITECH1", "initech"},
    };
    // Someone must find out what happens where the bot was not invited.
    made.channels.front().has_bot = false;
    slack::seed_app& app = made.app;
    app.id = "A0OPSAPP01";
    app.name = "ops";
    app.bot_user_id = "U0OPSBOT01";
    app.bot_id = "B0OPSBOT01";
    app.bot_token = bot_token;
    app.app_token = app_token;
    app.signing_secret = signing_secret;
    app.verification_token = verification_token;
    app.client_id = "1000000000001.1000000000004";
    app.client_secret = client_secret;
    app.redirect_urls = {"https://bot.agency.example/slack/installed"};
    app.commands = {{"/ops"}};
    app.shortcuts = {{"What about this?", "chatops_about_this"}};
    return made;
}

heroku::seed_app production(const std::string& client, int web, int worker) {
    heroku::seed_app made;
    made.name = client;
    made.is_visited = true;
    made.formation = {{"web", web, "bin/rails server -p $PORT", "standard-1x"},
                      {"worker", worker, "bundle exec sidekiq", "standard-1x"}};
    made.config_vars = {{"RAILS_ENV", "production"},
                        {"SECRET_KEY_BASE", "mock-" + client + "-production-key"}};
    made.releases = {
        {"Initial release", "succeeded", std::chrono::hours(24 * 90)},
        {"Deploy 4e1b2c7d", "succeeded", std::chrono::hours(24 * 30)},
        {"Set RAILS_ENV config vars", "succeeded", std::chrono::hours(24 * 29)},
        {"Deploy 9a7f3b52", "succeeded", std::chrono::hours(24 * 3)},
        {"Deploy c05d81e6", "succeeded", std::chrono::hours(5), "dev@agency.example"},
    };
    made.collaborators = {"dev@agency.example"};
    made.domains = {"www." + client + ".example"};
    made.addons = {
        {"heroku-postgresql:essential-0", "postgresql-" + client + "-10001", {"DATABASE_URL"}}};
    return made;
}

heroku::seed_app staging(const std::string& client) {
    heroku::seed_app made;
    made.name = client + "-staging";
    made.formation = {{"web", 1, "bin/rails server -p $PORT", "basic"},
                      {"worker", 0, "bundle exec sidekiq", "basic"}};
    made.config_vars = {{"RAILS_ENV", "staging"},
                        {"SECRET_KEY_BASE", "mock-" + client + "-staging-key"}};
    made.releases = {
        {"Initial release", "succeeded", std::chrono::hours(24 * 88)},
        {"Deploy 9a7f3b52", "succeeded", std::chrono::hours(24 * 4)},
        {"Deploy c05d81e6", "succeeded", std::chrono::hours(26), "dev@agency.example"},
        {"Deploy f2e94a18", "succeeded", std::chrono::hours(2), "dev@agency.example"},
    };
    made.collaborators = {"dev@agency.example"};
    return made;
}

heroku::seed heroku_account() {
    heroku::seed made;
    made.token = heroku_token;
    made.owner_email = "lead@agency.example";
    made.apps = {production("acme", 2, 1),    staging("acme"),
                 production("globex", 1, 1),  staging("globex"),
                 production("initech", 4, 2), staging("initech")};
    made.pipelines = {{"acme", {{"acme-staging", "staging"}, {"acme", "production"}}}};
    made.apps.front().drains = {"https://acme:mock-acme-drain-password@logs.agency.example/acme"};
    return made;
}

digitalocean::seed_droplet droplet(const std::string& client, const std::string& role,
                                   const std::string& size) {
    digitalocean::seed_droplet made;
    made.name = client + "-" + role;
    made.size = size;
    const std::string work = role.substr(0, role.rfind('-'));
    made.tags = {client, work == "staging" ? "env:staging" : "env:production", work};
    // Only what cannot be made again is backed up.
    made.backups = work == "db";
    return made;
}

/// What a client has, all in one region.
struct rented {
    const char* client;
    const char* region;
    std::vector<digitalocean::seed_droplet> droplets;
};

std::vector<rented> rented_servers() {
    return {{"acme",
             "fra1",
             {droplet("acme", "web-1", "s-2vcpu-4gb"), droplet("acme", "web-2", "s-2vcpu-4gb"),
              droplet("acme", "db-1", "s-4vcpu-8gb"), droplet("acme", "staging-1", "s-1vcpu-2gb")}},
            {"globex",
             "nyc3",
             {droplet("globex", "web-1", "s-1vcpu-2gb"), droplet("globex", "db-1", "s-2vcpu-4gb"),
              droplet("globex", "staging-1", "s-1vcpu-1gb")}},
            {"initech",
             "lon1",
             {droplet("initech", "web-1", "c-2"), droplet("initech", "web-2", "c-2"),
              droplet("initech", "web-3", "c-2"), droplet("initech", "worker-1", "s-2vcpu-4gb"),
              droplet("initech", "db-1", "s-8vcpu-16gb"),
              droplet("initech", "staging-1", "s-1vcpu-2gb")}}};
}

/// What is beside the droplets: an address, a zone, a disk and rules for each client.
void add_belongings(digitalocean::seed& to, const rented& of) {
    const std::string client = of.client;
    to.domains.push_back({client + ".example",
                          {{"A", "@", client + "-web-1"},
                           {"A", "www", client + "-web-1"},
                           {"A", "staging", client + "-staging-1"}}});
    to.volumes.push_back({client + "-db-data", of.region, 100, client + "-db-1", {client}});
    to.firewalls.push_back({client + "-web", {client}, {"22", "80", "443"}});
    to.images.push_back(
        {client + "-db-1-backup", client + "-db-1", "backup", std::chrono::hours(15)});
}

/// What of the account is that client's.
digitalocean::seed_project project_of(const rented& of, const digitalocean::seed& in) {
    const std::string client = of.client;
    digitalocean::seed_project made;
    made.name = client;
    made.description = "All that runs for " + client;
    made.things = {client + ".example", client + "-db-data"};
    for (const digitalocean::seed_droplet& each : of.droplets) made.things.push_back(each.name);
    for (const digitalocean::seed_load_balancer& each : in.load_balancers)
        if (each.name == client + "-front") made.things.push_back(each.name);
    return made;
}

digitalocean::seed digitalocean_account() {
    digitalocean::seed made;
    made.token = digitalocean_token;
    made.owner_email = "lead@agency.example";
    made.owner_name = "Lea Dorn";
    made.team_name = "Agency";
    for (const rented& each : rented_servers())
        for (digitalocean::seed_droplet droplet : each.droplets) {
            droplet.region = each.region;
            // Nobody has needed it since the last release.
            if (droplet.name == "globex-staging-1") droplet.status = "off";
            made.droplets.push_back(std::move(droplet));
        }
    for (const rented& each : rented_servers()) add_belongings(made, each);
    made.images.push_back({"acme-web-1-before-relaunch", "acme-web-1"});
    made.ssh_keys = {{"lead", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERIT"
                              "FBUWFxgZGhscHR4f lead@agency.example"}};
    made.load_balancers = {
        {"acme-front", "fra1", {"acme-web-1", "acme-web-2"}},
        {"initech-front", "lon1", {"initech-web-1", "initech-web-2", "initech-web-3"}, true}};
    made.reserved_ips = {{"globex-web-1"}};
    for (const rented& each : rented_servers()) made.projects.push_back(project_of(each, made));
    return made;
}

/// The droplets of that client, by name.
std::vector<std::string> droplets_of(const std::string& client, const digitalocean::seed& from) {
    std::vector<std::string> names;
    for (const digitalocean::seed_droplet& each : from.droplets)
        if (each.tags.front() == client) names.push_back(each.name);
    return names;
}

/// The same of its servers at Rackspace.
std::vector<std::string> servers_of(const std::string& client, const rackspace::seed& from) {
    std::vector<std::string> names;
    for (const rackspace::seed_server& each : from.servers)
        if (each.metadata.at("client") == client) names.push_back(each.name);
    return names;
}

} // namespace

world agency() {
    world made;
    made.name = "agency";
    made.people = {{"lead", "U0LEAD0001", {"lead"}},
                   {"dev", "U0DEV00001", {"dev"}},
                   {"pm", "U0PM000001", {"pm"}, "Europe/Amsterdam"},
                   {"guest", "U0GUEST001", {}}};
    made.digitalocean = digitalocean_account();
    made.rackspace = rackspace_account();
    for (const char* const client : {"acme", "globex", "initech"})
        made.projects.push_back({client,
                                 client,
                                 {{"heroku", {client, std::string(client) + "-staging"}},
                                  {"digitalocean", droplets_of(client, made.digitalocean)},
                                  {"rackspace", servers_of(client, made.rackspace)}}});
    rule leads{{"lead"}, {"*"}};
    rule developers{{"dev"}, {"heroku restart", "heroku scale"}, {}, {{"app", "*-staging"}}};
    rule operators{{"dev"},
                   {"do droplet power", "do droplet reboot", "do droplet shutdown"},
                   {},
                   {{"droplet", "*-staging-*"}}};
    rule looking{{"dev", "pm"}, {}, {"read"}};
    made.rules = {std::move(leads), std::move(developers), std::move(operators),
                  std::move(looking)};
    made.slack = slack_workspace();
    made.heroku = heroku_account();
    made.newrelic = newrelic_account();
    made.papertrail = papertrail_account();
    made.sentry = sentry_account();
    return made;
}

} // namespace chatops::mocks::worlds
