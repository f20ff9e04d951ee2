// One conversation with Heroku after another: what is asked, and how patiently.
#include "chatops/core/time.hpp"
#include "tests/provider/heroku_conversation.hpp"

namespace chatops::heroku {
namespace {

TEST_F(heroku_client, says_who_it_is_and_which_version_it_speaks) {
    network.on("GET /apps/acme", 200, app_json("acme"));
    auto heroku = made();
    const app found = world.play(heroku.app(acme));
    EXPECT_EQ(found.name, "acme");
    EXPECT_EQ(found.region.name, "eu");
    EXPECT_EQ(found.team, std::nullopt);
    EXPECT_EQ(found.released_at, std::nullopt);
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.url, "https://api.heroku.com/apps/acme");
    EXPECT_EQ(sent.headers.get("Accept"), "application/vnd.heroku+json; version=3");
    EXPECT_EQ(sent.headers.get("Authorization"), "Bearer HRKU-very-secret");
    EXPECT_FALSE(sent.headers.has("Content-Type")) << "there is no body";
}

TEST_F(heroku_client, encodes_what_it_puts_into_a_path) {
    network.on("GET /apps/..%2Faccount%3Fx", 404, R"({"id":"not_found","message":"No."})");
    auto heroku = made();
    const app_name strange{"../account?x"};
    EXPECT_EQ(failure_of(heroku.app(strange)), "404 not_found : No.");
}

TEST_F(heroku_client, reads_pages_to_the_end) {
    network.on("GET /apps", 206, "[" + app_json("aaa") + "," + app_json("bbb") + "]",
               {{"Next-Range", "name ]bbb..; max=200"}});
    network.on("GET /apps", 206, "[" + app_json("ccc") + "]",
               {{"Next-Range", "name ]ccc..; max=200"}});
    network.on("GET /apps", 200, "[" + app_json("ddd") + "]");
    auto heroku = made();
    const auto apps = world.play(heroku.apps());
    ASSERT_EQ(apps.size(), 4u);
    EXPECT_EQ(apps.at(3).name, "ddd");
    EXPECT_EQ(network.sent.at(0).headers.get("Range"), "name ..; max=200");
    EXPECT_EQ(network.sent.at(1).headers.get("Range"), "name ]bbb..; max=200");
    EXPECT_EQ(network.sent.at(2).headers.get("Range"), "name ]ccc..; max=200");
}

TEST_F(heroku_client, stops_reading_pages_when_enough_was_seen) {
    network.on("GET /apps", 206, "[" + app_json("aaa") + "]", {{"Next-Range", "name ]aaa.."}});
    auto heroku = made();
    int pages = 0;
    const std::function<bool(std::vector<app>)> look = [&](std::vector<app> page) {
        EXPECT_EQ(page.size(), 1u);
        return ++pages < 1;
    };
    world.play(heroku.each_page_of_apps(look));
    EXPECT_EQ(pages, 1);
}

TEST_F(heroku_client, does_not_follow_pages_in_a_circle) {
    for (int i = 0; i < 2; ++i) network.on("GET /apps", 206, "[]", {{"Next-Range", "name ]aaa.."}});
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.apps()), "not done: its pages have no end (GET /apps)");
}

TEST_F(heroku_client, scales_all_at_once) {
    network.on("PATCH /apps/acme/formation", 200,
               R"([{"type":"worker","quantity":1},)" + web_3 + "]");
    auto heroku = made();
    const std::vector<quantity> to{{{"web"}, 3, "standard-2x"}, {{"worker"}, 1, std::nullopt}};
    const auto after = world.play(heroku.scale(acme, to));
    ASSERT_EQ(after.size(), 2u);
    EXPECT_EQ(after[0].type, "web");
    EXPECT_EQ(after[0].quantity, 3);
    EXPECT_EQ(after[1].size, std::nullopt);
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(sent.body, R"({"updates":[{"type":"web","quantity":3,"size":"standard-2x"},)"
                         R"({"type":"worker","quantity":1}]})");
}

