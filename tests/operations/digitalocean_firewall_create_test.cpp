// Firewalls that are made: with which rules, for whom, and what is said where that cannot be.
#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace chatops::operations {
namespace {

TEST(do_firewall_create, makes_one_that_lets_everything_out_and_waits_until_it_is_followed) {
    bench at(with_network());
    const played done = at.play("do firewall create api tcp:443=everyone tcp:22=203.0.113.0/24 "
                                "tcp:5432=tag:acme --droplet db-1 --tag web");
    EXPECT_EQ(done.text(), "There is a firewall api, and it guards db-1, the tag web");
    EXPECT_EQ(done.answer.how, tone::good);
    EXPECT_EQ(paragraphs(done.answer), "") << "SSH comes in: nothing is amiss";
    EXPECT_EQ(cells(done.answer), "in | tcp 443 | everyone | \n"
                                  "in | tcp 22 | 203.0.113.0/24 | \n"
                                  "in | tcp 5432 | tag acme | \n"
                                  "out | all tcp | everyone | \n"
                                  "out | all udp | everyone | \n"
                                  "out | icmp | everyone | \n");
    EXPECT_GE(at.world_time.now() - at.start, 5s) << "the mock takes that long";
    EXPECT_EQ(at.play("do firewall show api").text(), "api guards db-1, the tag web");
}

TEST(do_firewall_create, lets_out_only_what_is_named) {
    bench at(with_network());
    const played done = at.play("do firewall create work icmp=tag:acme udp:all=2001:db8::/32 "
                                "--out tcp:443=everyone --out udp:53=203.0.113.7");
    EXPECT_EQ(done.text(), "There is a firewall work, and it guards nothing yet");
    EXPECT_EQ(paragraphs(done.answer),
              "`do firewall add work` has it guard droplets, or whatever has a tag.\n");
    EXPECT_EQ(cells(done.answer), "in | icmp | tag acme | \n"
                                  "in | all udp | 2001:db8::/32 | \n"
                                  "out | tcp 443 | everyone | \n"
                                  "out | udp 53 | 203.0.113.7 | \n");
}

TEST(do_firewall_create, says_so_where_nobody_gets_a_shell_any_more) {
    const std::string said = "No rule of it lets SSH in (tcp 22): where no other firewall does, "
                             "nobody gets a shell there now.\n";
    const std::pair<const char*, bool> rules[] = {
        {"tcp:443=everyone", false}, {"udp:22=everyone", false},   {"tcp:23-40=everyone", false},
        {"tcp:22=tag:acme", true},   {"tcp:20-25=tag:acme", true}, {"tcp:all=tag:acme", true}};
    for (const auto& [rule, has_ssh] : rules) {
        bench at(with_network());
        const std::string line = std::string("do firewall create api ") + rule + " --tag web";
        EXPECT_EQ(paragraphs(at.play(line).answer), has_ssh ? "" : said) << rule;
    }
}

TEST(do_firewall_create, tells_what_digitalocean_finds_wrong) {
    bench at(with_network());
    EXPECT_EQ(at.play("do firewall create api tcp:22=203.0.113.0/33 --tag web").text(),
              "invalid address");
    EXPECT_EQ(at.state(), bench(with_network()).state());
}

/// A bench at which the bot was killed once it had seen that no firewall has the name.
std::unique_ptr<bench> after_its_look(const std::string& line) {
    for (int turns = 1;; ++turns) {
        auto at = std::make_unique<bench>(with_network());
        at->play(line, turns);
        for (const journal::event& each : at->store->events())
            if (each.name == "namesake") return at;
    }
}

TEST(do_firewall_create, that_somebody_else_was_quicker_with_is_refused_in_plain_words) {
    const std::string line = "do firewall create api tcp:443=everyone";
    const auto at = after_its_look(line);
    at->ask("POST", "/v2/firewalls",
            R"({"name":"api","outbound_rules":[{"protocol":"icmp","destinations":)"
            R"({"tags":["acme"]}}]})");
    const played refused = at->play(line);
    ASSERT_TRUE(refused.failure);
    const reply told = explain_failure(refused.failure);
    EXPECT_EQ(told.title, "DigitalOcean refused: duplicate name");
    EXPECT_EQ(paragraphs(told), "Change what was asked for, then ask again.\n");
}

TEST(do_firewall_create, takes_no_older_one_for_its_own) {
    bench at(with_network());
    const std::string line = "do firewall create api tcp:443=everyone";
    at.ask("POST", "/v2/firewalls",
           R"({"name":"api","outbound_rules":[{"protocol":"icmp","destinations":)"
           R"({"tags":["acme"]}}]})");
    at.pass(1min);
    EXPECT_EQ(at.play(line).text(), "Nothing was made: there is a firewall api already");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_firewall_create, that_is_not_followed_says_that_it_is_there) {
    const reply said = not_followed("api", "made");
    EXPECT_EQ(said.title, "api is made, and its droplets do not follow it");
    EXPECT_EQ(said.how, tone::bad);
    EXPECT_EQ(not_followed("api").title, "api is changed, and its droplets do not follow it");
}

TEST(do_firewall_create, does_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_network(),
        {{"do firewall create web tcp:443=everyone",
          "Nothing was made: there is a firewall web already"},
         {"do firewall create api tcp:443=everyone --droplet nobody",
          "There is no droplet “nobody”"},
         {"do firewall create api tcp:443=everyone --tag nobody", "There is no tag “nobody”"},
         {"do firewall create api tcp:443=tag:nobody", "There is no tag “nobody”"},
         {"do firewall create api tcp:443=everyone --out udp:53=tag:nobody",
          "There is no tag “nobody”"}});
    auto twins = with_network();
    twins.droplets.push_back({.name = "web-1", .region = "nyc3"});
    support::try_unclear(twins, {{"do firewall create api tcp:443=everyone --droplet web-1",
                                  "2 droplets are called “web-1”: which one do you mean?"}});
}

TEST(do_firewall_create, happens_once_whatever_goes_wrong) {
    support::try_all({{"do firewall create api tcp:443=everyone tcp:22=tag:acme --droplet db-1 "
                       "--tag web",
                       "POST", false, with_network()}});
}

} // namespace
} // namespace chatops::operations
