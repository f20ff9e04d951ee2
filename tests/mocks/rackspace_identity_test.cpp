// Rackspace's identity service at the mock: credentials, tokens, the catalogue.
#include "tests/mocks/rackspace_account.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks::rackspace {
namespace {

class rackspace_identity : public rackspace_account {
  protected:
    answered tokens(const std::string& auth) {
        return send("POST", "/v2.0/tokens", R"({"auth":)" + auth + "}");
    }
};

TEST_F(rackspace_identity, gives_a_token_for_a_key_or_a_password) {
    const answered by_key = authenticate();
    const value& access = by_key.body.at("access");
    EXPECT_EQ(access.at("token").at("tenant").at("id"), "654321");
    EXPECT_EQ(access.at("token").at("expires"), "2024-03-01T12:00:00.000Z");
    EXPECT_EQ(access.at("token").at("RAX-AUTH:authenticatedBy"), (array{"APIKEY"}));
    EXPECT_EQ(access.at("user").at("RAX-AUTH:defaultRegion"), "DFW");
    const answered by_password = tokens(
        R"({"passwordCredentials":{"username":"agency","password":"correct horse battery staple"},)"
        R"("tenantId":"654321"})");
    EXPECT_EQ(by_password.status, 200);
    EXPECT_EQ(by_password.body.at("access").at("token").at("RAX-AUTH:authenticatedBy"),
              (array{"PASSWORD"}));
}

TEST_F(rackspace_identity, refuses_what_is_wrong_with_a_named_fault) {
    const auto fault = [](const answered& given) {
        return std::to_string(given.status) + ' ' + json::text(given.body);
    };
    EXPECT_EQ(
        fault(tokens(R"({"RAX-KSKEY:apiKeyCredentials":{"username":"agency","apiKey":"no"}})")),
        R"(401 {"unauthorized":{"code":401,"message":)"
        R"("Unable to authenticate user with credentials provided."}})");
    EXPECT_EQ(fault(tokens(R"({"passwordCredentials":{"username":"other","password":"x"}})"))
                  .substr(0, 3),
              "401");
    EXPECT_EQ(fault(tokens("{}")), R"(400 {"badRequest":{"code":400,"message":)"
                                   R"("Invalid request body: unable to parse Auth data."}})");
    EXPECT_EQ(fault(send("POST", "/v2.0/tokens", "{")).substr(0, 3), "400");
    EXPECT_EQ(
        fault(tokens(R"({"RAX-KSKEY:apiKeyCredentials":{"username":"agency","apiKey":)"
                     R"("0123456789abcdef0123456789abcdef"},"tenantId":"111111"})")),
        R"(401 {"unauthorized":{"code":401,"message":"Tenant with Name/Id: '111111' is not valid )"
        R"~(for User 'agency' (id: '10654321')"}})~");
    EXPECT_EQ(send("GET", "/v2.0/nothing").status, 404);
    EXPECT_EQ(send("PUT", "/v2.0/tokens", "{}").status, 405);
}

TEST_F(rackspace_identity, keeps_a_disabled_user_out) {
    seed given = agency_account();
    given.is_disabled = true;
    rackspace::cloud closed(given, 7, began);
    http::request what{"POST",
                       "/v2.0/tokens",
                       {},
                       R"({"auth":{"RAX-KSKEY:apiKeyCredentials":{"username":"agency","apiKey":)"
                       R"("0123456789abcdef0123456789abcdef"}}})"};
    const auto answered = closed.handle(what, {now, now});
    EXPECT_EQ(answered.status, 403);
    EXPECT_NE(answered.body.find("userDisabled"), std::string::npos);
}

TEST_F(rackspace_identity, asks_whoever_comes_by_password_for_a_passcode) {
    seed given = agency_account();
    given.passcode = "1411594";
    rackspace::cloud careful(given, 7, began);
    const auto ask = [&](const std::string& auth, http::fields headers) {
        http::request what{"POST", "/v2.0/tokens", std::move(headers), R"({"auth":)" + auth + "}"};
        return careful.handle(what, {now, now});
    };
    const std::string password = R"({"passwordCredentials":{"username":"agency","password":)"
                                 R"("correct horse battery staple"}})";
    const http::response asked = ask(password, {});
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(asked.body, R"({"unauthorized":{"code":401,"message":)"
                          R"("Additional authentication credentials required."}})");
    const std::string challenge(asked.headers.get("WWW-Authenticate"));
    EXPECT_EQ(challenge.substr(0, 17), "OS-MF sessionId='");
    const std::string session = challenge.substr(17, 32);
    EXPECT_EQ(challenge.substr(49), "', factor='PASSCODE'");
    const auto passcode = [](const std::string& typed) {
        return R"({"RAX-AUTH:passcodeCredentials":{"passcode":")" + typed + "\"}}";
    };
    EXPECT_EQ(ask(passcode("0000000"), {{"X-SessionId", session}}).status, 401);
    EXPECT_EQ(ask(passcode("1411594"), {{"X-SessionId", session}}).status, 401)
        << "a session is used up by a wrong one";
    const std::string again(ask(password, {}).headers.get("WWW-Authenticate"));
    const http::response let_in = ask(passcode("1411594"), {{"X-SessionId", again.substr(17, 32)}});
    EXPECT_EQ(let_in.status, 200);
    EXPECT_NE(let_in.body.find(R"("RAX-AUTH:authenticatedBy":["PASSCODE","PASSWORD"])"),
              std::string::npos);
    EXPECT_EQ(ask(R"({"RAX-KSKEY:apiKeyCredentials":{"username":"agency","apiKey":)"
                  R"("0123456789abcdef0123456789abcdef"}})",
                  {})
                  .status,
              200)
        << "a key has no phone";
}

