// The agency's Slack in virtual time, with an app that a test scripts: what arrives, what it
// answers.
#pragma once

#include "chatops/core/digest.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/servers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks {

using namespace std::chrono_literals;

/// One delivery over HTTP, as the app saw it.
struct arrived {
    http::request what;
    time_point at;

    [[nodiscard]] std::string path() const { return std::string(what.path()); }
    /// The JSON of an event, or of an interaction's `payload` field.
    [[nodiscard]] object json() const {
        const bool is_form = what.headers.get("Content-Type") != "application/json";
        const std::string body =
            is_form ? std::string(field(read_form(what.body), "payload")) : what.body;
        auto read = json::parse(body);
        return read && read->is_object() ? read->get_object() : object();
    }
    [[nodiscard]] std::string form(std::string_view name) const {
        return std::string(field(read_form(what.body), name));
    }
};

class slack_office : public ::testing::Test {
  public:
    explicit slack_office(worlds::slack_mode mode = worlds::slack_mode::http)
        : world(worlds::agency(), worlds::addresses::on_loopback(9100), mode, 1, start) {}

    static constexpr time_point start{1'700'000'000'000ms};
    static constexpr std::string_view bot_id = "U0OPSBOT01";

    worlds::servers world;
    time_point now = start;
    /// What the app answers; nothing means that it never does. Without a function: 200 and no body.
    std::function<std::optional<http::response>(const http::request&)> app;
    std::vector<arrived> arrivals;
    std::vector<sim::outbox::frame> frames;
    std::vector<sim::socket_id> closed_sockets;

    [[nodiscard]] sim::moment when() const { return {now, now}; }

    /// Lets Slack do what is due now, and the app answer.
    void settle() {
        for (int rounds = 0; rounds < 1'000; ++rounds) {
            sim::outbox out;
            world.slack_server().advance(when(), out);
            for (auto& each : out.frames) frames.push_back(std::move(each));
            for (const auto each : out.closing) closed_sockets.push_back(each);
            for (auto& each : out.deliveries) deliver(std::move(each));
            const auto due = world.slack_server().due();
            if (out.deliveries.empty() && (!due || *due > now)) return;
        }
        FAIL() << "Slack never comes to rest";
    }

    /// Time passes, and all that is due in it happens in its order.
    void pass(duration how_long) {
        const time_point end = now + how_long;
        settle();
        while (true) {
            auto next = world.slack_server().due();
            for (const auto& [gives_up, id] : unanswered_)
                if (!next || gives_up < *next) next = gives_up;
            if (!next || *next > end) break;
            now = std::max(now, *next);
            give_up();
            settle();
        }
        now = end;
    }

    http::response request(const std::string& method, const std::string& target,
                           std::string body = {}, http::fields headers = {}) {
        http::request what;
        what.method = method;
        what.url = target;
        what.headers = std::move(headers);
        what.body = std::move(body);
        auto made = world.slack_server().serve(what, when());
        return std::move(made.what);
    }

    /// A call of the Web API by the bot, as JSON.
    object call(const std::string& method, const object& arguments = {}) {
        const std::string token = world.data().slack.app.bot_token;
        return parsed(request("POST", "/api/" + method, boost::json::serialize(arguments),
                              {{"Authorization", "Bearer " + token},
                               {"Content-Type", "application/json; charset=utf-8"}}));
    }

    /// A control route, then whatever follows from it.
    object control(const std::string& method, const std::string& route,
                   const value& body = object()) {
        const object made =
            parsed(request(method, "/_mock/" + route, boost::json::serialize(body)));
        settle();
        return made;
    }

    /// Somebody says something; returns the ts.
    std::string say(const std::string& user, const std::string& channel, const std::string& text,
                    const std::string& thread = {}) {
        const auto said = world.slack().say({user, channel, text, thread}, when());
        EXPECT_TRUE(said) << (said ? "" : said.error().message);
        settle();
        return said ? *said : std::string();
    }

