// Servers at the mock of Rackspace: how they are listed, made, shown and ended.
#include "tests/mocks/rackspace_account.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks::rackspace {
namespace {

class rackspace_servers : public rackspace_account {
  protected:
    rackspace_servers() { authenticate(); }

    static std::string names_in(const value& list) {
        std::string made;
        for (const value& each : list.as_array())
            (made += made.empty() ? "" : " ") += view(each.at("name").as_string());
        return made;
    }
    std::string names(const std::string& path) { return names_in(get(path).body.at("servers")); }
    std::string message_of(const answered& refused) {
        const auto& fault = *refused.body.as_object().begin();
        return std::string(fault.key()) + ": " +
               std::string(view(fault.value().at("message").as_string()));
    }
};

constexpr const char* debian = "a4f0b2d8-9e3c-4d55-b7f1-6d1c8e4f2a03";

TEST_F(rackspace_servers, are_those_of_the_region_that_is_asked) {
    EXPECT_EQ(names("/servers"), "web-1 web-2 db-1 old-1");
    const answered chicago = send("GET", "/ord/v2/654321/servers");
    EXPECT_EQ(names_in(chicago.body.at("servers")), "chicago-1");
    const answered at_home =
        send("GET", "/v2/654321/servers", {}, {{"Host", "ord.servers.api.rackspacecloud.com"}});
    EXPECT_EQ(names_in(at_home.body.at("servers")), "chicago-1");
    const std::string href(
        view(at_home.body.at("servers").at(0).at("links").at(0).at("href").as_string()));
    EXPECT_EQ(href.rfind("https://ord.servers.api.rackspacecloud.com/v2/654321/servers/", 0), 0u);
}

TEST_F(rackspace_servers, are_shown_with_all_that_is_known) {
    const value one = server("web-1");
    EXPECT_EQ(one.at("status"), "ACTIVE");
    EXPECT_EQ(one.at("progress"), 100);
    EXPECT_EQ(one.at("flavor").at("id"), "general1-2");
    EXPECT_EQ(one.at("addresses").at("public").at(0).at("version"), 4);
    EXPECT_EQ(one.at("addresses").at("private").at(0).at("addr"), "10.208.0.1");
    EXPECT_EQ(one.at("OS-EXT-STS:power_state"), 1);
    EXPECT_TRUE(one.at("OS-EXT-STS:task_state").is_null());
    EXPECT_EQ(one.at("OS-DCF:diskConfig"), "AUTO");
    EXPECT_EQ(one.at("tenant_id"), "654321");
    EXPECT_EQ(one.at("links").as_array().size(), 2u);
    EXPECT_EQ(one.at("created"), "2023-11-01T12:00:00Z");
    const answered missing = get("/servers/none");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(message_of(missing), "itemNotFound: Instance none could not be found.");
    EXPECT_EQ(missing.headers.get("X-Compute-Request-Id").substr(0, 4), "req-");
}

TEST_F(rackspace_servers, come_in_pages_by_limit_and_marker) {
    const answered first = get("/servers?limit=3");
    EXPECT_EQ(names_in(first.body.at("servers")), "web-1 web-2 db-1");
    const value& link = first.body.at("servers_links").at(0);
    EXPECT_EQ(link.at("rel"), "next");
    const std::string href(view(link.at("href").as_string()));
    const std::string last(view(first.body.at("servers").at(2).at("id").as_string()));
    EXPECT_EQ(href, "http://127.0.0.1:9102/v2/654321/servers?limit=3&marker=" + last);
    const answered second = send("GET", href.substr(href.find("/v2/")));
    EXPECT_EQ(names_in(second.body.at("servers")), "old-1");
    EXPECT_FALSE(second.body.as_object().contains("servers_links")) << "it is the last";
    const std::string end(view(second.body.at("servers").at(0).at("id").as_string()));
    EXPECT_EQ(names("/servers/detail?marker=" + end), "") << "past the end";
    EXPECT_EQ(get("/servers?limit=-1").status, 400);
    EXPECT_EQ(get("/servers?limit=many").status, 400);
}

TEST_F(rackspace_servers, are_found_by_name_status_and_what_they_are_made_of) {
    EXPECT_EQ(names("/servers?name=web"), "web-1 web-2");
    EXPECT_EQ(names("/servers?name=^web-1$"), "web-1");
    EXPECT_EQ(names("/servers?name=^.*-1$"), "web-1 db-1 old-1");
    EXPECT_EQ(names("/servers?name=web\\-2"), "web-2");
    EXPECT_EQ(names("/servers?status=shutoff"), "old-1");
    EXPECT_EQ(names("/servers/detail?flavor=general1-8"), "db-1");
    EXPECT_EQ(names("/servers?image=" + std::string(debian)), "");
    EXPECT_EQ(names("/servers?flavor=huge"), "");
    EXPECT_EQ(names("/servers?status=ASLEEP"), "") << "a word that is no state is nobody's";
    EXPECT_EQ(message_of(get("/servers/detail?status=DELETED")),
              "forbidden: Only administrators may list deleted instances");
    EXPECT_EQ(get("/servers?status=DELETED").status, 403);
    const auto images = [&](const std::string& query) {
        return get("/images?" + query).body.at("images").as_array().size();
    };
    EXPECT_EQ(images("server=" + id_of("web-1")), 1u);
    EXPECT_EQ(images("status=saving"), 0u);
    EXPECT_EQ(images("changes-since=2024-02-22T12:00:00Z"), 1u);
    EXPECT_EQ(images("changes-since=2024-02-22T12:00:01Z"), 0u);
}

class rackspace_troubled_servers : public rackspace_account {
  protected:
    static seed with_trouble() {
        seed given = agency_account();
        given.servers = {
            {.name = "bad", .status = "ERROR", .fault = {404, "Could not find image 7.", "trace"}},
            {.name = "lost", .status = "ERROR"},
            {.name = "still", .status = "PAUSED"},
            {.name = "away", .status = "SUSPENDED"}};
        given.images.clear();
        return given;
    }
    rackspace_troubled_servers() : rackspace_account(with_trouble()) { authenticate(); }
};

TEST_F(rackspace_troubled_servers, have_a_fault_whose_details_are_for_others_than_500) {
    EXPECT_EQ(json::text(server("bad").at("fault")),
              R"({"code":404,"created":"2023-11-01T12:01:00Z","message":"Could not find image 7.",)"
              R"("details":"trace"})");
    EXPECT_FALSE(server("lost").at("fault").as_object().contains("details"));
    const http::request plan{"POST",
                             "/_mock/errored_actions",
                             {},
                             R"({"type":"reboot","fault":{"code":503,"message":"Full.",)"
                             R"("details":"all"}})"};
    ASSERT_EQ(cloud.control(plan, {now, now})->status, 200);
    act("still", R"({"reboot":{"type":"HARD"}})");
    pass(1min);
    EXPECT_EQ(json::text(server("still").at("fault")),
              R"({"code":503,"created":"2024-02-29T12:00:30Z","message":"Full.","details":"all"})");
}

TEST_F(rackspace_troubled_servers, that_are_paused_or_suspended_refuse_nearly_everything) {
    EXPECT_EQ(states("still"), "PAUSED paused -");
    EXPECT_EQ(states("away"), "SUSPENDED suspended -");
    EXPECT_EQ(server("still").at("OS-EXT-STS:power_state"), 3);
    EXPECT_EQ(server("away").at("OS-EXT-STS:power_state"), 7);
    for (const char* const name : {"still", "away"}) {
        for (const char* const action :
             {R"({"reboot":{"type":"SOFT"}})", R"({"os-stop":null})", R"({"os-start":null})",
              R"({"resize":{"flavorRef":"general1-4"}})", R"({"rescue":"none"})",
              R"({"unrescue":null})", R"({"changePassword":{"adminPass":"x"}})"}) {
            const answered refused = act(name, action);
            EXPECT_EQ(refused.status, 409) << name << ' ' << action;
            EXPECT_TRUE(refused.body.as_object().contains("conflictingRequest")) << action;
        }
        EXPECT_EQ(act(name, R"({"createImage":{"name":"copy"}})").status, 202);
    }
    pass(2min);
    EXPECT_EQ(states("still"), "PAUSED paused -") << "a copy leaves it as it is";
    EXPECT_EQ(act("still", R"({"reboot":{"type":"HARD"}})").status, 202);
    EXPECT_EQ(states("still"), "HARD_REBOOT paused rebooting_hard");
    pass(30s);
    EXPECT_EQ(states("still"), "ACTIVE active -");
    EXPECT_EQ(send("DELETE", "/v2/654321/servers/" + id_of("away")).status, 204);
}

TEST_F(rackspace_servers, are_noted_with_what_is_short_where_nothing_forbids_it) {
    const std::string path = "/servers/" + id_of("web-1") + "/metadata";
    const auto said = [&](const std::string& name, const std::string& text) {
        const answered given = post(path, R"({"metadata":{")" + name + R"(":")" + text + "\"}}");
        return std::to_string(given.status) + ' ' + message_of(given);
    };
    EXPECT_EQ(said("", "x"), "400 badRequest: Metadata property key blank");
    EXPECT_EQ(said(std::string(256, 'n'), "x"),
              "413 overLimit: Metadata property key greater than 255 characters");
    EXPECT_EQ(said("a", std::string(256, 'x')),
              "413 overLimit: Metadata property value greater than 255 characters");
    act("web-1", R"({"reboot":{"type":"SOFT"}})");
    EXPECT_EQ(said("a", "x"), "409 conflictingRequest: Cannot 'update metadata' instance " +
                                  id_of("web-1") + " while it is in task_state rebooting");
    act("web-2", R"({"lock":null})");
    EXPECT_EQ(send("DELETE", "/v2/654321/servers/" + id_of("web-2") + "/metadata/a").status, 409);
}

