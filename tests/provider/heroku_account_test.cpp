// Heroku's client at Heroku's mock, over the simulation's network: the same story with and without
// trouble.
#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/mocks/heroku_account.hpp"
#include "tests/support/played.hpp"
#include "tests/support/troubles.hpp"

namespace chatops::heroku {
namespace {

using namespace std::chrono_literals;

constexpr const char* base = "http://heroku.test";

/// An account at the mock, a network with latency, and a client of it.
struct account {
    explicit account(const mocks::heroku::seed& given = mocks::agency_account())
        : platform(given, 7, world.start), server(platform) {
        network.attach({base}, server);
        where.name = "heroku";
        where.url = base;
        where.token = secret("HRKU-right");
    }

    client made(chatops::provider::repeats policy = chatops::provider::repeats::when_safe) {
        return client({transport, world.time, chance, where, known, policy});
    }

    /// From now on these go wrong; a list as `PUT /_mock/faults` takes it.
    void trouble(const std::string& faults) {
        http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
        ASSERT_EQ(server.serve(plan, network.when()).what.status, 200) << faults;
    }

    /// How many requests of that method reached the mock and were carried out or refused.
    std::size_t asked(std::string_view method) const {
        std::size_t count = 0;
        for (const auto& each : network.exchanges()) count += each->what.method == method ? 1 : 0;
        return count;
    }

