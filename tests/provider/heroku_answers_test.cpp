// What Heroku's answers mean to a person: refusals, and what is no use.
#include "tests/provider/heroku_conversation.hpp"

namespace chatops::heroku {
namespace {

using heroku_answers = heroku_client;

TEST_F(heroku_answers, tells_what_heroku_said_and_what_its_support_asks_for) {
    network.on("PATCH /apps/acme/formation", 422,
               R"({"id":"invalid_params","message":"No such\nsize.","url":"https://x"})",
               {{"Request-Id", "r-1,r-2"}});
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.scale(acme, web_to_3)),
              "422 invalid_params r-1,r-2: No such size.");
}

TEST_F(heroku_answers, never_shows_its_token_even_if_heroku_does) {
    network.on("GET /apps/acme", 401,
               R"({"id":"unauthorized","message":"Bad token HRKU-very-secret given."})");
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.app(acme)),
              "401 unauthorized : Bad token [hidden] given. Check the "
              "token of heroku in the configuration.");
}

TEST_F(heroku_answers, takes_a_refusal_in_other_words_for_one) {
    network.on("GET /apps/acme", 422, R"({"error":"something else"})");
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.app(acme)), "422 http_422 : it answered 422");
}

TEST_F(heroku_answers, says_what_a_person_has_to_do_elsewhere) {
    const std::string path = "POST /apps/acme/dynos";
    network.on(path, 402, R"({"id":"delinquent","message":"Pay."})")
        .on(path, 403, R"({"id":"two_factor","message":"A second factor is required."})",
            {{"Heroku-Two-Factor-Required", "true"}})
        .on(path, 423, R"({"id":"confirmation_required","message":"Sure?"})")
        .on(path, 422, R"({"id":"verification_needed"})")
        .on(path, 422, R"({"id":7,"message":[]})");
    auto heroku = made();
    run_order order;
    order.command = "ls";
    EXPECT_EQ(failure_of(heroku.run(acme, order)),
              "402 delinquent : Pay. Whoever pays for the account must settle that at Heroku "
              "first.");
    EXPECT_EQ(failure_of(heroku.run(acme, order)),
              "403 two_factor : A second factor is required. A bot has no second factor: this can "
              "only be done at Heroku, by a person.");
    EXPECT_EQ(failure_of(heroku.run(acme, order)),
              "423 confirmation_required : Sure? Heroku wants that confirmed by a person, in its "
              "dashboard.");
    EXPECT_EQ(failure_of(heroku.run(acme, order)), "422 verification_needed : verification_needed");
    EXPECT_EQ(failure_of(heroku.run(acme, order)), "422 http_422 : it answered 422");
}

TEST_F(heroku_answers, finds_its_token_behind_characters_that_nobody_sees) {
    network.on("GET /apps/acme", 403,
               "{\"id\":\"forbidden\",\"message\":\"Not HRKU-\\u0007very-secret.\"}");
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.app(acme)), "403 forbidden : Not [hidden].");
}

TEST_F(heroku_answers, cuts_what_a_person_would_not_read) {
    network.on("GET /apps/acme", 403,
               R"({"id":"forbidden","message":")" + std::string(5'000, 'x') + "\"}");
    auto heroku = made();
    EXPECT_LT(failure_of(heroku.app(acme)).size(), 700u);
}

// ---- answers that are no use

TEST_F(heroku_answers, says_what_was_wrong_with_an_answer) {
    const auto said = [&](int status, const std::string& body, bool repeated = true) {
        network.script.clear();
        if (repeated)
            every_try("GET /apps/acme", status, body);
        else
            network.on("GET /apps/acme", status, body);
        support::scripted_transport once{world.time};
        once.script = std::exchange(network.script, {});
        client heroku({once, world.time, chance, where, known});
        return failure_of(heroku.app(acme));
    };
    EXPECT_EQ(said(200, html),
              "not done: it answered 200 with a web page instead of JSON (GET /apps/acme)");
    EXPECT_EQ(said(503, html), "not done: it answered 503 (GET /apps/acme)");
    EXPECT_EQ(said(500, R"({"id":"internal_server_error","message":"Sorry."})"),
              "not done: it answered 500: Sorry. (GET /apps/acme)");
    EXPECT_EQ(said(404, html),
              "not done: it answered 404 with a web page instead of JSON (GET /apps/acme)");
    EXPECT_EQ(said(200, app_json("acme").substr(0, 20)),
              "not done: its answer (200) cannot be read: This JSON ends too early at byte 20 (GET "
              "/apps/acme)");
    EXPECT_EQ(said(200, ""), "not done: it answered 200 without a body (GET /apps/acme)");
    EXPECT_EQ(said(302, "{}"), "not done: it answered 302 (GET /apps/acme)");
    EXPECT_EQ(said(200, std::string(10'000, '[')).substr(0, 75),
              "not done: its answer (200) cannot be read: This JSON is nested more than 64");
    EXPECT_EQ(said(200, R"({"id":"x"})", false),
              "not done: its answer is not what was expected: name is missing (GET /apps/acme)");
    EXPECT_EQ(said(200, "[]", false), "not done: its answer is not what was expected: The JSON "
                                      "value must be an object, not a list (GET /apps/acme)");
}

TEST_F(heroku_answers, names_the_place_of_what_does_not_fit) {
    network.on("GET /apps/acme/formation", 200, "[" + web_3 + R"(,{"type":"x","quantity":"2"}])");
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.formation(acme)),
              "not done: its answer is not what was expected: [1].quantity must be a whole number, "
              "not text (GET /apps/acme/formation)");
}

} // namespace
} // namespace chatops::heroku