TEST_F(rackspace_servers, tell_what_has_changed_also_what_is_gone) {
    EXPECT_EQ(names("/servers?changes-since=2024-02-29T12:00:00Z"), "");
    pass(1min);
    const std::string id = id_of("web-2");
    EXPECT_EQ(send("DELETE", "/v2/654321/servers/" + id).status, 204);
    EXPECT_EQ(states("web-2"), "ACTIVE active deleting");
    pass(1min);
    EXPECT_EQ(get("/servers/" + id).status, 404);
    EXPECT_EQ(names("/servers"), "web-1 db-1 old-1");
    const answered changed = get("/servers/detail?changes-since=2024-02-29T12:00:00");
    EXPECT_EQ(names_in(changed.body.at("servers")), "web-2");
    EXPECT_EQ(changed.body.at("servers").at(0).at("status"), "DELETED");
    EXPECT_EQ(get("/servers?changes-since=yesterday").status, 400);
}

TEST_F(rackspace_servers, are_built_while_one_waits) {
    const answered made =
        post("/servers", R"({"server":{"name":"new-1","imageRef":")" + std::string(debian) +
                             R"(","flavorRef":"general1-1","key_name":"lead","metadata":{"a":"b"},)"
                             R"("networks":[{"uuid":"00000000-0000-0000-0000-000000000000"}]}})");
    ASSERT_EQ(made.status, 202);
    const value& seen = made.body.at("server");
    EXPECT_EQ(seen.at("adminPass").as_string().size(), 12u);
    const std::string id(view(seen.at("id").as_string()));
    EXPECT_EQ(made.headers.get("Location"), "http://127.0.0.1:9102/v2/654321/servers/" + id);
    EXPECT_EQ(states("new-1"), "BUILD building scheduling");
    EXPECT_TRUE(server("new-1").at("addresses").as_object().empty());
    pass(25s);
    EXPECT_EQ(states("new-1"), "BUILD building networking");
    EXPECT_EQ(server("new-1").at("progress"), 41);
    const answered busy = act("new-1", R"({"reboot":{"type":"SOFT"}})");
    EXPECT_EQ(busy.status, 409);
    EXPECT_EQ(message_of(busy), "buildInProgress: Cannot 'reboot' instance " + id +
                                    " while it is in vm_state building");
    pass(35s);
    EXPECT_EQ(states("new-1"), "ACTIVE active -");
    EXPECT_EQ(server("new-1").at("key_name"), "lead");
    EXPECT_EQ(server("new-1").at("addresses").at("public").as_array().size(), 2u);
}

