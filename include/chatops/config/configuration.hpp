// What a company writes into chatops.toml, as values.
#pragma once

#include "chatops/command/time_zone.hpp"
#include "chatops/config/account.hpp"
#include "chatops/config/rules.hpp"
#include "chatops/core/secret.hpp"

#include <map>
#include <string>
#include <vector>

namespace chatops::config {

enum class slack_mode { http, socket_mode };

struct slack_settings {
    slack_mode mode = slack_mode::socket_mode;
    /// Of the Web API, without `/api` and without a slash at the end.
    std::string url = "https://slack.com";
    /// `address:port` where Slack's requests arrive; for `slack_mode::http`.
    std::string listen;
    secret bot_token;
    /// For `slack_mode::socket_mode`.
    secret app_token;
    /// For `slack_mode::http`; also what secrets kept for a run are sealed with.
    secret signing_secret;
};

/// A client's project: where it is talked of, and what it has at each provider.
struct project {
    std::string name;
    /// Without `#`; may be empty.
    std::string channel;
    /// Names at a provider, by the provider's name: heroku to acme, acme-staging.
    std::map<std::string, std::vector<std::string>> holdings;
    /// Where what it has at each provider stands, by the provider's name.
    std::map<std::string, file_place> places{};
};

struct configuration {
    /// `@ops` and `/ops`.
    std::string bot_name = "ops";
    /// Of everyone who has no other; as the members of `rules` have it.
    time_zone zone{};
    slack_settings slack;
    /// Relative to the configuration file's folder.
    std::string store_path = "chatops.sqlite";
    std::map<std::string, account> providers;
    std::vector<project> projects;
    chatops::config::rules rules;
};

} // namespace chatops::config
