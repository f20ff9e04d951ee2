// What Slack sends, as its documentation shows it, and signed as it signs; made without the code
// under test.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/digest.hpp"
#include "chatops/core/log.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/core/url.hpp"
#include "chatops/http/message.hpp"
#include "chatops/slack/identity.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::support {

inline constexpr std::string_view signing_key = "8f742231b10e8888abcd99yyyzzz85a5";
/// When the tests take place.
inline constexpr std::int64_t slack_now_s = 1'700'000'000;
inline const slack::identity slack_bot{"T0001", "U0BOT", "B0BOT", "ops"};

/// The time stands still.
class still_clock final : public clock {
  public:
    [[nodiscard]] time_point now() const override { return now_; }
    timer call_at(time_point, std::function<void()>) override { return 0; }
    void forget(timer) override {}
    void set(time_point now) { now_ = now; }

  private:
    time_point now_{std::chrono::seconds(slack_now_s)};
};

/// Keeps every line as one text, to be searched.
class kept_log final : public log {
  public:
    void write(log_level, std::string_view event,
               std::initializer_list<log_field> fields) override {
        std::string& line = lines.emplace_back(event);
        for (const log_field& each : fields)
            line.append(" ").append(each.name).append("=").append(each.value);
    }
    [[nodiscard]] bool says(std::string_view words) const {
        for (const std::string& line : lines)
            if (line.find(words) != std::string::npos) return true;
        return false;
    }
    std::vector<std::string> lines;
};

inline http::request signed_request(std::string path, std::string type, std::string body,
                                    std::int64_t stamp = slack_now_s,
                                    std::string_view key = signing_key) {
    const std::string time = std::to_string(stamp);
    const std::string base = "v0:" + time + ":" + body;
    http::request made;
    made.method = "POST";
    made.url = std::move(path);
    made.headers = {{"User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"},
                    {"Content-Type", std::move(type)},
                    {"X-Slack-Request-Timestamp", time},
                    {"X-Slack-Signature", "v0=" + hex(hmac_sha256(key, base))}};
    made.body = std::move(body);
    return made;
}

/// What Slack sends when somebody types into a menu of a modal that asks for its options.
inline std::string suggestion_text(const std::string& typed, const std::string& field = "app") {
    return R"({"type":"block_suggestion","team":{"id":"T0001","domain":"agency"},)"
           R"("user":{"id":"U0LEAD","username":"lead","name":"lead","team_id":"T0001"},)"
           R"("api_app_id":"A0OPS","container":{"type":"view","view_id":"V0001"},"action_id":")" +
           field + R"(","block_id":")" + field + R"(","value":")" + typed +
           R"(","view":{"id":"V0001","type":"modal","callback_id":"chatops_form",)"
           R"("private_metadata":"{\"command\":\"heroku scale\",\"declaration\":\"d1\",)"
           R"(\"channel\":\"C0ACME\",\"channel_name\":\"acme\",\"thread\":\"\",)"
           R"(\"response_url\":\"https://hush\"}","state":{"values":{"size":{"size":{)"
           R"("type":"static_select","selected_option":{"value":"large"}}}}}}})";
}

inline form command_fields(const std::string& text) {
    return {{"token", "gIkuvaNzQIHg97ATvDxqgjtO"},
            {"team_id", "T0001"},
            {"team_domain", "agency"},
            {"channel_id", "C0ACME"},
            {"channel_name", "acme"},
            {"user_id", "U0LEAD"},
            {"user_name", "lead"},
            {"command", "/ops"},
            {"text", text},
            {"api_app_id", "A0OPS"},
            {"is_enterprise_install", "false"},
            {"response_url", "https://hooks.slack.com/commands/T0001/1/hush"},
            {"trigger_id", "13345224609.738474920.8088930838d88f008e0"}};
}

inline http::request command_request(const std::string& text) {
    return signed_request("/slack/commands", "application/x-www-form-urlencoded",
                          form_encode(command_fields(text)));
}

/// An event_callback round an event.
inline std::string event_text(const std::string& event, const std::string& id = "Ev0001") {
    return R"({"token":"z26uFbvR1xHJEdHE1OQiO6t8","team_id":"T0001","context_team_id":"T0001",)"
           R"("context_enterprise_id":null,"api_app_id":"A0OPS","event":)" +
           event + R"(,"type":"event_callback","event_id":")" + id +
           R"(","event_time":1700000000,"authorizations":[{"enterprise_id":null,"team_id":"T0001",)"
           R"("user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}],)"
           R"("is_ext_shared_channel":false,"event_context":"4-abc"})";
}

inline const std::string mention_event =
    R"({"type":"app_mention","user":"U0DEV","text":"<@U0BOT> heroku ps &amp; more",)"
    R"("ts":"1700000000.000100","channel":"C0ACME","event_ts":"1700000000.000100","team":"T0001"})";
/// The same words as Slack sends them a second time, under another event id.
inline const std::string message_of_mention =
    R"({"type":"message","user":"U0DEV","text":"<@U0BOT> heroku ps &amp; more",)"
    R"("ts":"1700000000.000100","channel":"C0ACME","event_ts":"1700000000.000100",)"
    R"("channel_type":"channel","team":"T0001","client_msg_id":"c1"})";
inline const std::string direct_message =
    R"({"type":"message","user":"U0DEV","text":"help","ts":"1700000000.000200",)"
    R"("channel":"D0DEV","event_ts":"1700000000.000200","channel_type":"im","team":"T0001"})";

inline http::request event_request(const std::string& body) {
    return signed_request("/slack/events", "application/json", body);
}

inline std::string press_text(const std::string& action_id = "confirm:yes") {
    return R"({"type":"block_actions","user":{"id":"U0LEAD","username":"lead","name":"lead",)"
           R"("team_id":"T0001"},"api_app_id":"A0OPS","token":"hush","container":{"type":"message",)"
           R"("message_ts":"1700000000.000300","channel_id":"C0ACME","is_ephemeral":false},)"
           R"("trigger_id":"1111.2222.abcd","team":{"id":"T0001","domain":"agency"},)"
           R"("enterprise":null,"is_enterprise_install":false,)"
           R"("channel":{"id":"C0ACME","name":"acme"},"message":{"type":"message",)"
           R"("bot_id":"B0BOT","ts":"1700000000.000300","text":"Really?"},"state":{"values":{}},)"
           R"("response_url":"https://hooks.slack.com/actions/T0001/2/hush","actions":[{)"
           R"("action_id":")" +
           action_id +
           R"(","block_id":"b1","text":{"type":"plain_text","text":"Confirm"},)"
           R"("value":"r4nd0m","type":"button","action_ts":"1700000001.000000"}]})";
}

inline http::request press_request(const std::string& payload) {
    return signed_request("/slack/interactive", "application/x-www-form-urlencoded",
                          form_encode({{"payload", payload}}));
}

} // namespace chatops::support
