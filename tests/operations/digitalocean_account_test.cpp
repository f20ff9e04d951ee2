// SSH keys, tags, images and actions of the account.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

constexpr const char* other_key = "ssh-ed25519 "
                                  "AAAAC3NzaC1lZDI1NTE5AAAAIEgDkS8e3UOUkMSkpvH+ONFHw2xxDUmNpIjFN"
                                  "CCcHmPZ";

// ---- keys

TEST(do_keys, are_listed_added_renamed_and_removed) {
    bench at(with_belongings());
    EXPECT_NE(cells(at.play("do keys").answer).find("ada's laptop"), std::string::npos);
    const played added = at.play(std::string("do key add \"ben <b>\" ") + other_key + " ben@desk");
    EXPECT_EQ(added.text(), "New droplets can be opened with the SSH key ben <b>");
    EXPECT_EQ(at.deeds().at(0), R"(POST /v2/account/keys {"name":"ben <b>","public_key":")" +
                                    std::string(other_key) + " ben@desk\"}");
    bench renamed(with_belongings());
    EXPECT_EQ(renamed.play("do key rename \"ada's laptop\" ada").text(),
              "The SSH key ada's laptop is now called ada");
    EXPECT_NE(renamed.state().find("\"ada\" "), std::string::npos);
    bench removed(with_belongings());
    const played asks = removed.play("do key remove \"ada's laptop\"");
    EXPECT_EQ(asks.shown.title, "Remove the SSH key ada's laptop for good?");
    EXPECT_NE(fact_of(asks.shown, "Kept").find("still do"), std::string::npos);
    EXPECT_EQ(removed.play_and_confirm("do key remove \"ada's laptop\"").text(),
              "The SSH key ada's laptop is removed");
}

TEST(do_key_add, adds_no_key_twice_and_never_a_private_one) {
    bench at(with_belongings());
    EXPECT_EQ(at.play(std::string("do key add again ") + ada_key).text(),
              "That key is there already, as ada's laptop");
    bench leaks(with_belongings());
    const played leaked =
        leaks.play("do key add mine \"-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNza\"");
    EXPECT_EQ(leaked.text(), "Nothing was added: that is a private key, and now others know it");
    EXPECT_EQ(paragraphs(leaked.answer).find("b3BlbnNza"), std::string::npos);
    EXPECT_TRUE(at.deeds().empty() && leaks.deeds().empty());
    EXPECT_EQ(bench().play("do key add x nonsense").text(),
              "Key invalid, key should be of the format `[type] [key] [comment]`");
}

TEST(do_key_rename, takes_a_fingerprint_or_an_id_for_a_name) {
    bench at(with_belongings());
    const auto key = at.get("/v2/account/keys").at_pointer("/ssh_keys/0");
    const std::string print(key.at("fingerprint").as_string());
    EXPECT_EQ(at.play("do key rename " + print + " ada").text(),
              "The SSH key ada's laptop is now called ada");
    bench by_id(with_belongings());
    EXPECT_EQ(by_id.play("do key rename " + json::text(key.at("id")) + " ada").text(),
              "The SSH key ada's laptop is now called ada");
}

TEST(do_droplet_create, opens_it_with_keys_by_name) {
    const std::string line = "do droplet create web-3 --size s-1vcpu-2gb --image ubuntu-24-04-x64 "
                             "--region fra1 --key ";
    bench at(with_belongings());
    const std::string id = json::text(at.get("/v2/account/keys").at_pointer("/ssh_keys/0/id"));
    EXPECT_EQ(at.play(line + "\"ada's laptop\"").text().substr(0, 11), "web-3 is up");
    EXPECT_NE(at.deeds().at(0).find("\"ssh_keys\":[" + id + "]"), std::string::npos)
        << at.deeds().at(0);
    bench none(with_belongings());
    EXPECT_EQ(none.play(line + "nobody").text(), "There is no SSH key “nobody”");
    EXPECT_TRUE(none.deeds().empty());
    EXPECT_EQ(none.sent("GET"), 2) << "keys may be listed ten times a minute";
}

// ---- tags

TEST(do_tags, are_listed_with_what_has_them) {
    bench at(with_belongings());
    EXPECT_EQ(cells(at.play("do tags").answer), "acme | 3 | 3 | \nweb | 2 | 2 | \n");
    EXPECT_EQ(at.play("do tag create env:staging").text(), "There is a tag env:staging");
    bench same(with_belongings());
    EXPECT_EQ(same.play("do tag create acme").text(),
              "The tag acme is there already, on 3 droplets");
    EXPECT_TRUE(same.deeds().empty());
}

