// How the client keeps below what DigitalOcean allows an account.
#include "tests/provider/digitalocean_conversation.hpp"

namespace chatops::digitalocean {
namespace {

TEST_F(digitalocean_client, waits_for_the_hour_to_free_a_request_before_it_is_refused) {
    const std::string found = R"({"droplet":)" + droplet_json(7, "a") + "}";
    network.on("GET /v2/droplets/7", 200, found,
               {{"ratelimit-limit", "5000"},
                {"ratelimit-remaining", "0"},
                {"ratelimit-reset", "1709208012"},
                {"Date", "Thu, 29 Feb 2024 12:00:02 GMT"}});
    network.on("GET /v2/droplets/7", 200, found, {{"ratelimit-remaining", "1"}});
    auto ocean = made();
    world.play(ocean.show<droplet>("7"));
    world.play(ocean.show<droplet>("7"));
    EXPECT_EQ(network.sent_at[1] - network.sent_at[0], 10s) << "by DigitalOcean's clock";
}

TEST_F(digitalocean_client, does_not_wait_in_vain) {
    known.remaining = 0;
    known.refused_until = world.start + 40min;
    auto ocean = made();
    EXPECT_EQ(failure_of(ocean.show<droplet>("7")),
              "429 rate_limit : The account's requests are used up; more are free from "
              "2024-02-29T12:40:00.000Z on");
    EXPECT_EQ(world.timeline.now(), world.start);
}

TEST_F(digitalocean_client, comes_back_when_digitalocean_says) {
    network.on("GET /v2/droplets/7", 429,
               R"({"id":"too_many_requests","message":"API rate limit exceeded."})",
               {{"retry-after", "7"}, {"ratelimit-remaining", "4000"}});
    network.on("GET /v2/droplets/7", 200, R"({"droplet":)" + droplet_json(7, "a") + "}");
    auto ocean = made();
    world.play(ocean.show<droplet>("7"));
    EXPECT_GE(network.sent_at[1] - network.sent_at[0], 7s);
}

} // namespace
} // namespace chatops::digitalocean
