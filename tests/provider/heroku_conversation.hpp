// A conversation with Heroku that a test writes down, and the bodies that Heroku answers with.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "support/played.hpp"
#include "support/scripted_transport.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace chatops::heroku {

using namespace std::chrono_literals;

inline constexpr auto happened = effect_known::may_have_happened;
inline constexpr auto nothing_happened = effect_known::did_not_happen;

inline const std::string web_3 =
    R"({"type":"web","quantity":3,"size":"Basic","command":"bin/web"})";
inline const std::string html = "<!DOCTYPE html><html><body>Application error</body></html>";

inline std::string app_json(const std::string& name) {
    return R"({"id":"id-)" + name + R"(","name":")" + name +
           R"(","region":{"id":"r","name":"eu"},"maintenance":false,"new_member":[1],)"
           R"("team":null,"created_at":"2020-01-01T00:00:00Z"})";
}

inline std::string dyno_json(const std::string& name, const std::string& state) {
    return R"({"id":"id-)" + name + R"(","name":")" + name + R"(","type":")" +
           name.substr(0, name.find('.')) + R"(","size":"Basic","state":")" + state +
           R"(","command":"bin/x","release":{"version":4},)"
           R"("created_at":"2024-02-29T11:00:00Z","updated_at":"2024-02-29T11:00:00Z"})";
}

inline std::string release_json(int version, const std::string& description = "Deploy") {
    const std::string number = std::to_string(version);
    return R"({"id":"id-)" + number + R"(","version":)" + number + R"(,"description":")" +
           description +
           R"(","status":"succeeded","current":true,"user":{"email":"a@b"},)"
           R"("created_at":"2024-02-29T11:00:00Z"})";
}

/// A client of Heroku, and the script of what it asks and is answered.
class heroku_client : public testing::Test {
  protected:
    heroku_client() {
        where.name = "heroku";
        where.url = "https://api.heroku.com";
        where.token = secret("HRKU-very-secret");
    }

    client made(chatops::provider::repeats policy = chatops::provider::repeats::when_safe) {
        return client({network, world.time, chance, where, known, policy});
    }

    /// What a failed call says: `unavailable` with what is known of its effect, or a refusal.
    template <class T>
    std::string failure_of(asio::awaitable<T> work) {
        try {
            world.play(std::move(work));
        } catch (const unavailable& silent) {
            EXPECT_EQ(silent.provider(), "heroku");
            return std::string(silent.effect() == happened ? "perhaps done: " : "not done: ") +
                   silent.what();
        } catch (const provider_error& refused) {
            EXPECT_EQ(refused.provider(), "heroku");
            return std::to_string(refused.status()) + ' ' + refused.id() + ' ' +
                   refused.request_id() + ": " + refused.what();
        }
        return "fine";
    }

    /// The same answer to every try of a request that may be repeated.
    void every_try(const std::string& asked, int status, const std::string& body) {
        for (int i = 0; i < 6; ++i) network.on(asked, status, body);
    }

    support::played_world world;
    seeded_random chance{1};
    support::scripted_transport network{world.time};
    config::account where;
    chatops::provider::account_state known;
    const app_name acme{"acme"};
    const std::vector<quantity> web_to_3{{{"web"}, 3, std::nullopt}};
};

} // namespace chatops::heroku
