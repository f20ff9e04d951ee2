// What servers at the mock of Rackspace do: it takes time, it refuses what does not go together,
// and it may fail.
#include "tests/mocks/rackspace_account.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks::rackspace {
namespace {

class rackspace_actions : public rackspace_account {
  protected:
    rackspace_actions() { authenticate(); }

    std::string refusal(const std::string& name, const std::string& body) {
        const answered given = act(name, body);
        const auto& fault = *given.body.as_object().begin();
        return std::to_string(given.status) + ' ' + std::string(fault.key());
    }
    void plan_error(const std::string& type) {
        http::request plan{"POST", "/_mock/errored_actions", {}, R"({"type":")" + type + "\"}"};
        ASSERT_EQ(cloud.control(plan, {now, now})->status, 200);
    }
};

constexpr const char* soft = R"({"reboot":{"type":"SOFT"}})";
constexpr const char* hard = R"({"reboot":{"type":"HARD"}})";
constexpr const char* resize = R"({"resize":{"flavorRef":"general1-4"}})";

TEST_F(rackspace_actions, reboot_once_at_a_time_unless_by_the_button) {
    EXPECT_EQ(act("web-1", soft).status, 202);
    EXPECT_EQ(states("web-1"), "REBOOT active rebooting");
    const answered twice = act("web-1", soft);
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(twice.body.at("conflictingRequest").at("message"),
              text_value("Cannot 'reboot' instance " + id_of("web-1") +
                         " while it is in task_state rebooting"));
    EXPECT_EQ(act("web-1", hard).status, 202);
    EXPECT_EQ(states("web-1"), "HARD_REBOOT active rebooting_hard");
    EXPECT_EQ(refusal("web-1", hard), "409 conflictingRequest");
    pass(30s);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_EQ(refusal("web-1", R"({"reboot":{"type":"GENTLE"}})"), "400 badRequest");
    EXPECT_EQ(refusal("old-1", soft), "409 conflictingRequest") << "it is off";
}

TEST_F(rackspace_actions, resize_on_trial_until_it_is_confirmed) {
    EXPECT_EQ(act("web-1", resize).status, 202);
    EXPECT_EQ(states("web-1"), "RESIZE active resize_prep");
    pass(100s);
    EXPECT_EQ(states("web-1"), "RESIZE active resize_finish");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-2");
    pass(20s);
    EXPECT_EQ(states("web-1"), "VERIFY_RESIZE resized -");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-4");
    EXPECT_EQ(refusal("web-1", soft), "409 conflictingRequest") << "it is on trial";
    EXPECT_EQ(act("web-1", R"({"confirmResize":null})").status, 204);
    pass(10s);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-4");
    EXPECT_EQ(refusal("web-1", R"({"revertResize":null})"), "409 conflictingRequest");
}

TEST_F(rackspace_actions, give_back_what_was_before_a_trial) {
    act("web-1", resize);
    pass(2min);
    EXPECT_EQ(act("web-1", R"({"revertResize":null})").status, 202);
    EXPECT_EQ(states("web-1"), "REVERT_RESIZE resized resize_reverting");
    pass(1min);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-2");
}

TEST_F(rackspace_actions, confirm_a_trial_by_themselves_after_a_day) {
    act("web-1", resize);
    pass(2min);
    EXPECT_EQ(states("web-1"), "VERIFY_RESIZE resized -");
    pass(24h + 10s);
    authenticate();
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-4");
}

TEST_F(rackspace_actions, resize_upwards_only) {
    EXPECT_EQ(refusal("db-1", resize), "403 resizeNotAllowed");
    EXPECT_EQ(refusal("web-1", R"({"resize":{"flavorRef":"general1-2"}})"), "400 badRequest");
    EXPECT_EQ(refusal("web-1", R"({"resize":{"flavorRef":"huge"}})"), "400 badRequest");
    EXPECT_EQ(refusal("web-1", R"({"resize":{}})"), "400 badRequest");
    EXPECT_EQ(act("old-1", R"({"resize":{"flavorRef":3}})").status, 202) << "one that is off, too";
    pass(2min);
    act("old-1", R"({"confirmResize":null})");
    pass(1min);
    EXPECT_EQ(states("old-1"), "SHUTOFF stopped -");
}

