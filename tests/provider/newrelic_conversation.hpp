// A conversation with New Relic that a test writes down, and the bodies it answers with.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "support/provider_conversation.hpp"

#include <string>
#include <vector>

namespace chatops::newrelic {

using namespace std::chrono_literals;

using support::happened;
using support::nothing_happened;

/// All that NerdGraph is asked.
inline const std::string graph = "POST /graphql";
inline const std::string guid = "MTIzNDU2N3xBUE18QVBQTElDQVRJT058NzY1NDMyMQ";

inline std::string data_json(const std::string& data, const std::string& errors = {}) {
    return "{\"data\":" + data + (errors.empty() ? "" : ",\"errors\":[" + errors + "]") + "}";
}
inline std::string error_json(const std::string& message, const std::string& extensions) {
    return R"({"message":")" + message + R"(","path":["actor"],"extensions":{)" + extensions + "}}";
}
/// What is in the account.
inline std::string account_json(const std::string& of) {
    return R"({"actor":{"account":{)" + of + "}}}";
}

/// As NerdGraph shows one, with members that were not asked for.
inline std::string app_json(const std::string& name, const std::string& id = guid) {
    return R"({"__typename":"ApmApplicationEntityOutline","guid":")" + id + R"(","name":")" + name +
           R"(","account_id":1234567,"reporting":true,"permalink":"https://one.newrelic.com/x",)"
           R"("alert_severity":"CRITICAL","language":"ruby","settings":{"apdex_target":0.5},)"
           R"("numbers":{"apdex_score":0.87,"error_rate":2.5,"response_time":0.231,)"
           R"("throughput":1523.4,"host_count":2,"instance_count":4}})";
}
inline std::string apps_page(const std::string& entities, const std::string& next = "null") {
    return data_json(R"({"actor":{"entitySearch":{"results":{"next_cursor":)" + next +
                     R"(,"entities":[)" + entities + "]}}}}");
}
inline std::string issue_json(const std::string& id, const std::string& state = "ACTIVATED") {
    return R"({"issue_id":")" + id + R"(","title":["acme is slow","acme fails"],)" +
           R"("priority":"CRITICAL","state":")" + state +
           R"(","entity_names":["acme"],"entity_guids":[")" + guid +
           R"("],"policy_name":["Shop"],"condition_name":["Apdex"],"total_incidents":2,)"
           R"("created_at":1709204400000,"activated_at":1709204460000,"closed_at":null,)"
           R"("acknowledged_at":null,"acknowledged_by":null,"muting_state":"NOT_MUTED"})";
}
inline std::string issues_page(const std::string& issues, const std::string& next = "null") {
    return data_json(account_json(R"("aiIssues":{"issues":{"next_cursor":)" + next +
                                  R"(,"issues":[)" + issues + "]}}"));
}

/// A client of New Relic, and the script of what it asks and is answered.
class newrelic_client : public support::provider_conversation<client> {
  protected:
    newrelic_client()
        : provider_conversation("https://api.newrelic.com", "NRAK-VERYSECRETVERYSECRET") {
        where.more["account_id"] = "1234567";
    }

    /// The variables of the request of that number.
    [[nodiscard]] std::string variables(std::size_t number) const {
        return json::text(json::parse(network.sent.at(number).body).value().at("variables"));
    }
    [[nodiscard]] std::string query_text(std::size_t number) const {
        return std::string(
            json::parse(network.sent.at(number).body).value().at("query").as_string());
    }
    /// All pages of the issues of the last day.
    [[nodiscard]] asio::awaitable<gaps> pages(client& from, std::vector<issue>& all) {
        issue_filter which;
        which.since = world.start - 24h;
        which.until = world.start;
        page_look<issue> take = [&](std::vector<issue> page) {
            for (issue& each : page) all.push_back(std::move(each));
            return true;
        };
        return from.each_page_of_issues(std::move(which), std::move(take));
    }
};

} // namespace chatops::newrelic
