// DigitalOcean's client at DigitalOcean's mock, over the simulation's network: the same story with
// and without trouble.
#include "chatops/core/errors.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/mocks/digitalocean_account.hpp"
#include "tests/support/played.hpp"
#include "tests/support/troubles.hpp"

namespace chatops::digitalocean {
namespace {

using namespace std::chrono_literals;

constexpr const char* base = "http://digitalocean.test";

/// An account at the mock, a network with latency, and a client of it.
struct account {
    explicit account(const mocks::digitalocean::seed& given = mocks::digitalocean::agency_account())
        : cloud(given, 7, world.start), server(cloud) {
        network.attach({base}, server);
        where.name = "digitalocean";
        where.url = base;
        where.token = secret("dop_v1_right");
    }

    client made(chatops::provider::repeats policy = chatops::provider::repeats::when_safe) {
        return client({transport, world.time, chance, where, known, policy});
    }

    /// From now on these go wrong; a list as `PUT /_mock/faults` takes it.
    void trouble(const std::string& faults) {
        http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
        ASSERT_EQ(server.serve(plan, network.when()).what.status, 200) << faults;
    }

    support::played_world world;
    mocks::digitalocean::cloud cloud;
    mocks::server server;
    seeded_random weather{3};
    sim::network network{world.timeline, weather, 20ms};
    sim::endpoint transport{network, world.io.get_executor()};
    seeded_random chance{1};
    config::account where;
    chatops::provider::account_state known;
};

TEST(digitalocean_account, with_many_droplets_is_seen_page_by_page) {
    auto many = mocks::digitalocean::agency_account();
    many.droplet_limit = 1'000;
    for (int i = 0; i < 450; ++i) many.droplets.push_back({.name = "node-" + std::to_string(i)});
    account at(many);
    auto ocean = at.made();
    std::size_t pages = 0;
    std::size_t most = 0;
    const auto look = [&](const std::vector<droplet>& page) {
        ++pages;
        most = std::max(most, page.size());
        return true;
    };
    at.world.play(ocean.each_page<droplet>({}, look));
    EXPECT_EQ(pages, 3u);
    EXPECT_EQ(most, 200u) << "no more than a page is in memory";
}

TEST(digitalocean_account, begins_an_action_that_ends_later) {
    account at;
    auto ocean = at.made();
    const auto web = at.world.play(ocean.droplets_named("WEB-1", 2));
    ASSERT_EQ(web.size(), 1u) << "in any case";
    const time_point since = at.world.play(ocean.provider_time());
    const action_order reboot("reboot");
    const action begun = at.world.play(ocean.act(path_to<droplet>(web[0].id), reboot));
    EXPECT_EQ(begun.status, "in-progress");
    EXPECT_GE(begun.started_at, since);
    EXPECT_EQ(at.world.play(ocean.actions_of(path_to<droplet>(web[0].id))).front(), begun);
    at.world.pass(1min);
    EXPECT_EQ(at.world.play(ocean.show<action>(std::to_string(begun.id))).status, "completed");
}

TEST(digitalocean_account, refuses_with_a_reason_and_a_request_id) {
    account at;
    auto ocean = at.made();
    const std::int64_t id = at.world.play(ocean.droplets_named("web-1", 1)).at(0).id;
    const action_order reboot("reboot");
    at.world.play(ocean.act(path_to<droplet>(id), reboot));
    try {
        at.world.play(ocean.act(path_to<droplet>(id), reboot));
        FAIL() << "it was carried out";
    } catch (const provider_error& refused) {
        EXPECT_EQ(refused.status(), 409) << "of the moment, whatever DigitalOcean says";
        EXPECT_EQ(refused.id(), "unprocessable_entity");
        EXPECT_STREQ(refused.what(), "Droplet already has a pending event.");
        EXPECT_FALSE(refused.request_id().empty());
    }
}

// ---- in trouble: every request of the story meets every fault once

using support::after;
using support::every_fault;

asio::awaitable<std::string> story(client& ocean) {
    const auto all = co_await ocean.list<droplet>();
    const auto web = co_await ocean.droplets_named("web-1", 2);
    const auto sizes = co_await ocean.list<size>();
    const auto done = co_await ocean.actions_of(path_to<droplet>(web.at(0).id));
    std::string told = std::to_string(all.size()) + ' ' + web.at(0).name + ' ' + web.at(0).status;
    told += ' ' + sizes.at(0).slug + ' ' + done.at(0).type;
    co_return told;
}

TEST(digitalocean_account, tells_the_same_story_whatever_single_fault_it_meets) {
    account calm;
    auto undisturbed = calm.made();
    const std::string told = calm.world.play(story(undisturbed));
    EXPECT_EQ(told, "4 web-1 active s-1vcpu-512mb-10gb create");
    const int requests = static_cast<int>(calm.network.exchanges().size());
    ASSERT_EQ(requests, 4);
    for (const char* const fault : every_fault)
        for (int passed = 0; passed < requests; ++passed) {
            account at;
            at.trouble(after(passed, fault));
            auto ocean = at.made();
            EXPECT_EQ(at.world.play(story(ocean)), told) << fault << " after " << passed;
            EXPECT_EQ(at.network.exchanges().size(), requests + 1u) << fault << " after " << passed;
        }
}

TEST(digitalocean_account, acts_at_most_once_and_says_when_it_does_not_know) {
    for (const char* const fault : every_fault) {
        account at;
        auto ocean = at.made(chatops::provider::repeats::never);
        const std::int64_t id = at.world.play(ocean.droplets_named("web-1", 1)).at(0).id;
        at.trouble(after(0, fault));
        std::optional<effect_known> known;
        const action_order reboot("reboot");
        try {
            at.world.play(ocean.act(path_to<droplet>(id), reboot));
        } catch (const unavailable& silent) {
            known = silent.effect();
        } catch (const provider_error& refused) {
            EXPECT_EQ(refused.status(), 429) << fault;
            known = effect_known::did_not_happen;
        }
        const bool happened =
            at.world.play(ocean.actions_of(path_to<droplet>(id))).at(0).type == "reboot";
        ASSERT_TRUE(known) << fault;
        EXPECT_FALSE(happened && known == effect_known::did_not_happen)
            << fault << ": it says that nothing was done";
    }
}

} // namespace
} // namespace chatops::digitalocean