TEST_F(rackspace_actions, switch_off_and_on) {
    EXPECT_EQ(act("web-1", R"({"os-stop":null})").status, 202);
    EXPECT_EQ(states("web-1"), "ACTIVE active powering-off");
    pass(10s);
    EXPECT_EQ(states("web-1"), "SHUTOFF stopped -");
    EXPECT_EQ(server("web-1").at("OS-EXT-STS:power_state"), 4);
    EXPECT_EQ(refusal("web-1", R"({"os-stop":null})"), "409 conflictingRequest");
    EXPECT_EQ(act("web-1", R"({"os-start":null})").status, 202);
    pass(10s);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
}

TEST_F(rackspace_actions, make_an_image_that_servers_are_made_from) {
    const answered made =
        act("web-1", R"({"createImage":{"name":"nightly","metadata":{"kind":"gold"}}})");
    EXPECT_EQ(made.status, 202);
    EXPECT_TRUE(made.body.is_null());
    const std::string location(made.headers.get("Location"));
    const std::string path = location.substr(location.find("/images/"));
    EXPECT_EQ(states("web-1"), "ACTIVE active image_snapshot");
    EXPECT_EQ(get(path).body.at("image").at("status"), "SAVING");
    EXPECT_EQ(send("DELETE", "/v2/654321" + path).status, 409);
    EXPECT_EQ(post("/servers", R"({"server":{"name":"a","imageRef":")" +
                                   path.substr(path.rfind('/') + 1) +
                                   R"(","flavorRef":"general1-2"}})")
                  .status,
              400)
        << "it is not there yet";
    pass(60s);
    EXPECT_EQ(states("web-1"), "ACTIVE active image_uploading");
    EXPECT_EQ(get(path).body.at("image").at("progress"), 66);
    pass(30s);
    const value image = get(path).body.at("image");
    EXPECT_EQ(image.at("status"), "ACTIVE");
    EXPECT_EQ(image.at("server").at("id"), text_value(id_of("web-1")));
    EXPECT_EQ(image.at("metadata").at("kind"), "gold");
    EXPECT_EQ(act("web-2", R"({"rebuild":{"imageRef":")" + location + "\"}}").status, 202)
        << "by its address, too";
    EXPECT_EQ(states("web-2"), "REBUILD active rebuilding");
    pass(60s);
    EXPECT_EQ(states("web-2"), "ACTIVE active -");
    EXPECT_EQ(send("DELETE", "/v2/654321" + path).status, 204);
    EXPECT_EQ(get(path).status, 404);
    EXPECT_EQ(send("DELETE", "/v2/654321/images/a4f0b2d8-9e3c-4d55-b7f1-6d1c8e4f2a03").status, 403);
}

TEST_F(rackspace_actions, rescue_and_end_that) {
    const answered rescued = act("web-1", R"({"rescue":"none"})");
    EXPECT_EQ(rescued.status, 200);
    EXPECT_EQ(rescued.body.at("adminPass").as_string().size(), 12u);
    pass(40s);
    EXPECT_EQ(states("web-1"), "RESCUE rescued -");
    EXPECT_EQ(refusal("web-1", resize), "409 conflictingRequest");
    EXPECT_EQ(act("web-1", R"({"unrescue":null})").status, 202);
    pass(40s);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_EQ(act("web-1", R"({"rescue":{"adminPass":"mine"}})").body.at("adminPass"), "mine");
}