TEST(do_tag_destroy, says_which_firewalls_go_by_it) {
    bench at(with_belongings());
    const played asks = at.play("do tag destroy acme");
    EXPECT_EQ(asks.shown.title, "Destroy the tag acme for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "this tag of 3 droplets");
    EXPECT_EQ(fact_of(asks.shown, "Firewalls that go by it"),
              "acme-web: they let these droplets go");
    EXPECT_EQ(at.play_and_confirm("do tag destroy acme").text(), "The tag acme is destroyed");
}

TEST(do_droplet_tag, gives_and_takes_it) {
    bench at;
    EXPECT_EQ(at.play("do droplet tag old-1 env:old").text(), "old-1 has the tag env:old");
    EXPECT_EQ(at.get("/v2/droplets?tag_name=env%3Aold").at("droplets").as_array().size(), 1u);
    bench has;
    EXPECT_EQ(has.play("do droplet tag web-1 acme").text(),
              "web-1 has that tag already: nothing was changed");
    bench lacks;
    EXPECT_EQ(lacks.play("do droplet untag old-1 acme").text(),
              "old-1 does not have the tag acme: nothing was changed");
    EXPECT_TRUE(has.deeds().empty() && lacks.deeds().empty());
    bench untagged;
    EXPECT_EQ(untagged.play("do droplet untag web-1 acme").text(),
              "web-1 does not have the tag acme any more");
}

// ---- images, actions

TEST(do_images, of_ones_own_are_renamed_and_destroyed) {
    bench at(with_belongings());
    EXPECT_EQ(at.play("do images --own").text(), "4 images of the account's own");
    EXPECT_EQ(at.play("do image rename before \"$(a) & <b>\"").text(),
              "The image before is now called $(a) & <b>");
    bench gone(with_belongings());
    const played asks = gone.play("do image destroy nightly");
    EXPECT_EQ(asks.shown.title, "Destroy the image nightly for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost").substr(0, 15), "this backup, of");
    EXPECT_EQ(gone.play_and_confirm("do image destroy nightly").text(),
              "The image nightly is destroyed");
}

TEST(do_actions, are_shown_newest_first) {
    bench at;
    EXPECT_EQ(at.play("do actions --pending").text(), "Nothing goes on");
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of("web-1")) + "/actions",
           R"({"type":"reboot"})");
    const played seen = at.play("do actions");
    EXPECT_EQ(seen.text(), "The last 5 actions");
    const auto& table = std::get<table_part>(seen.answer.parts.at(0));
    EXPECT_EQ(table.rows.at(0).at(1), "reboot web-1");
    EXPECT_EQ(table.rows.at(0).at(3), "in-progress");
    EXPECT_EQ(at.play("do actions --pending").text(), "1 action goes on");
    const std::string id = table.rows.at(0).at(0);
    const played one = at.play("do action show " + id);
    EXPECT_EQ(one.text(), "reboot of droplet web-1: in-progress");
    at.pass(1min);
    const played ended = at.play("do action show " + id);
    EXPECT_EQ(ended.text(), "reboot of droplet web-1: completed");
    EXPECT_EQ(fact_of(ended.answer, "Ended (UTC)"), "2024-02-29 12:00");
    EXPECT_EQ(at.play("do action show 404").text(), "There is no action “404”");
}

// ---- all of them

TEST(do_account_changes, do_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_belongings(),
        {{"do key rename nobody x", "There is no SSH key “nobody”"},
         {"do key remove nobody", "There is no SSH key “nobody”"},
         {"do tag destroy nobody", "There is no tag “nobody”"},
         {"do droplet tag nobody acme", "There is no droplet “nobody”"},
         {"do droplet untag nobody acme", "There is no droplet “nobody”"},
         {"do image rename nobody x", "There is no image “nobody”"},
         {"do image destroy ubuntu-24-04-x64", "There is no image “ubuntu-24-04-x64”"},
         {"do image rename twin x", "2 images are called “twin”: which one do you mean?"},
         {"do image destroy twin", "2 images are called “twin”: which one do you mean?"}});
}

TEST(do_account_changes, happen_once_whatever_goes_wrong) {
    const std::string add = std::string("do key add ben ") + other_key;
    support::try_all({{add, "POST", true, with_belongings()},
                      {"do key rename \"ada's laptop\" ada", "PUT", true, with_belongings()},
                      {"do key remove \"ada's laptop\"", "DELETE", false, with_belongings()},
                      {"do tag create env:new", "POST", true, with_belongings()},
                      {"do tag destroy web", "DELETE", false, with_belongings()},
                      {"do droplet tag old-1 web", "POST", true, with_belongings()},
                      {"do droplet untag web-1 web", "DELETE", true, with_belongings()},
                      {"do image rename before after", "PUT", true, with_belongings()},
                      {"do image destroy before", "DELETE", false, with_belongings()}});
}

TEST(do_droplet_tag, that_is_refused_halfway_says_what_was_done) {
    bench at;
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/tags/*/resources"},"kind":"status",)"
               R"("status":403}])");
    const played failed = at.play("do droplet tag old-1 env:old");
    EXPECT_TRUE(failed.failure);
    EXPECT_EQ(at.deeds().size(), 2u);
    EXPECT_NE(at.state().find("env:old"), std::string::npos)
        << "a tag that nothing has is harmless";
}

} // namespace
} // namespace chatops::operations