TEST_F(rackspace_identity, is_limited_with_a_time_to_come_back) {
    const http::response over = cloud.refusal(429, {"POST", "/v2.0/tokens", {}, {}});
    EXPECT_EQ(over.status, 413);
    EXPECT_EQ(over.headers.get("Retry-After"), "5");
    EXPECT_TRUE(boost::json::parse(over.body).as_object().contains("overLimit"));
}

TEST_F(rackspace_identity, hands_out_the_same_token_until_its_last_hour) {
    authenticate();
    const std::string first = token;
    pass(22h);
    authenticate();
    EXPECT_EQ(token, first);
    pass(61min);
    authenticate();
    EXPECT_NE(token, first);
    token = first;
    EXPECT_EQ(get("/servers").status, 200) << "the old one lives to its end";
    pass(1h);
    EXPECT_EQ(get("/servers").status, 401);
}

TEST_F(rackspace_identity, validates_and_revokes_a_token) {
    authenticate();
    const std::string mine = token;
    const answered valid = send("GET", "/v2.0/tokens/" + mine);
    EXPECT_EQ(valid.body.at("access").at("token").at("id"), text_value(mine));
    EXPECT_EQ(send("GET", "/v2.0/tokens/unknown").status, 404);
    const answered endpoints = send("GET", "/v2.0/tokens/" + mine + "/endpoints");
    EXPECT_EQ(endpoints.body.at("endpoints").as_array().size(), 6u * 3 + 1);
    EXPECT_EQ(send("DELETE", "/v2.0/tokens/" + mine).status, 204);
    EXPECT_EQ(get("/servers").status, 401);
    EXPECT_EQ(send("GET", "/v2.0/tokens/" + mine).status, 401) << "whoever asks has one";
    authenticate();
    EXPECT_NE(token, mine);
    EXPECT_EQ(get("/servers").status, 200);
}

TEST_F(rackspace_identity, has_a_catalogue_at_the_address_that_was_asked) {
    const array services = authenticate().body.at("access").at("serviceCatalog").as_array();
    std::string shown;
    for (const value& each : services) {
        const value& first = each.at("endpoints").at(0);
        shown += json::text(each.at("name")) + ' ' + json::text(each.at("type")) + ' ' +
                 json::text(first.at("publicURL")) +
                 (first.as_object().contains("region") ? "\n" : " everywhere\n");
    }
    EXPECT_EQ(shown,
              R"("cloudServersOpenStack" "compute" "http://127.0.0.1:9102/v2/654321")"
              "\n"
              R"("cloudImages" "image" "http://127.0.0.1:9102/image/v2/654321")"
              "\n"
              R"("cloudLoadBalancers" "rax:load-balancer" "http://127.0.0.1:9102/v1.0/654321")"
              "\n"
              R"("cloudDNS" "rax:dns" "http://127.0.0.1:9102/v1.0/654321" everywhere)"
              "\n");
    EXPECT_EQ(services.at(0).at("endpoints").at(1).at("publicURL"),
              "http://127.0.0.1:9102/ord/v2/654321");
}

TEST_F(rackspace_identity, has_a_catalogue_of_rackspaces_own_hosts_there) {
    const http::fields at_home{{"Host", "identity.api.rackspacecloud.com"}};
    const answered given = send("POST", "/v2.0/tokens",
                                R"({"auth":{"RAX-KSKEY:apiKeyCredentials":{"username":"agency",)"
                                R"("apiKey":"0123456789abcdef0123456789abcdef"}}})",
                                at_home);
    const value& services = given.body.at("access").at("serviceCatalog");
    EXPECT_EQ(services.at(0).at("endpoints").at(1).at("publicURL"),
              "https://ord.servers.api.rackspacecloud.com/v2/654321");
    EXPECT_EQ(services.at(3).at("endpoints").at(0).at("publicURL"),
              "https://dns.api.rackspacecloud.com/v1.0/654321");
    for (const std::string& each : rackspace::cloud::addresses())
        EXPECT_EQ(each.substr(each.size() - 23), ".api.rackspacecloud.com") << each;
}

TEST_F(rackspace_identity, guards_every_service_in_the_shape_of_its_faults) {
    const answered servers = get("/servers");
    EXPECT_EQ(servers.status, 401);
    EXPECT_EQ(servers.body.at("unauthorized").at("code"), 401);
    const answered balancers = send("GET", "/v1.0/654321/loadbalancers");
    EXPECT_EQ(balancers.status, 401);
    EXPECT_EQ(balancers.body.at("code"), 401) << "flat";
    authenticate();
    EXPECT_EQ(send("GET", "/v2/111111/servers").status, 401) << "of another account";
    EXPECT_EQ(send("GET", "/nothing").status, 404);
}

TEST_F(rackspace_identity, is_looked_at_without_leaving_a_trace) {
    http::request what{"POST",
                       "/v2.0/tokens",
                       {},
                       R"({"auth":{"RAX-KSKEY:apiKeyCredentials":{"username":"agency","apiKey":)"
                       R"("0123456789abcdef0123456789abcdef"}}})"};
    const std::string before = json::text(cloud.state());
    const value seen = boost::json::parse(cloud.look(what, {now, now})->body);
    const std::string looked(view(seen.at("access").at("token").at("id").as_string()));
    http::request list{"GET", "/v2/654321/servers", {{"X-Auth-Token", looked}}, {}};
    EXPECT_EQ(cloud.look(list, {now, now})->status, 200) << "with the token that was looked at";
    EXPECT_EQ(json::text(cloud.state()), before);
    authenticate();
    EXPECT_EQ(token, looked);
}

} // namespace
} // namespace chatops::mocks::rackspace