TEST_F(rackspace_actions, change_the_password_and_lock) {
    EXPECT_EQ(act("web-1", R"({"changePassword":{"adminPass":"other"}})").status, 202);
    EXPECT_EQ(states("web-1"), "PASSWORD active updating_password");
    EXPECT_EQ(json::text(cloud.state()).find("other"), std::string::npos);
    EXPECT_EQ(refusal("web-2", R"({"changePassword":{}})"), "400 badRequest");
    EXPECT_EQ(act("web-2", R"({"lock":null})").status, 202);
    EXPECT_EQ(refusal("web-2", soft), "409 conflictingRequest");
    EXPECT_EQ(send("DELETE", "/v2/654321/servers/" + id_of("web-2")).status, 409);
    EXPECT_EQ(act("web-2", R"({"unlock":null})").status, 202);
    EXPECT_EQ(act("web-2", soft).status, 202);
    EXPECT_EQ(refusal("db-1", R"({"dance":null})"), "400 badRequest");
    EXPECT_EQ(refusal("db-1", ""), "400 badRequest");
}

TEST_F(rackspace_actions, that_fail_leave_the_server_in_error_with_a_fault) {
    plan_error("resize");
    act("web-1", resize);
    pass(2min);
    EXPECT_EQ(states("web-1"), "ERROR error -");
    EXPECT_EQ(server("web-1").at("flavor").at("id"), "general1-2");
    EXPECT_EQ(server("web-1").at("fault").at("message"),
              "No valid host was found. There are not enough hosts available.");
    EXPECT_EQ(act("web-1", hard).status, 202) << "that may bring it back";
    pass(1min);
    EXPECT_EQ(states("web-1"), "ACTIVE active -");
    EXPECT_FALSE(server("web-1").as_object().contains("fault"));
    plan_error("createImage");
    const answered made = act("web-2", R"({"createImage":{"name":"bad"}})");
    pass(2min);
    EXPECT_EQ(states("web-2"), "ACTIVE active -") << "the server is as it was";
    const std::string location(made.headers.get("Location"));
    EXPECT_EQ(get(location.substr(location.find("/images/"))).body.at("image").at("status"),
              "ERROR");
}

TEST_F(rackspace_actions, are_told_newest_first) {
    act("web-1", soft);
    const answered refused = act("web-1", soft);
    pass(1min);
    const std::string path = "/servers/" + id_of("web-1") + "/os-instance-actions";
    const value told = get(path).body.at("instanceActions");
    ASSERT_EQ(told.as_array().size(), 2u) << "what was refused is none";
    EXPECT_EQ(told.at(0).at("action"), "reboot");
    EXPECT_EQ(told.at(0).at("start_time"), "2024-02-29T12:00:00.000000");
    EXPECT_TRUE(told.at(0).at("message").is_null());
    EXPECT_EQ(told.at(1).at("action"), "create");
    const std::string id(view(told.at(0).at("request_id").as_string()));
    EXPECT_EQ(get(path + "/" + id).body.at("instanceAction").at("action"), "reboot");
    EXPECT_EQ(get(path + "/req-none").status, 404);
}

TEST_F(rackspace_actions, know_keys_by_name) {
    const std::string order = R"({"keypair":{"name":"ada","public_key":")" + std::string(some_key);
    const answered added = post("/os-keypairs", order + "\"}}");
    EXPECT_EQ(added.status, 200);
    EXPECT_EQ(added.body.at("keypair").at("fingerprint").as_string().size(), 47u);
    EXPECT_EQ(post("/os-keypairs", order + "\"}}").status, 409) << "there is one of that name";
    EXPECT_EQ(post("/os-keypairs", R"({"keypair":{"name":"b/c","public_key":"x"}})").status, 400);
    EXPECT_EQ(post("/os-keypairs", R"({"keypair":{"name":"b","public_key":"no key"}})").status,
              400);
    EXPECT_EQ(get("/os-keypairs").body.at("keypairs").as_array().size(), 2u);
    EXPECT_EQ(get("/os-keypairs/ada").body.at("keypair").at("public_key"), some_key);
    EXPECT_EQ(get("/os-keypairs/eve").status, 404);
    EXPECT_EQ(send("DELETE", "/v2/654321/os-keypairs/ada").status, 202);
    EXPECT_EQ(send("DELETE", "/v2/654321/os-keypairs/ada").status, 404);
}

} // namespace
} // namespace chatops::mocks::rackspace