TEST_F(heroku_client, sorts_dynos_as_people_count) {
    network.on("GET /apps/acme/dynos", 200,
               "[" + dyno_json("web.10", "up") + "," + dyno_json("worker.1", "up") + "," +
                   dyno_json("web.2", "up") + "]");
    auto heroku = made();
    std::string names;
    for (const dyno& each : world.play(heroku.dynos(acme))) names += each.name + ' ';
    EXPECT_EQ(names, "web.2 web.10 worker.1 ");
}

TEST_F(heroku_client, knows_when_all_is_up) {
    const auto up = [&](const std::string& dynos) {
        network.on("GET /apps/acme/formation", 200,
                   R"([{"type":"web","quantity":2},{"type":"clock","quantity":0}])");
        network.on("GET /apps/acme/dynos", 200, "[" + dynos + "]");
        auto heroku = made();
        return world.play(heroku.all_up(acme));
    };
    const std::string first = dyno_json("web.1", "up") + ",";
    EXPECT_TRUE(up(first + dyno_json("web.2", "up") + "," + dyno_json("run.1234", "starting")));
    EXPECT_TRUE(up(first + dyno_json("web.2", "idle")));
    EXPECT_FALSE(up(first + dyno_json("web.2", "starting")));
    EXPECT_FALSE(up(first + dyno_json("web.2", "crashed")));
    EXPECT_FALSE(up(dyno_json("web.1", "up")));
    EXPECT_FALSE(up(first + dyno_json("web.2", "up") + "," + dyno_json("web.3", "up")))
        << "one too many is about to be stopped";
}

TEST_F(heroku_client, restarts_all_of_them_a_process_or_one) {
    network.on("DELETE /apps/acme/dynos", 202, "{}")
        .on("DELETE /apps/acme/formations/web", 202, "{}")
        .on("DELETE /apps/acme/dynos/web.2", 202, "");
    auto heroku = made();
    const std::optional<dyno_group> all;
    const std::optional<dyno_group> web = dyno_group::parse("web").value();
    const std::optional<dyno_group> second = dyno_group::parse("web.2").value();
    world.play(heroku.restart(acme, all));
    world.play(heroku.restart(acme, web));
    world.play(heroku.restart(acme, second));
}

TEST_F(heroku_client, asks_for_no_more_releases_than_are_wanted) {
    network.on("GET /apps/acme/releases", 206, "[" + release_json(9) + "," + release_json(8) + "]",
               {{"Next-Range", "version ]8..; max=2, order=desc"}});
    auto heroku = made();
    const auto newest = world.play(heroku.releases(acme, 2));
    ASSERT_EQ(newest.size(), 2u);
    EXPECT_EQ(newest[0].version, 9);
    EXPECT_EQ(network.sent.at(0).headers.get("Range"), "version ..; max=2, order=desc");
}

TEST_F(heroku_client, rolls_back_to_a_release) {
    network.on("GET /apps/acme/releases/7", 200, release_json(7));
    network.on("POST /apps/acme/releases", 201, release_json(10, "Rollback to v7"));
    auto heroku = made();
    const release earlier = world.play(heroku.release(acme, release_version{7}));
    const release now = world.play(heroku.rollback(acme, earlier.id));
    EXPECT_EQ(now.version, 10);
    EXPECT_EQ(now.description, "Rollback to v7");
    EXPECT_EQ(network.sent.at(1).body, R"({"release":"id-7"})");
}

