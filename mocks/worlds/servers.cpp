#include "mocks/worlds/servers.hpp"

#include "mocks/common/json.hpp"

#include <utility>

namespace chatops::mocks::worlds {

namespace {

std::string at(const addresses& where, std::string_view vendor) {
    const auto found = where.vendors.find(vendor);
    return found == where.vendors.end() ? std::string() : found->second;
}

slack::seed placed(slack::seed given, const addresses& where, slack_mode mode) {
    given.url = at(where, "slack");
    given.app.request_url = where.bot;
    given.app.socket_mode = mode == slack_mode::socket;
    return given;
}

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') made += '\\';
        made += c;
    }
    return made + "\"";
}

std::string list(const std::vector<std::string>& texts) {
    std::string made = "[";
    for (const std::string& each : texts) made += (made.size() > 1 ? ", " : "") + quoted(each);
    return made + "]";
}

void line(std::string& to, std::string_view key, std::string_view written) {
    to += key;
    to += " = ";
    to += written;
    to += '\n';
}

void write_rule(std::string& to, const rule& of) {
    to += "\n[[rules]]\n";
    line(to, "roles", list(of.roles));
    if (!of.commands.empty()) line(to, "commands", list(of.commands));
    if (!of.effects.empty()) line(to, "effects", list(of.effects));
    if (of.values.empty()) return;
    std::string inner;
    for (const auto& [argument, glob] : of.values)
        inner += (inner.empty() ? "" : ", ") + argument + " = " + quoted(glob);
    line(to, "values", "{ " + inner + " }");
}

} // namespace

addresses addresses::on_loopback(std::uint16_t base_port) {
    addresses made;
    const auto url = [&](std::size_t offset) {
        return "http://127.0.0.1:" + std::to_string(base_port + offset);
    };
    for (std::size_t i = 0; i < worlds::vendors.size(); ++i)
        made.vendors[std::string(worlds::vendors[i])] = url(i);
    made.bot = url(worlds::vendors.size());
    return made;
}

servers::servers(world what, const addresses& where, slack_mode mode, std::uint64_t chance,
                 time_point began)
    : world_(std::move(what)), where_(where), mode_(mode),
      slack_(placed(world_.slack, where, mode), chance),
      digitalocean_(world_.digitalocean, chance, began),
      rackspace_(world_.rackspace, chance, began), heroku_(world_.heroku, chance, began),
      newrelic_(world_.newrelic, chance, began), papertrail_(world_.papertrail, chance, began),
      sentry_(world_.sentry, chance, began),
      slack_server_(slack_, {world_.slack.app.bot_token, world_.slack.app.app_token,
                             world_.slack.app.signing_secret, world_.slack.app.client_secret,
                             world_.slack.app.verification_token}),
      digitalocean_server_(digitalocean_, {world_.digitalocean.token}),
      rackspace_server_(rackspace_, {world_.rackspace.api_key, world_.rackspace.password}),
      heroku_server_(heroku_, {world_.heroku.token}),
      newrelic_server_(newrelic_, {world_.newrelic.api_key}),
      papertrail_server_(papertrail_, {world_.papertrail.token}),
      sentry_server_(sentry_, {world_.sentry.token}) {}

std::vector<served> servers::all() {
    return {{"slack", &slack_server_, at(where_, "slack")},
            {"digitalocean", &digitalocean_server_, at(where_, "digitalocean")},
            {"rackspace", &rackspace_server_, at(where_, "rackspace")},
            {"heroku", &heroku_server_, at(where_, "heroku")},
            {"newrelic", &newrelic_server_, at(where_, "newrelic")},
            {"papertrail", &papertrail_server_, at(where_, "papertrail")},
            {"sentry", &sentry_server_, at(where_, "sentry")}};
}

servers::credentials_by_vendor servers::credentials() const {
    return {
        {"digitalocean", {{"token", world_.digitalocean.token}}},
        {"rackspace",
         {{"username", world_.rackspace.username},
          {"api_key", world_.rackspace.api_key},
          {"password", world_.rackspace.password},
          {"tenant", world_.rackspace.tenant}}},
        {"heroku", {{"token", world_.heroku.token}}},
        {"newrelic",
         {{"api_key", world_.newrelic.api_key},
          {"account_id", std::to_string(world_.newrelic.account_id)}}},
        {"papertrail", {{"token", world_.papertrail.token}}},
        {"sentry", {{"token", world_.sentry.token}, {"organization", world_.sentry.organization}}}};
}

std::string servers::credentials_line() const {
    object slack;
    slack["url"] = text_value(at(where_, "slack"));
    slack["bot_token"] = text_value(world_.slack.app.bot_token);
    slack["app_token"] = text_value(world_.slack.app.app_token);
    slack["signing_secret"] = text_value(world_.slack.app.signing_secret);
    slack["client_id"] = text_value(world_.slack.app.client_id);
    slack["client_secret"] = text_value(world_.slack.app.client_secret);
    object made;
    made["slack"] = std::move(slack);
    for (const auto& [vendor, known] : credentials()) {
        object one{{"url", at(where_, vendor)}};
        for (const auto& [key, text] : known) one[key] = text;
        // It is a number to those who use it.
        if (vendor == "newrelic") one["account_id"] = world_.newrelic.account_id;
        made[vendor] = std::move(one);
    }
    return boost::json::serialize(made);
}

std::string servers::bot_configuration() const {
    const slack::seed_app& app = world_.slack.app;
    std::string made = "# Serves the world `" + world_.name + "` of chatops-mocks.\n\n[bot]\n";
    line(made, "name", quoted(app.name));
    made += "\n[slack]\n";
    line(made, "mode", quoted(mode_ == slack_mode::socket ? "socket_mode" : "http"));
    line(made, "url", quoted(at(where_, "slack")));
    if (mode_ == slack_mode::http) {
        std::string listen = where_.bot.substr(where_.bot.find("//") + 2);
        if (listen.find(':') == std::string::npos) listen += ":443";
        line(made, "listen", quoted(listen));
    }
    line(made, "bot_token", quoted(app.bot_token));
    line(made, "app_token", quoted(app.app_token));
    line(made, "signing_secret", quoted(app.signing_secret));
    made += "\n[store]\n";
    line(made, "path", quoted("chatops.sqlite"));
    for (const auto& [vendor, known] : credentials()) {
        made += "\n[providers." + vendor + "]\n";
        line(made, "url", quoted(at(where_, vendor)));
        for (const auto& [key, text] : known) line(made, key, quoted(text));
    }
    for (const person& each : world_.people) {
        made += "\n[people." + each.name + "]\n";
        line(made, "slack", quoted(each.slack_id));
        line(made, "roles", list(each.roles));
        if (!each.time_zone.empty()) line(made, "time_zone", quoted(each.time_zone));
    }
    for (const project& each : world_.projects) {
        made += "\n[projects." + each.name + "]\n";
        line(made, "channel", quoted(each.channel));
        for (const auto& [vendor, names] : each.holdings) line(made, vendor, list(names));
    }
    for (const rule& each : world_.rules) write_rule(made, each);
    return made;
}

std::vector<std::string> servers::names() { return {"agency"}; }

} // namespace chatops::mocks::worlds
