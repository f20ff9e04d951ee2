// A slash command as Slack signs it, from the world `agency`: what the servers are measured with.
#pragma once

#include "chatops/core/digest.hpp"
#include "mocks/worlds/agency.hpp"

#include <string>
#include <string_view>

namespace chatops::benchmarks {

inline const std::string& signing_secret() {
    static const std::string secret = mocks::worlds::agency().slack.app.signing_secret;
    return secret;
}

/// `/ops help`, typed by the first user in the first channel where the bot is, with every field
/// that Slack sends.
inline std::string command_body() {
    const mocks::slack::seed slack = mocks::worlds::agency().slack;
    std::string channel;
    for (const auto& each : slack.channels)
        if (each.has_bot && channel.empty()) channel = each.id;
    return "token=" + slack.app.verification_token + "&team_id=" + slack.team_id +
           "&team_domain=" + slack.team_domain + "&channel_id=" + channel +
           "&channel_name=ops&user_id=" + slack.users.front().id +
           "&user_name=" + slack.users.front().name +
           "&command=%2Fops&text=help&api_app_id=" + slack.app.id +
           "&is_enterprise_install=false"
           "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F1234%2F5678"
           "&trigger_id=13345224609.738474920.8088930838d88f008e0";
}

/// Slack's signature of a body sent at `timestamp` (Unix seconds, as text).
inline std::string signature_of(std::string_view timestamp, std::string_view body) {
    std::string base = "v0:";
    base += timestamp;
    base += ':';
    return "v0=" + hex(hmac_sha256(signing_secret(), base, body));
}

inline bool is_signed(std::string_view timestamp, std::string_view signature,
                      std::string_view body) {
    return constant_time_equal(signature_of(timestamp, body), signature);
}

/// What a peer answers: of the size of the bot's own answer.
inline std::string_view command_answer() {
    static const std::string answer =
        R"({"response_type":"ephemeral","text":")" + std::string(1'500, 'x') + "\"}";
    return answer;
}

/// wrk's script that sends the command again and again.
inline std::string wrk_script(std::string_view timestamp) {
    const std::string body = command_body();
    std::string script = "wrk.method = \"POST\"\nwrk.path = \"/slack/commands\"\nwrk.body = \"";
    script += body;
    script += "\"\nwrk.headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n"
              "wrk.headers[\"User-Agent\"] = \"Slackbot 1.0 (+https://api.slack.com/robots)\"\n"
              "wrk.headers[\"Accept\"] = \"application/json,*/*\"\n"
              "wrk.headers[\"Accept-Encoding\"] = \"gzip,deflate\"\n"
              "wrk.headers[\"X-Slack-Request-Timestamp\"] = \"";
    script += timestamp;
    script += "\"\nwrk.headers[\"X-Slack-Signature\"] = \"";
    script += signature_of(timestamp, body);
    script += "\"\n";
    return script;
}

} // namespace chatops::benchmarks