TEST_F(heroku_client, reads_what_is_on_offer_and_whose_account_it_is) {
    network
        .on("GET /dyno-sizes", 200,
            R"([{"id":"1","name":"Basic","memory":0.5,"compute":1,"dedicated":false,"cost":)"
            R"({"cents":700,"unit":"month"},"private_space_only":false,"architecture":"amd64"},)"
            R"({"id":"2","name":"Private-L","memory":14,"compute":46,"dedicated":true,)"
            R"("cost":null,"private_space_only":true}])")
        .on("GET /stacks", 200,
            R"([{"id":"s","name":"heroku-24","state":"public","default":true}])")
        .on("GET /regions", 200,
            R"([{"id":"r","name":"eu","description":"Europe","country":"Ireland"}])")
        .on("GET /account", 200,
            R"({"id":"u","email":"a@b.example","name":null,"two_factor_authentication":true})")
        .on("GET /account/rate-limits", 200, R"({"remaining":2399})");
    auto heroku = made();
    const auto sizes = world.play(heroku.offers<dyno_size>());
    ASSERT_EQ(sizes.size(), 2u);
    EXPECT_EQ(sizes.at(0).cost->cents, 700);
    EXPECT_EQ(sizes.at(1).cost, std::nullopt);
    EXPECT_EQ(world.play(heroku.offers<stack>()).at(0).default_, true);
    EXPECT_EQ(world.play(heroku.offers<region>()).at(0).description, "Europe");
    EXPECT_TRUE(world.play(heroku.whoami()).two_factor_authentication);
    EXPECT_EQ(world.play(heroku.requests()).remaining, 2399);
}

TEST_F(heroku_client, asks_heroku_what_time_it_is_each_time) {
    network.on("GET /account/rate-limits", 200, R"({"remaining":4500})",
               {{"Date", "Thu, 29 Feb 2024 13:00:00 GMT"}});
    network.on("GET /account/rate-limits", 200, R"({"remaining":4500})",
               {{"Date", "Thu, 29 Feb 2024 13:00:05 GMT"}});
    every_try("GET /account/rate-limits", 200, "{}");
    network.script.resize(3);
    auto heroku = made();
    EXPECT_EQ(format_time(world.play(heroku.provider_time())), "2024-02-29T13:00:00.000Z");
    EXPECT_EQ(format_time(world.play(heroku.provider_time())), "2024-02-29T13:00:05.000Z");
    EXPECT_EQ(failure_of(heroku.provider_time()),
              "not done: its answer does not say what time it is (GET /account/rate-limits)");
}

// ---- patience

TEST_F(heroku_client, tries_again_what_only_reads) {
    network.silent("GET /apps/acme/formation", happened)
        .on("GET /apps/acme/formation", 502, html)
        .on("GET /apps/acme/formation", 200, "[" + web_3.substr(0, 10))
        .on("GET /apps/acme/formation", 200, "[" + web_3 + "]");
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.formation(acme)).at(0).quantity, 3);
}

TEST_F(heroku_client, tries_again_what_sets_a_state) {
    network.silent("PATCH /apps/acme/formation", happened)
        .on("PATCH /apps/acme/formation", 503, html)
        .on("PATCH /apps/acme/formation", 200, "[" + web_3 + "]");
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.scale(acme, web_to_3)).at(0).quantity, 3);
}

TEST_F(heroku_client, does_not_try_again_what_could_happen_twice) {
    network.silent("DELETE /apps/acme/dynos", happened)
        .on("DELETE /apps/acme/dynos", 503, html)
        .on("POST /apps/acme/releases", 201, html);
    auto heroku = made();
    const std::optional<dyno_group> all;
    EXPECT_EQ(failure_of(heroku.restart(acme, all)),
              "perhaps done: the connection was reset (DELETE /apps/acme/dynos)");
    EXPECT_EQ(failure_of(heroku.restart(acme, all)),
              "perhaps done: it answered 503 (DELETE /apps/acme/dynos)");
    const std::string id = "id-7";
    EXPECT_EQ(failure_of(heroku.rollback(acme, id)),
              "perhaps done: it answered 201 with a web page instead of JSON (POST "
              "/apps/acme/releases)");
}