TEST_F(rackspace_servers, that_cannot_be_are_refused) {
    const auto refusal = [&](const std::string& body) {
        const answered given = post("/servers", R"({"server":{)" + body + "}}");
        return std::to_string(given.status) + ' ' + message_of(given);
    };
    const std::string of = R"("imageRef":")" + std::string(debian) + R"(","flavorRef":)";
    EXPECT_EQ(refusal(of + "\"2\""), "400 badRequest: Server name is not defined");
    EXPECT_EQ(refusal(R"("name":" ",)" + of + "\"2\""),
              "400 badRequest: Server name has a minimum character requirement of 1.");
    EXPECT_EQ(refusal(R"("name":"a","flavorRef":"2")"),
              "400 badRequest: Missing imageRef attribute");
    EXPECT_EQ(refusal(R"("name":"a","imageRef":"none","flavorRef":"2")"),
              "400 badRequest: Can not find requested image");
    EXPECT_EQ(refusal(R"("name":"a",)" + of + "\"huge\""),
              "400 badRequest: Invalid flavorRef provided.");
    EXPECT_EQ(refusal(R"("name":"a",)" + of + R"("2","key_name":"nobody")"),
              "400 badRequest: Invalid key_name provided.");
    EXPECT_EQ(refusal(R"("name":"a",)" + of + R"("2","OS-DCF:diskConfig":"maybe")"),
              "400 badRequest: OS-DCF:diskConfig must be either 'MANUAL' or 'AUTO'.");
    EXPECT_EQ(post("/servers", R"({"something":{}})").status, 400);
    EXPECT_EQ(post("/servers", "[1]").status, 400);
    EXPECT_EQ(post("/servers", "{").status, 400);
}

