// A slash command as Slack signs it: what the servers are measured with.
#pragma once

#include "chatops/core/digest.hpp"

#include <string>
#include <string_view>

namespace chatops::benchmarks {

inline constexpr std::string_view signing_secret = "8f742231b10e8888abcd99yyyzzz85a5";

inline constexpr std::string_view command_body =
    "token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0001&team_domain=agency&channel_id=C2147483705"
    "&channel_name=acme&user_id=U2147483697&user_name=lead&command=%2Fops&text=help"
    "&api_app_id=A123456&is_enterprise_install=false"
    "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F1234%2F5678"
    "&trigger_id=13345224609.738474920.8088930838d88f008e0";

inline constexpr std::string_view command_answer =
    R"({"response_type":"ephemeral","text":"heroku apps, heroku ps, heroku scale, heroku restart"})";

/// Slack's signature of a body sent at `timestamp` (Unix seconds, as text).
inline std::string signature_of(std::string_view timestamp, std::string_view body) {
    std::string base = "v0:";
    base += timestamp;
    base += ':';
    return "v0=" + hex(hmac_sha256(signing_secret, base, body));
}

inline bool is_signed(std::string_view timestamp, std::string_view signature,
                      std::string_view body) {
    return constant_time_equal(signature_of(timestamp, body), signature);
}

/// wrk's script that sends the command again and again.
inline std::string wrk_script(std::string_view timestamp) {
    std::string script = "wrk.method = \"POST\"\nwrk.path = \"/slack/commands\"\nwrk.body = \"";
    script += command_body;
    script += "\"\nwrk.headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n"
              "wrk.headers[\"User-Agent\"] = \"Slackbot 1.0 (+https://api.slack.com/robots)\"\n"
              "wrk.headers[\"Accept\"] = \"application/json,*/*\"\n"
              "wrk.headers[\"Accept-Encoding\"] = \"gzip,deflate\"\n"
              "wrk.headers[\"X-Slack-Request-Timestamp\"] = \"";
    script += timestamp;
    script += "\"\nwrk.headers[\"X-Slack-Signature\"] = \"";
    script += signature_of(timestamp, command_body);
    script += "\"\n";
    return script;
}

} // namespace chatops::benchmarks