TEST_F(heroku_client, tries_again_what_did_not_arrive) {
    network.silent("DELETE /apps/acme/dynos", nothing_happened)
        .on("DELETE /apps/acme/dynos", 202, "{}");
    auto heroku = made();
    const std::optional<dyno_group> all;
    world.play(heroku.restart(acme, all));
}

TEST_F(heroku_client, sends_once_and_only_once_inside_a_step_that_looks_for_itself) {
    network.silent("DELETE /apps/acme/dynos", nothing_happened)
        .on("DELETE /apps/acme/dynos", 429, R"({"id":"rate_limit","message":"Slowly."})");
    auto heroku = made(chatops::provider::repeats::never);
    const std::optional<dyno_group> all;
    EXPECT_EQ(failure_of(heroku.restart(acme, all)),
              "not done: the connection was reset (DELETE /apps/acme/dynos)");
    EXPECT_EQ(failure_of(heroku.restart(acme, all)), "429 rate_limit : Slowly.");
}

TEST_F(heroku_client, ends_within_its_patience_pages_and_repeats_included) {
    network.on("GET /apps", 206, "[]", {{"Next-Range", "name ]aaa.."}});
    network.script.back().takes = 8s;
    for (int i = 0; i < 3; ++i) network.silent("GET /apps", happened, 1h);
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.apps()), "not done: no answer in time (GET /apps)");
    EXPECT_LE(world.timeline.now() - world.start, 30s);
    network.script.resize(network.sent.size());
}

// ---- the account's rate limit

TEST_F(heroku_client, waits_for_its_turn_before_heroku_must_refuse) {
    network.on("GET /apps/acme", 200, app_json("acme"), {{"RateLimit-Remaining", "1"}});
    network.on("GET /apps/acme", 200, app_json("acme"), {{"RateLimit-Remaining", "0"}});
    network.on("GET /apps/acme", 200, app_json("acme"), {{"RateLimit-Remaining", "0"}});
    auto heroku = made();
    for (int i = 0; i < 3; ++i) world.play(heroku.app(acme));
    EXPECT_EQ(network.sent_at[1] - network.sent_at[0], 0ms) << "one was left";
    EXPECT_GE(network.sent_at[2] - network.sent_at[1], 800ms) << "none was left: one comes back";
}

TEST_F(heroku_client, shares_what_it_knows_with_the_accounts_other_clients) {
    known.remaining = 0;
    known.refused_until = world.start + 5s;
    network.on("GET /apps/acme", 200, app_json("acme"), {{"RateLimit-Remaining", "100"}});
    network.on("GET /apps/acme", 200, app_json("acme"));
    auto first = made();
    auto second = made();
    world.play(first.app(acme));
    world.play(second.app(acme));
    EXPECT_EQ(network.sent_at[0] - world.start, 5s);
    EXPECT_EQ(network.sent_at[1], network.sent_at[0]);
    EXPECT_EQ(known.remaining, 99);
}

TEST_F(heroku_client, does_not_wait_in_vain) {
    known.refused_until = world.start + 10min;
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.app(acme)),
              "429 rate_limit : The account's requests are used up; more are free from "
              "2024-02-29T12:10:00.000Z on");
    EXPECT_EQ(world.timeline.now(), world.start);
}

TEST_F(heroku_client, comes_back_when_heroku_says) {
    network.on("GET /apps/acme", 429, R"({"id":"rate_limit","message":"Slowly."})",
               {{"Retry-After", "7"}});
    network.on("GET /apps/acme", 200, app_json("acme"));
    auto heroku = made();
    world.play(heroku.app(acme));
    EXPECT_GE(network.sent_at[1] - network.sent_at[0], 7s);
}

TEST_F(heroku_client, asks_the_time_even_when_the_account_is_used_up) {
    known.remaining = 0;
    known.refused_until = world.start + 10min;
    network.on("GET /account/rate-limits", 200, R"({"remaining":0})",
               {{"Date", "Thu, 29 Feb 2024 12:00:00 GMT"}});
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.provider_time()), world.start);
}

} // namespace
} // namespace chatops::heroku
