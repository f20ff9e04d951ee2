// Scaling: what runs follows what was asked for, a few seconds later.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_formation = heroku_account;

TEST_F(heroku_formation, lists_what_the_procfile_has) {
    const seen all = get_range("/apps/acme-staging/formation", "type ..");

    EXPECT_EQ(all.each("type"), "clock web worker");
    EXPECT_EQ(all.each("quantity"), "0 2 1");
    EXPECT_EQ(all.at("/1/size"), R"("Standard-1X")");
    EXPECT_EQ(all.at("/1/dyno_size/name"), R"("Standard-1X")");
    EXPECT_EQ(all.at("/1/app/name"), R"("acme-staging")");
    EXPECT_EQ(all.at("/1/command"), R"("bin/web")");
    const std::string id(all.body.at_pointer("/1/id").get_string());
    EXPECT_EQ(get("/apps/acme-staging/formation/" + id).at("/type"), R"("web")");
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

TEST_F(heroku_formation, scaled_up_starts_dynos_that_are_up_after_a_while) {
    const seen web = patch("/apps/acme-staging/formation/web", R"({"quantity":4})");

    EXPECT_EQ(web.status(), 200);
    EXPECT_EQ(web.at("/quantity"), "4");
    EXPECT_EQ(web.at("/updated_at"), R"("2024-02-29T12:00:00Z")");
    EXPECT_EQ(dynos("acme-staging"),
              "web.1 up, web.2 up, web.3 starting, web.4 starting, worker.1 up");

    ASSERT_TRUE(server.due());
    later(*server.due() - now - 1ms);
    EXPECT_EQ(dynos("acme-staging"),
              "web.1 up, web.2 up, web.3 starting, web.4 starting, worker.1 up");
    later(1ms);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, web.3 up, web.4 up, worker.1 up");
    EXPECT_FALSE(server.due());
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.3").at("/updated_at"), R"("2024-02-29T12:00:05Z")");
}

TEST_F(heroku_formation, is_right_even_when_nobody_advanced_the_mock) {
    patch("/apps/acme-staging/formation/web", R"({"quantity":3})");
    now += 1min;
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, web.3 up, worker.1 up");
}

TEST_F(heroku_formation, scaled_down_loses_the_highest_numbers) {
    patch("/apps/acme-staging/formation/web", R"({"quantity":5})");
    later(1min);
    const std::string first = get("/apps/acme-staging/dynos/web.1").at("/id");
    patch("/apps/acme-staging/formation", R"({"updates":[{"type":"web","quantity":2},
                                              {"type":"worker","quantity":0}]})");

    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up");
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.1").at("/id"), first);
}

TEST_F(heroku_formation, takes_what_the_cli_sends_and_what_the_schema_says) {
    const seen cli = patch("/apps/acme-staging/formation",
                           R"({"updates":[{"type":"web","quantity":"3","size":"standard-2x"}]})");
    EXPECT_EQ(cli.status(), 200);
    EXPECT_EQ(get("/apps/acme-staging/formation/web").at("/quantity"), "3");
    EXPECT_EQ(get("/apps/acme-staging/formation/web").at("/size"), R"("Standard-2X")");

    patch("/apps/acme-staging/formation/web", R"({"dyno_size":{"name":"Performance-M"}})");
    EXPECT_EQ(get("/apps/acme-staging/formation/web").at("/dyno_size/name"), R"("Performance-M")");
    patch("/apps/acme-staging/formation/web", R"({"dyno_size":"standard-1x","colour":"red"})");
    EXPECT_EQ(get("/apps/acme-staging/formation/web").at("/size"), R"("Standard-1X")");
}

TEST_F(heroku_formation, of_another_size_restarts_only_that_type) {
    const std::string web = get("/apps/acme-staging/dynos/web.1").at("/id");
    const std::string worker = get("/apps/acme-staging/dynos/worker.1").at("/id");
    patch("/apps/acme-staging/formation/web", R"({"size":"Standard-2X"})");

    EXPECT_EQ(dynos("acme-staging"), "web.1 starting, web.2 starting, worker.1 up");
    EXPECT_NE(get("/apps/acme-staging/dynos/web.1").at("/id"), web);
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.1").at("/size"), R"("Standard-2X")");
    EXPECT_EQ(get("/apps/acme-staging/dynos/worker.1").at("/id"), worker);
}

TEST_F(heroku_formation, asked_for_again_changes_nothing) {
    patch("/apps/acme-staging/formation/web", R"({"quantity":3})");
    const std::string before = json::text(server.state());
    later(1s);
    patch("/apps/acme-staging/formation/web", R"({"quantity":3})");
    EXPECT_EQ(json::text(server.state()), before);
}

TEST_F(heroku_formation, refuses_nonsense_whole) {
    const std::string before = json::text(server.state());
    const std::string path = "/apps/acme-staging/formation";
    const seen unknown =
        patch(path, R"({"updates":[{"type":"web","quantity":3},{"type":"cron","quantity":1}]})");
    EXPECT_EQ(unknown.status(), 404);
    EXPECT_EQ(unknown.at("/message"), R"("Couldn't find that process type (cron).")");

    for (const char* const quantity : {"-1", "\"-1\"", "\"many\"", "\"3x\"", "\"\"", "1.5", "true",
                                       "[]", "99999999999999999999"})
        EXPECT_EQ(patch(path + "/web", R"({"quantity":)" + std::string(quantity) + "}").status(),
                  422)
            << quantity;
    const seen size = patch(path + "/web", R"({"size":"1X"})");
    EXPECT_EQ(size.status(), 422);
    EXPECT_EQ(size.at("/id"), R"("invalid_params")");
    EXPECT_NE(size.at("/message").find("No such size as 1X. Available dyno sizes are Eco, Basic,"),
              std::string::npos);
    EXPECT_EQ(patch(path, R"({"updates":"web=1"})").status(), 422);
    EXPECT_EQ(patch(path, R"({"updates":["web"]})").status(), 422);
    EXPECT_EQ(patch(path, R"({"updates":[{"quantity":1}]})").status(), 422);
    EXPECT_EQ(patch(path, R"({"updates":[{"type":7,"quantity":1}]})").status(), 422);
    EXPECT_EQ(patch(path, "{}").status(), 422);
    EXPECT_EQ(json::text(server.state()), before);
}

TEST_F(heroku_formation, has_limits_that_name_themselves) {
    const std::string path = "/apps/acme-staging/formation/";
    const seen all = patch(path + "web", R"({"quantity":100})");
    EXPECT_EQ(all.status(), 422);
    EXPECT_EQ(all.at("/id"), R"("cannot_update_above_limit")");
    EXPECT_EQ(all.at("/limit"), "100");
    EXPECT_EQ(patch(path + "web", R"({"quantity":99})").status(), 200);

    EXPECT_EQ(patch(path + "clock", R"({"size":"performance-m"})").status(), 200);
    patch(path + "web", R"({"quantity":1})");
    EXPECT_EQ(patch(path + "clock", R"({"quantity":11})").at("/limit"), "10");
    EXPECT_EQ(patch("/apps/brix/formation/web", R"({"quantity":2})").at("/message"),
              R"("Cannot update to more than 1 Basic size dynos.")");
    EXPECT_EQ(patch(path + "web", R"({"size":"eco"})").at("/message"),
              R"("Cannot use the following dyno types in the same app: Eco and Standard-1X")");
}

} // namespace
} // namespace chatops::mocks
