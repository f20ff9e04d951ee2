// What errors inside a good status mean.
#include "chatops/core/json.hpp"
#include "chatops/provider/newrelic/graph.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::newrelic {
namespace {

constexpr provider::vendor newrelic_facts{.name = "newrelic",
                                          .accept = "application/json",
                                          .request_id = "x",
                                          .next_page = {},
                                          .token_comes_back = duration{1'000}};

/// What becomes of an answer.
std::string meaning(const std::string& body, bool reads = true) {
    const provider::asked about{newrelic_facts, "POST /graphql", reads};
    try {
        check_answer(json::parse(body).value(), about);
    } catch (const provider_error& refused) {
        return std::to_string(refused.status()) + ' ' + refused.id() + ": " + refused.what();
    } catch (const unavailable& silent) {
        return (silent.effect() == effect_known::did_not_happen ? std::string("not done: ")
                                                                : "perhaps done: ") +
               silent.what();
    }
    return "used";
}

std::string failing(const std::string& extensions, const std::string& data = "null") {
    return R"({"data":)" + data + R"(,"errors":[{"message":"It said so","extensions":{)" +
           extensions + "}}]}";
}

TEST(newrelic_graph, takes_an_answer_without_errors_as_it_is) {
    EXPECT_EQ(meaning(R"({"data":{"actor":{"account":null}}})"), "used");
    EXPECT_EQ(meaning(R"({"data":{"actor":{}},"errors":[]})"), "used");
    EXPECT_EQ(meaning(R"({"data":null,"errors":null})"), "used");
}

TEST(newrelic_graph, tells_failures_from_refusals_by_their_class) {
    for (const char* const own : {"TIMEOUT", "INTERNAL_SERVER_ERROR", "SERVER_ERROR"}) {
        const std::string body = failing(R"("errorClass":")" + std::string(own) + '"');
        EXPECT_EQ(meaning(body), "not done: It said so (POST /graphql)") << own;
        EXPECT_EQ(meaning(body, false), "perhaps done: It said so (POST /graphql)") << own;
    }
    EXPECT_EQ(meaning(failing(R"("errorClass":"TOO_MANY_REQUESTS")")),
              "429 TOO_MANY_REQUESTS: It said so");
    EXPECT_EQ(meaning(failing(R"("error_code":"BAD_API_KEY","errorClass":"INVALID_INPUT")")),
              "401 BAD_API_KEY: It said so Check the api_key of newrelic in the configuration.");
    EXPECT_EQ(meaning(failing(R"("errorClass":"FORBIDDEN")")), "403 FORBIDDEN: It said so");
    EXPECT_EQ(meaning(failing(R"("errorClass":"NOT_FOUND")")), "404 NOT_FOUND: It said so");
    EXPECT_EQ(meaning(failing(R"("errorClass":"INVALID_INPUT")")), "422 INVALID_INPUT: It said so");
    EXPECT_EQ(meaning(failing("")), "422 graphql_error: It said so");
}

TEST(newrelic_graph, uses_what_is_there_beside_errors) {
    const std::string timeout = R"("errorClass":"TIMEOUT")";
    EXPECT_EQ(
        meaning(failing(timeout, R"({"actor":{"account":{"nrql":null},"entity":{"name":"a"}}})")),
        "used");
    EXPECT_EQ(meaning(failing(timeout, R"({"actor":{"account":{"nrql":{"results":[]}}}})")),
              "used");
    EXPECT_EQ(meaning(failing(timeout, R"({"actor":{"account":{"nrql":null},"entity":null}})")),
              "not done: It said so (POST /graphql)");
}

TEST(newrelic_graph, repeats_no_key_and_no_novel) {
    const std::string key = "NRAK-ABCDEFGHIJKLMNOPQRSTUVWXYZ0";
    EXPECT_EQ(meaning(R"({"errors":[{"message":"No such key ')" + key +
                      R"(' here\nreally","extensions":{"error_code":"BAD_API_KEY"}}]})"),
              "401 BAD_API_KEY: No such key '[hidden]' here really Check the api_key of newrelic "
              "in the configuration.");
    EXPECT_EQ(errors_in(json::parse(R"({"errors":[{"message":"NRQL Syntax Error"}]})").value())
                  .front()
                  .message,
              "NRQL Syntax Error");
    const auto long_one = errors_in(
        json::parse(R"({"errors":[{"message":")" + std::string(5'000, 'a') + R"("}]})").value());
    EXPECT_EQ(long_one.front().message.size(), limits::vendor_message_bytes);
}

TEST(newrelic_graph, survives_errors_of_any_form) {
    for (const char* const odd :
         {R"({"errors":"x"})", R"({"errors":{}})", R"([])", R"("x")", R"({"errors":[]})"})
        EXPECT_EQ(meaning(odd), "used") << odd;
    EXPECT_EQ(meaning(R"({"errors":[1]})"), "422 graphql_error: an error");
    EXPECT_EQ(meaning(R"({"errors":[{"extensions":{"code":"X"}}]})"), "422 X: X");
}

TEST(newrelic_graph, reads_the_words_of_a_refusal_by_status) {
    EXPECT_EQ(
        refusal_words(json::parse(R"({"errors":[{"message":"authentication required"}]})").value())
            .message,
        "authentication required");
    EXPECT_EQ(
        refusal_words(json::parse(R"({"error":{"title":"No API key specified"}})").value()).message,
        "No API key specified");
    EXPECT_EQ(refusal_words(json::parse("[]").value()).message, std::nullopt);
}

TEST(newrelic_graph, finds_what_stands_in_an_answer) {
    const auto body =
        json::parse(R"({"data":{"actor":{"account":{"nrql":{"results":[1]}},"n":null}}})").value();
    ASSERT_NE(found_at(body, "actor/account/nrql"), nullptr);
    EXPECT_EQ(json::text(*found_at(body, "actor/account/nrql")), R"({"results":[1]})");
    EXPECT_EQ(found_at(body, "actor/n"), nullptr);
    EXPECT_EQ(found_at(body, "actor/account/nrql/results/x"), nullptr);
    EXPECT_EQ(found_at(body, "nobody/account"), nullptr);
}

} // namespace
} // namespace chatops::newrelic
