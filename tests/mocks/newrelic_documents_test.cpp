// What may be asked of NerdGraph, how, and what is refused.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

using newrelic_documents = newrelic_account;

TEST_F(newrelic_documents, need_a_key_in_one_of_two_headers) {
    const replied none = send("POST", "/graphql", R"({"query":"{__typename}"})", {{"Api-Key", ""}});
    EXPECT_EQ(none.status(), 401);
    EXPECT_EQ(none.response.body, R"({"errors":[{"message":"authentication required"}]})");

    const replied wrong =
        send("POST", "/graphql", R"({"query":"{__typename}"})", {{"Api-Key", "NRAK-wrong"}});
    EXPECT_EQ(wrong.status(), 200);
    EXPECT_EQ(wrong.at("/errors/0/extensions/error_code"), R"("BAD_API_KEY")");

    EXPECT_EQ(send("POST", "/graphql", R"({"query":"{__typename}"})",
                   {{"Api-Key", ""}, {"API-KEY", "NRAK-right"}})
                  .response.body,
              R"({"data":{"__typename":"RootQueryType"}})");
}

TEST_F(newrelic_documents, say_who_asks_and_of_which_accounts) {
    const replied made = ask("{ actor { user { name email } accounts { id name } } }");

    EXPECT_EQ(made.response.body,
              R"({"data":{"actor":{"user":{"name":"Olu Ops","email":"ops@agency.example"},)"
              R"("accounts":[{"id":1234567,"name":"Agency"}]}}})");
}

TEST_F(newrelic_documents, show_nothing_of_an_account_that_the_key_cannot_see) {
    EXPECT_EQ(ask("{ actor { account(id: 99) { name } } }").response.body,
              R"({"data":{"actor":{"account":null}}})");
}

TEST_F(newrelic_documents, have_aliases_fragments_directives_and_comments) {
    const replied made = ask(R"(# Who, and where
query Both($with: Boolean = false, $id: Int!) {
  me: actor { ...who, user { id @skip(if: true) email @include(if: $with) } }
  again: actor { account(id: $id) { __typename ... on Account { name }
    ...@include(if: $with) { id } } }
}
fragment who on Actor { user { name } })",
                             R"({"id": 1234567})");

    EXPECT_EQ(made.response.body,
              R"({"data":{"me":{"user":{"name":"Olu Ops"}},)"
              R"("again":{"account":{"__typename":"Account","name":"Agency"}}}})");
}

TEST_F(newrelic_documents, choose_an_operation_by_its_name) {
    const std::string two = R"("query a { actor { user { name } } } query b { __typename }")";

    EXPECT_EQ(
        send("POST", "/graphql", R"({"operationName":"b","query":)" + two + "}").response.body,
        R"({"data":{"__typename":"RootQueryType"}})");
    EXPECT_EQ(send("POST", "/graphql", R"({"query":)" + two + "}").error(),
              "Must provide a valid operation name if query contains multiple operations.");
    EXPECT_EQ(send("POST", "/graphql", R"({"operationName":"c","query":)" + two + "}").error(),
              "Unknown operation named \"c\"");
}

struct refused_document {
    const char* query;
    const char* variables;
    const char* error;
};

TEST_F(newrelic_documents, are_refused_where_they_ask_for_what_there_is_not) {
    const refused_document all[] = {
        {"{ actor { usr { name } } }", "null", "Cannot query field \"usr\" on type \"Actor\"."},
        {"{ actor }", "null",
         "Field \"actor\" of type \"Actor\" must have a selection of subfields. Did you mean "
         "\"actor { ... }\"?"},
        {"{ actor { user { name { first } } } }", "null",
         "Field \"name\" must not have a selection since type \"String\" has no subfields."},
        {"{ actor { account { name } } }", "null",
         "In argument \"id\": Expected type \"Int!\", found null."},
        {"{ actor { account(id: \"1\") { name } } }", "null",
         "Argument \"id\" has invalid value \"1\"."},
        {"{ actor { account(id: 1, of: 2) { name } } }", "null",
         "Unknown argument \"of\" on field \"account\" of type \"Actor\"."},
        {"query($id: Int!) { actor { account(id: $id) { name } } }", "null",
         "Variable \"id\": Expected non-null, found null."},
        {"query($id: Int!) { actor { account(id: $id) { name } } }", R"({"id":"x"})",
         "Argument \"id\" has invalid value $id."},
        {"query($id: String!) { actor { account(id: $id) { name } } }", R"({"id":"1"})",
         "Variable `$id` of type `String!` found as input to argument of type `Int!`."},
        {"{ actor { account(id: $id) { name } } }", "null", "Variable \"id\" is not defined."},
        {"query q($a: Int) { actor { user { name } } }", "null",
         "Variable \"a\" is never used in operation \"q\"."},
        {"{ actor { ...who } }", "null", "Unknown fragment \"who\"."},
        {"{ actor { ...a } } fragment a on Actor { ...b } fragment b on Actor { ...a }", "null",
         "Cannot spread fragment \"a\" within itself."},
        {"{ actor { ... on User { name } } }", "null",
         "Fragment spread has no type overlap with parent.\nParent type: \"Actor\"\nSpread type: "
         "\"User\""},
        {"{ actor { ... on Nothing { name } } }", "null", "Unknown type \"Nothing\"."},
        {"{ actor { user { name @deprecated } } }", "null", "Unknown directive `deprecated'."},
        {"subscription { actor { user { name } } }", "null",
         "Operation \"subscription\" not supported"},
        {"{ __schema { types { name } } }", "null",
         "Cannot query field \"__schema\" on type \"RootQueryType\"."},
        {"{ actor { user { name } }", "null", "syntax error before: \"\""},
        {"{ actor { user { na?me } } }", "null", "Parsing failed at `?me } } }`"},
        {"{ a: actor { user { name } } a: __typename }", "null",
         "Fields \"a\" conflict because \"actor\" and \"__typename\" are different fields. Use "
         "different aliases on the fields to fetch both if this was intentional."},
    };
    for (const refused_document& each : all) {
        const replied made = ask(each.query, each.variables);
        EXPECT_EQ(made.status(), 200) << each.query;
        EXPECT_EQ(made.error(), each.error) << each.query;
        EXPECT_EQ(made.at("/data"), "nothing") << each.query;
    }
}