TEST_F(rackspace_servers, take_user_data_that_are_base64_and_not_too_long) {
    const auto answer_to = [&](const std::string& user_data) {
        const answered given =
            post("/servers", R"({"server":{"name":"a","flavorRef":"2","imageRef":")" +
                                 std::string(debian) + R"(","user_data":")" + user_data + "\"}}");
        return given.status == 202 ? "202" : std::to_string(given.status) + ' ' + message_of(given);
    };
    for (const std::string& good :
         {std::string(), std::string("IyEvYmluL3NoCg=="), std::string("IyEvYmlu\\nL3NoCg==\\n"),
          std::string(65'532, 'A')})
        EXPECT_EQ(answer_to(good), "202") << good.substr(0, 40);
    for (const char* const bad : {"#!/bin/sh", "IyEvYmluL3NoCg", "IyEvYmluL3NoCg=", "====", "-_-_"})
        EXPECT_EQ(answer_to(bad), "400 badRequest: Userdata content cannot be decoded") << bad;
    EXPECT_EQ(answer_to(std::string(65'536, 'A')),
              "400 badRequest: User data too large. User data must be no larger than 65535 bytes "
              "once base64 encoded. Your data is 65536 bytes");
}

TEST_F(rackspace_servers, beyond_the_quota_are_refused_with_413) {
    const std::string order = R"({"server":{"name":"big","imageRef":")" + std::string(debian) +
                              R"(","flavorRef":"io1-30"}})";
    for (int i = 0; i < 3; ++i) EXPECT_EQ(post("/servers", order).status, 202);
    const answered over = post("/servers", order);
    EXPECT_EQ(over.status, 413);
    EXPECT_EQ(message_of(over), "overLimit: Quota exceeded for ram: the account's limit is met");
    EXPECT_FALSE(over.headers.has("Retry-After")) << "it does not end by waiting";
}

TEST_F(rackspace_servers, that_cannot_be_built_end_in_error_with_a_fault) {
    http::request plan{"POST", "/_mock/errored_actions", {}, R"({"type":"create"})"};
    ASSERT_EQ(cloud.control(plan, {now, now})->status, 200);
    post("/servers", R"({"server":{"name":"bad","imageRef":")" + std::string(debian) +
                         R"(","flavorRef":"2"}})");
    pass(2min);
    const value seen = server("bad");
    EXPECT_EQ(seen.at("status"), "ERROR");
    EXPECT_EQ(seen.at("fault").at("code"), 500);
    EXPECT_EQ(seen.at("fault").at("message"),
              "No valid host was found. There are not enough hosts available.");
    EXPECT_EQ(seen.at("fault").at("created"), "2024-02-29T12:01:00Z");
}

