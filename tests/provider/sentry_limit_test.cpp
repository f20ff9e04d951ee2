// How the client keeps below what Sentry allows, for each kind of request.
#include "chatops/core/limits.hpp"
#include "tests/provider/sentry_conversation.hpp"

namespace chatops::sentry {
namespace {

TEST_F(sentry_client, waits_for_its_turn_before_sentry_must_refuse) {
    const http::fields none_left{{"X-Sentry-Rate-Limit-Remaining", "0"},
                                 {"X-Sentry-Rate-Limit-Reset", "1709208003"},
                                 {"Date", "Thu, 29 Feb 2024 12:00:00 GMT"}};
    network.on("GET " + base + "/", 200, "{}", none_left);
    network.on("GET " + base + "/", 200, "{}", {{"Date", "Thu, 29 Feb 2024 12:00:03 GMT"}});
    auto sentry = made();
    world.play(sentry.provider_time());
    world.play(sentry.provider_time());
    EXPECT_GE(network.sent_at[1] - network.sent_at[0], 3s);
}

TEST_F(sentry_client, waits_for_no_turn_of_another_endpoint) {
    network.on("GET " + base + "/", 200, "{}",
               {{"X-Sentry-Rate-Limit-Remaining", "0"},
                {"X-Sentry-Rate-Limit-Reset", "1709208003"},
                {"Date", "Thu, 29 Feb 2024 12:00:00 GMT"}});
    network.on("GET " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"),
               {{"X-Sentry-Rate-Limit-Remaining", "0"},
                {"X-Sentry-Rate-Limit-Reset", "1709208003"},
                {"Date", "Thu, 29 Feb 2024 12:00:00 GMT"}});
    network.on("GET " + base + "/issues/18/", 200, issue_json("18", "SHOP-2"));
    auto sentry = made();
    world.play(sentry.provider_time());
    EXPECT_TRUE(world.play(sentry.find_issue(issue_ref{"17"})));
    EXPECT_LT(network.sent_at[1] - network.sent_at[0], 1s);
    EXPECT_TRUE(world.play(sentry.find_issue(issue_ref{"18"})));
    EXPECT_GE(network.sent_at[2] - network.sent_at[1], 3s) << "one endpoint, whatever the id";
}

TEST_F(sentry_client, remembers_no_more_kinds_than_there_is_room_for) {
    auto sentry = made();
    for (std::size_t i = 0; i <= limits::request_kinds; ++i) {
        const std::string slug = std::string(i + 1, 'a');
        const std::string path = "/api/0/projects/ac%2Fme/" + slug + "/";
        network.on("GET " + path, 404, "{}", {{"X-Sentry-Rate-Limit-Remaining", "4"}});
        world.play(sentry.find_project(project_name{slug}));
        EXPECT_EQ(known.rates.size(), i < limits::request_kinds ? i + 1 : 1) << path;
    }
}

TEST_F(sentry_client, comes_back_after_a_refusal) {
    network.on("GET " + base + "/issues/17/", 429,
               R"({"detail":"You are attempting to use this endpoint too frequently."})",
               {{"X-Sentry-Rate-Limit-Remaining", "0"}});
    network.on("GET " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"));
    auto sentry = made();
    EXPECT_TRUE(world.play(sentry.find_issue(issue_ref{"17"})));
    EXPECT_GE(network.sent_at[1] - network.sent_at[0], 1s);
}

} // namespace
} // namespace chatops::sentry