TEST_F(newrelic_documents, name_the_place_of_a_mistake) {
    const replied made = ask("{\n  actor {\n    usr { name }\n  }\n}");

    EXPECT_EQ(made.at("/errors/0/locations"), R"([{"line":3,"column":5}])");
}

TEST_F(newrelic_documents, name_what_is_wrong_inside_an_input) {
    const replied made = ask(
        "mutation { alertsMutingRuleCreate(accountId: 1234567, rule: {name: \"a\", colour: 1, "
        "condition: {operator: AND, conditions: [{attribute: \"x\", operator: IS, values: []}]}}) "
        "{ id } }");

    EXPECT_EQ(made.error(),
              "Argument \"rule\" has invalid value {name: \"a\", colour: 1, condition: {operator: "
              "AND, conditions: [{attribute: \"x\", operator: IS, values: []}]}}.\n"
              "In field \"colour\": Unknown field.\n"
              "In field \"condition\": In field \"conditions\": In element #1: In field "
              "\"operator\": Expected type \"AlertsMutingRuleConditionOperator!\", found IS.\n"
              "In field \"enabled\": Expected type \"Boolean!\", found null.");
}

TEST_F(newrelic_documents, are_limited_in_depth_and_in_all_that_they_ask_for) {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "{ a ";
    EXPECT_EQ(ask(deep).error(), "Document is nested too deeply");

    // Each fragment spreads the next one ten times.
    std::string wide = "{ actor { ...f0 } }";
    for (int i = 0; i < 6; ++i) {
        wide += " fragment f" + std::to_string(i) + " on Actor {";
        for (int j = 0; j < 10; ++j) wide += " ...f" + std::to_string(i + 1);
        wide += " }";
    }
    wide += " fragment f6 on Actor { user { name } }";
    EXPECT_EQ(ask(wide).error(), "Operation is too complex: it asks for more than 10000 fields");
}

TEST_F(newrelic_documents, have_text_with_every_escape_and_in_blocks) {
    const replied made = ask("mutation { alertsPolicyCreate(accountId: 1234567, policy: {name: "
                             "\"a \\\"b\\\" \\u00e9 \\uD83D\\uDE00 \\u{1F600} $x {y}\", "
                             "incidentPreference: PER_POLICY}) { name } }");
    EXPECT_EQ(made.at("/data/alertsPolicyCreate/name"),
              "\"a \\\"b\\\" \u00e9 \U0001F600 \U0001F600 $x {y}\"");

    const replied block = ask("mutation { alertsPolicyCreate(accountId: 1234567, policy: {name: "
                              "\"\"\"\n    one\n      two \\\"\"\"\n  \"\"\", incidentPreference: "
                              "PER_POLICY}) { name } }");
    EXPECT_EQ(block.at("/data/alertsPolicyCreate/name"), R"("one\n  two \"\"\"")");
}

TEST_F(newrelic_documents, come_as_json_or_not_at_all) {
    EXPECT_EQ(send("POST", "/graphql", "{").status(), 400);
    EXPECT_EQ(send("POST", "/graphql", "{}").error(), "No query document supplied");
    EXPECT_EQ(send("POST", "/graphql", R"({"query":"{__typename}","variables":3})").status(), 400);
    EXPECT_EQ(send("GET", "/graphql").status(), 404);
    EXPECT_EQ(send("POST", "/graphql", "{ __typename }", {{"Content-Type", "application/graphql"}})
                  .response.body,
              R"({"data":{"__typename":"RootQueryType"}})");
}

TEST_F(newrelic_documents, fail_inside_a_200_where_a_test_says_so) {
    control("/_mock/errors", R"({"class":"TIMEOUT","count":2})");

    EXPECT_EQ(ask("{ __typename }").status(), 200);
    EXPECT_EQ(ask("{ __typename }").error_class(), R"("TIMEOUT")");
    EXPECT_EQ(ask("{ __typename }").error(), "none");
    const http::response many = server.refusal(429, {"POST", "/graphql", {}, {}});
    EXPECT_EQ(many.status, 429);
    EXPECT_NE(many.body.find("TOO_MANY_REQUESTS"), std::string::npos);
}

TEST_F(newrelic_documents, can_be_looked_at_without_leaving_a_trace) {
    http::request what;
    what.method = "POST";
    what.url = "/graphql";
    what.headers = {{"Api-Key", "NRAK-right"}};
    what.body = R"({"query":"mutation { alertsPolicyDelete(accountId: 1234567, id: 1) { id } }"})";
    const std::string before = json::text(server.state());

    EXPECT_NE(server.look(what, {now, now})->body.find("Not Found"), std::string::npos);
    EXPECT_EQ(json::text(server.state()), before);
}

} // namespace
} // namespace chatops::mocks::newrelic
