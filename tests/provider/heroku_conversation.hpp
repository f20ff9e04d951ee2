// A conversation with Heroku that a test writes down, and the bodies that Heroku answers with.
#pragma once

#include "chatops/provider/heroku/client.hpp"
#include "support/provider_conversation.hpp"

#include <string>
#include <vector>

namespace chatops::heroku {

using namespace std::chrono_literals;

using support::happened;
using support::nothing_happened;

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
class heroku_client : public support::provider_conversation<client> {
  protected:
    heroku_client() : provider_conversation("https://api.heroku.com", "HRKU-very-secret") {}

    const app_name acme{"acme"};
    const std::vector<quantity> web_to_3{{{"web"}, 3, std::nullopt}};
};

} // namespace chatops::heroku