    /// A channel as lines of `who: text`; an ephemeral one as `who -> whom: text`.
    [[nodiscard]] std::string transcript(std::string_view channel) const {
        std::string made;
        const auto shown = world_messages(channel);
        for (const auto& each : shown) {
            made += each.user;
            if (!each.ephemeral_to.empty()) made += " -> " + each.ephemeral_to;
            made += ": " + each.text + "\n";
        }
        return made;
    }

    static object parsed(const http::response& from) {
        auto read = json::parse(from.body);
        EXPECT_TRUE(read && read->is_object()) << from.status << " " << from.body;
        return read && read->is_object() ? read->get_object() : object();
    }

    static object with(std::initializer_list<std::pair<std::string_view, value>> members) {
        object made;
        for (const auto& [name, given] : members) made[name] = given;
        return made;
    }

    /// The error word of an answer, or `ok`.
    static std::string word(const object& answer) {
        return is_true(answer, "ok") ? "ok" : std::string(text_of(answer, "error"));
    }

    static http::response answer(int status, std::string body = {},
                                 std::string type = "application/json") {
        http::response made;
        made.status = status;
        if (!body.empty()) made.headers.set("Content-Type", std::move(type));
        made.body = std::move(body);
        return made;
    }

  private:
    [[nodiscard]] std::vector<slack::shown_message> world_messages(std::string_view channel) const {
        const auto made = const_cast<slack_office*>(this)->world.slack().messages(channel);
        EXPECT_TRUE(made);
        return made ? *made : std::vector<slack::shown_message>();
    }

    void deliver(sim::delivery what) {
        arrivals.push_back({what.what, now});
        std::optional<http::response> made = app ? app(what.what) : answer(200);
        if (made)
            world.slack_server().answered(what.id, &*made, when());
        else
            unanswered_.emplace(now + what.patience, what.id);
    }

    void give_up() {
        while (!unanswered_.empty() && unanswered_.begin()->first <= now) {
            const std::uint64_t id = unanswered_.begin()->second;
            unanswered_.erase(unanswered_.begin());
            world.slack_server().answered(id, nullptr, when());
        }
    }

    std::multimap<time_point, std::uint64_t> unanswered_;
};

/// The same, with the app in Socket Mode.
class slack_socket_office : public slack_office {
  public:
    slack_socket_office() : slack_office(worlds::slack_mode::socket) {}

    /// Opens a socket as the app does; its greeting is the last frame then.
    bool connect(sim::socket_id id, const std::string& more = {}) {
        const std::string token = world.data().slack.app.app_token;
        const object opened = parsed(request("POST", "/api/apps.connections.open", {},
                                             {{"Authorization", "Bearer " + token}}));
        EXPECT_EQ(word(opened), "ok");
        http::request upgrade;
        upgrade.url =
            std::string(text_of(opened, "url")).substr(std::string("ws://127.0.0.1:9100").size());
        upgrade.url += more;
        const bool is_open = world.slack_server().open(id, upgrade, when());
        settle();
        return is_open;
    }

    void send(sim::socket_id from, const std::string& text) {
        world.slack_server().received(from, text, when());
        settle();
    }

    void acknowledge(const sim::outbox::frame& what, const value& payload = {}) {
        object ack;
        ack["envelope_id"] = text_value(text_of(read(what), "envelope_id"));
        if (!payload.is_null()) ack["payload"] = payload;
        send(what.to, boost::json::serialize(ack));
    }

    static object read(const sim::outbox::frame& what) {
        auto made = json::parse(what.text);
        EXPECT_TRUE(made && made->is_object()) << what.text;
        return made && made->is_object() ? made->get_object() : object();
    }

    /// Frames of that type, oldest first.
    [[nodiscard]] std::vector<sim::outbox::frame> envelopes(std::string_view type) const {
        std::vector<sim::outbox::frame> made;
        for (const auto& each : frames)
            if (each.text != "null" && text_of(read(each), "type") == type) made.push_back(each);
        return made;
    }
};

} // namespace chatops::mocks