TEST_F(rackspace_servers, have_names_with_every_character) {
    const std::string odd = R"(a"b\c/d?e&f=g#h%i <j> 'k' `l` $m {n} *o* _p_ ~q~ é 💡)";
    object wanted{
        {"server", object{{"name", text_value(odd)}, {"imageRef", debian}, {"flavorRef", "2"}}}};
    ASSERT_EQ(post("/servers", json::text(wanted)).status, 202);
    bool found = false;
    const answered all = get("/servers");
    for (const value& each : all.body.at("servers").as_array())
        found = found || view(each.at("name").as_string()) == odd;
    EXPECT_TRUE(found);
}

TEST_F(rackspace_servers, are_renamed_and_described) {
    const std::string path = "/v2/654321/servers/" + id_of("web-1");
    const answered renamed = send("PUT", path, R"({"server":{"name":"web-9"}})");
    EXPECT_EQ(renamed.status, 200);
    EXPECT_EQ(renamed.body.at("server").at("name"), "web-9");
    EXPECT_EQ(send("PUT", path, R"({"server":{"name":""}})").status, 400);
    EXPECT_EQ(send("POST", path + "/metadata", R"({"metadata":{"a":"1","b":"2"}})").status, 200);
    EXPECT_EQ(send("PUT", path + "/metadata/a", R"({"meta":{"a":"3"}})").status, 200);
    EXPECT_EQ(send("PUT", path + "/metadata/a", R"({"meta":{"c":"3"}})").status, 400);
    EXPECT_EQ(json::text(send("GET", path + "/metadata").body),
              R"({"metadata":{"a":"3","b":"2"}})");
    EXPECT_EQ(send("DELETE", path + "/metadata/a").status, 204);
    EXPECT_EQ(send("DELETE", path + "/metadata/a").status, 404);
    EXPECT_EQ(send("GET", path + "/metadata/b").body.at("meta").at("b"), "2");
    EXPECT_EQ(send("GET", path + "/ips/private").body.at("private").at(0).at("addr"), "10.208.0.1");
}

TEST_F(rackspace_servers, are_limited_and_say_so) {
    const answered limits = get("/limits");
    EXPECT_EQ(limits.body.at("limits").at("absolute").at("totalInstancesUsed"), 4);
    const value& gets = limits.body.at("limits").at("rate").at(0).at("limit").at(0);
    EXPECT_EQ(gets.at("verb"), "GET");
    EXPECT_EQ(gets.at("value"), 1'000);
    EXPECT_EQ(gets.at("remaining"), 999);
    for (int i = 0; i < 100; ++i) post("/os-keypairs", "{}");
    const answered over = post("/os-keypairs", "{}");
    EXPECT_EQ(over.status, 413);
    EXPECT_EQ(over.headers.get("Retry-After"), "60");
    EXPECT_EQ(over.body.at("overLimit").at("retryAt"), "2024-02-29T12:01:00Z");
    EXPECT_EQ(get("/servers").status, 200) << "another method";
    pass(61s);
    EXPECT_EQ(post("/os-keypairs", "{}").status, 400) << "it is read again";
}

TEST_F(rackspace_servers, answer_what_clients_ask_besides) {
    EXPECT_EQ(get("").body.at("version").at("id"), "v2.0");
    EXPECT_EQ(send("GET", "/v2").status, 404) << "no account is named";
    EXPECT_EQ(get("/flavors/detail?is_public=None").body.at("flavors").as_array().size(), 13u);
    EXPECT_EQ(get("/servers/web-1").status, 404) << "a name is no id";
    EXPECT_EQ(send("GET", "/image/v2/654321/images").body.at("images").as_array().size(), 6u);
    EXPECT_EQ(get("/extensions").status, 200);
    const answered patched = send("PATCH", "/v2/654321/servers", "{}");
    EXPECT_EQ(patched.status, 405);
}

} // namespace
} // namespace chatops::mocks::rackspace