    support::played_world world;
    mocks::heroku::platform platform;
    mocks::server server;
    seeded_random weather{3};
    sim::network network{world.timeline, weather, 20ms};
    sim::endpoint transport{network, world.io.get_executor()};
    seeded_random chance{1};
    config::account where;
    chatops::provider::account_state known;
};

const app_name acme{"acme-staging"};

std::string text_of(const std::vector<formation_entry>& formation) {
    std::string text;
    for (const auto& each : formation)
        text += each.type + '=' + std::to_string(each.quantity) + ' ';
    return text;
}

std::string text_of(const std::vector<dyno>& dynos) {
    std::string text;
    for (const dyno& each : dynos) text += each.name + ' ' + each.state + ", ";
    return text;
}

TEST(heroku_account, is_seen_as_it_is) {
    account at;
    auto heroku = at.made();
    const auto apps = at.world.play(heroku.apps());
    ASSERT_EQ(apps.size(), 2u);
    EXPECT_EQ(apps[0].name, "acme-staging");
    EXPECT_EQ(apps[1].region.name, "eu");
    EXPECT_EQ(at.world.play(heroku.app(acme)), apps[0]);
    EXPECT_EQ(text_of(at.world.play(heroku.formation(acme))), "clock=0 web=2 worker=1 ");
    EXPECT_EQ(text_of(at.world.play(heroku.dynos(acme))), "web.1 up, web.2 up, worker.1 up, ");
    const auto releases = at.world.play(heroku.releases(acme, 2));
    ASSERT_EQ(releases.size(), 2u);
    EXPECT_EQ(releases[0].version, 4);
    EXPECT_EQ(releases[0].current, true);
    EXPECT_EQ(releases[0].user.email, "ops@agency.example");
    EXPECT_EQ(at.world.play(heroku.release(acme, release_version{3})), releases[1]);
}

TEST(heroku_account, with_many_applications_is_seen_page_by_page) {
    mocks::heroku::seed many = mocks::agency_account();
    for (int i = 0; i < 450; ++i) {
        mocks::heroku::seed_app more;
        more.name = "client-" + std::to_string(1'000 + i);
        many.apps.push_back(more);
    }
    account at(many);
    auto heroku = at.made();
    const auto apps = at.world.play(heroku.apps());
    EXPECT_EQ(apps.size(), 452u);
    EXPECT_TRUE(std::is_sorted(apps.begin(), apps.end(), [](const app& left, const app& right) {
        return left.name < right.name;
    }));
    EXPECT_EQ(at.asked("GET"), 3u);
}

TEST(heroku_account, is_scaled_and_comes_up) {
    account at;
    auto heroku = at.made();
    const std::vector<quantity> to{quantity::parse("web=3").value()};
    EXPECT_EQ(text_of(at.world.play(heroku.scale(acme, to))), "clock=0 web=3 worker=1 ");
    EXPECT_FALSE(at.world.play(heroku.all_up(acme)));
    at.world.pass(10s);
    EXPECT_TRUE(at.world.play(heroku.all_up(acme)));
}

TEST(heroku_account, is_restarted_which_shows_in_its_dynos) {
    account at;
    auto heroku = at.made();
    const auto before = at.world.play(heroku.dynos(acme));
    at.world.pass(90s);
    const time_point since = at.world.play(heroku.provider_time());
    const std::optional<dyno_group> web = dyno_group::parse("web").value();
    at.world.play(heroku.restart(acme, web));
    const auto after = at.world.play(heroku.dynos(acme));
    EXPECT_EQ(text_of(after), "web.1 starting, web.2 starting, worker.1 up, ");
    EXPECT_NE(after[0].id, before[0].id);
    EXPECT_GE(after[0].created_at, since);
    EXPECT_EQ(after[2], before[2]);
}

TEST(heroku_account, is_rolled_back) {
    account at;
    auto heroku = at.made();
    const auto earlier = at.world.play(heroku.release(acme, release_version{3}));
    const auto made = at.world.play(heroku.rollback(acme, earlier.id));
    EXPECT_EQ(made.description, "Rollback to v3");
    EXPECT_EQ(made.status, "pending");
    at.world.pass(10s);
    EXPECT_EQ(at.world.play(heroku.releases(acme, 1)).at(0).status, "succeeded");
}

/// What Heroku says no with.
template <class T>
std::string refusal(account& at, asio::awaitable<T> work) {
    try {
        at.world.play(std::move(work));
    } catch (const provider_error& refused) {
        EXPECT_FALSE(refused.request_id().empty());
        return std::to_string(refused.status()) + ' ' + refused.id() + ": " + refused.what();
    }
    return "none";
}

TEST(heroku_account, refuses_with_a_reason) {
    account at;
    auto heroku = at.made();
    const app_name nobody{"nobody"};
    EXPECT_EQ(refusal(at, heroku.app(nobody)), "404 not_found: Couldn't find that app.");
    const std::vector<quantity> unknown{quantity::parse("cron=1").value()};
    EXPECT_EQ(refusal(at, heroku.scale(acme, unknown)),
              "404 not_found: Couldn't find that process type (cron).");
    at.where.token = secret("HRKU-wrong");
    EXPECT_EQ(refusal(at, heroku.apps()), "401 unauthorized: Invalid credentials provided. Check "
                                          "the token of heroku in the configuration.");
}

// ---- in trouble: every request of the story meets every fault once

using support::after;
using support::every_fault;

asio::awaitable<std::string> story(client& heroku) {
    const auto apps = co_await heroku.apps();
    const std::vector<quantity> to{quantity::parse("web=3").value(),
                                   quantity::parse("worker=0").value()};
    const auto scaled = co_await heroku.scale(acme, to);
    const auto formation = co_await heroku.formation(acme);
    const auto dynos = co_await heroku.dynos(acme);
    std::string told = std::to_string(apps.size()) + ' ' + text_of(scaled) + text_of(formation);
    for (const dyno& each : dynos) told += each.name + ' ';
    co_return told;
}

TEST(heroku_account, tells_the_same_story_whatever_single_fault_it_meets) {
    account calm;
    auto undisturbed = calm.made();
    const std::string told = calm.world.play(story(undisturbed));
    EXPECT_EQ(told, "2 clock=0 web=3 worker=0 clock=0 web=3 worker=0 web.1 web.2 web.3 ");
    const int requests = static_cast<int>(calm.network.exchanges().size());
    ASSERT_EQ(requests, 4);
    for (const char* const fault : every_fault)
        for (int passed = 0; passed < requests; ++passed) {
            account at;
            at.trouble(after(passed, fault));
            auto heroku = at.made();
            EXPECT_EQ(at.world.play(story(heroku)), told) << fault << " after " << passed;
            EXPECT_EQ(at.network.exchanges().size(), requests + 1u) << fault << " after " << passed;
        }
}

TEST(heroku_account, is_restarted_at_most_once_and_says_when_it_does_not_know) {
    const std::optional<dyno_group> all;
    for (const char* const fault : every_fault) {
        account at;
        auto heroku = at.made(chatops::provider::repeats::never);
        const auto before = at.world.play(heroku.dynos(acme));
        at.trouble(after(0, fault));
        std::optional<effect_known> known;
        try {
            at.world.play(heroku.restart(acme, all));
        } catch (const unavailable& silent) {
            known = silent.effect();
        } catch (const provider_error& refused) {
            EXPECT_EQ(refused.status(), 429) << fault;
            known = effect_known::did_not_happen;
        }
        EXPECT_EQ(at.asked("DELETE"), 1u) << fault;
        const bool happened = at.world.play(heroku.dynos(acme)).at(0).id != before.at(0).id;
        ASSERT_TRUE(known) << fault;
        EXPECT_FALSE(happened && known == effect_known::did_not_happen)
            << fault << ": it says that nothing was done";
    }
}

} // namespace
} // namespace chatops::heroku
