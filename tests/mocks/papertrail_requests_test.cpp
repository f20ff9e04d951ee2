// Who may ask, how often, and what is no request.
#include "tests/mocks/papertrail_account.hpp"

namespace chatops::mocks::papertrail {
namespace {

using papertrail_requests = papertrail_account;

TEST_F(papertrail_requests, need_the_token_or_the_owners_password) {
    EXPECT_EQ(send("GET", "systems.json", {}, {}).status(), 401);
    EXPECT_EQ(send("GET", "systems.json", {}, {{"X-Papertrail-Token", "wrong"}}).message(),
              "Invalid API token");
    // ops@agency.example:s3cr3t
    EXPECT_EQ(send("GET", "systems.json", {},
                   {{"Authorization", "Basic b3BzQGFnZW5jeS5leGFtcGxlOnMzY3IzdA=="}})
                  .status(),
              200);
    EXPECT_EQ(send("GET", "systems.json", {}, {{"Authorization", "Basic b3BzOm5v"}}).status(), 401);
    EXPECT_EQ(send("GET", "systems.json", {}, {{"Authorization", "Basic !"}}).status(), 401);
}

TEST_F(papertrail_requests, are_so_many_in_a_window) {
    is_patient = false;
    EXPECT_EQ(get("users.json").header("X-Rate-Limit-Remaining"), "24");
    for (int i = 0; i < 24; ++i) EXPECT_EQ(get("users.json").status(), 200);
    now += 1s;
    const seen refused = get("users.json");
    EXPECT_EQ(refused.status(), 429);
    EXPECT_EQ(refused.message(), "Rate limit exceeded");
    EXPECT_EQ(refused.header("X-Rate-Limit-Limit"), "25");
    EXPECT_EQ(refused.header("X-Rate-Limit-Remaining"), "0");
    EXPECT_EQ(refused.header("X-Rate-Limit-Reset"), "4");
    now += 4s;
    EXPECT_EQ(get("users.json").status(), 200);
}

TEST_F(papertrail_requests, that_are_none_are_refused) {
    EXPECT_EQ(get("nonsense.json").status(), 404);
    EXPECT_EQ(send("PATCH", "systems/switch.json", "system[name]=x").status(), 404);
    EXPECT_EQ(post("groups.json", "{").message(), "Request body is not valid JSON");
    EXPECT_EQ(search("limit=0").status(), 400);
    EXPECT_EQ(search("limit=x").status(), 400);
    EXPECT_EQ(search("min_id=-1&max_id=99999999999999999999").status(), 400);
    EXPECT_EQ(search("min_time=-99999999999999999&max_time=99999999999999999").status(), 200);
    EXPECT_EQ(get("events/search").status(), 200) << "a client of npm's asks without .json";
    EXPECT_EQ(send("HEAD", "users.json").response.body, "");
}

TEST_F(papertrail_requests, leave_the_mock_as_it_was_when_they_only_look) {
    const std::string before = json::text(server.state());
    http::request what{
        "POST", "/api/v1/groups.json", {{"X-Papertrail-Token", "0123papertrail"}}, "group[name]=G"};
    const auto& same = server;
    EXPECT_EQ(same.look(what, {now, now})->status, 200);
    EXPECT_EQ(json::text(server.state()), before);
    EXPECT_EQ(before.find("0123papertrail"), std::string::npos);
    EXPECT_LT(before.size(), 3'000U) << "lines are not kept";
}

TEST_F(papertrail_requests, say_what_is_used_and_what_can_be_downloaded) {
    const seen usage = get("accounts.json");
    EXPECT_EQ(usage.at("/log_data_transfer_used"), "300000000");
    EXPECT_EQ(usage.at("/log_data_transfer_used_percent"), "2.79E1");
    EXPECT_EQ(usage.at("/log_data_transfer_plan_limit"), "1073741824");
    now = start + 14h;
    EXPECT_NE(get("accounts.json").at("/log_data_transfer_used"), "300000000") << "lines came";
    const seen archives = get("archives.json");
    EXPECT_EQ(archives.at("/0/filename"), "\"2024-02-29.tsv.gz\"");
    EXPECT_EQ(archives.at("/0/start"), "\"2024-02-29T00:00:00Z\"");
    EXPECT_EQ(archives.at("/0/_links/download/href"),
              "\"https://papertrailapp.com/api/v1/archives/2024-02-29/download\"");
    EXPECT_EQ(archives.body.as_array().size(), 1U) << "only days on which something came";
}

} // namespace
} // namespace chatops::mocks::papertrail
