// Firewalls and load balancers: what one sees of them, and what is done with them.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

/// How many droplets and tags it guards: `2 1`.
std::string guarded(bench& at, const std::string& wall) {
    const auto all = at.get("/v2/firewalls");
    for (const auto& each : all.at("firewalls").as_array())
        if (each.at("name").as_string() == wall.c_str())
            return std::to_string(each.at("droplet_ids").as_array().size()) + ' ' +
                   std::to_string(each.at("tags").as_array().size());
    return "none";
}

// ---- firewalls

TEST(do_firewalls, lists_them_with_what_they_are_for) {
    bench at(with_network());
    EXPECT_EQ(cells(at.play("do firewalls").answer), "db | 4 | nothing | \n"
                                                     "twin | 4 | nothing | \n"
                                                     "twin | 4 | nothing | \n"
                                                     "web | 5 | tag web | \n");
}

TEST(do_firewall_show, shows_its_rules_as_a_table) {
    bench at(with_network());
    const played seen = at.play("do firewall show web");
    EXPECT_EQ(seen.text(), "web guards the tag web");
    EXPECT_EQ(cells(seen.answer), "in | tcp 22 | everyone | \n"
                                  "in | tcp 443 | everyone | \n"
                                  "out | all tcp | everyone | \n"
                                  "out | all udp | everyone | \n"
                                  "out | icmp | everyone | \n");
    EXPECT_EQ(at.play("do firewall show " + fact_of(seen.answer, "Id")).text(), seen.text());
}

TEST(do_firewall_add, guards_droplets_and_tags_and_waits_until_they_follow) {
    bench at(with_network());
    const played done = at.play("do firewall add db --droplet db-1 --droplet web-2 --tag acme");
    EXPECT_EQ(done.text(), "db guards db-1, web-2, the tag acme");
    EXPECT_GE(at.world_time.now() - at.start, 5s) << "the mock takes that long";
    EXPECT_EQ(guarded(at, "db"), "2 1");
}

TEST(do_firewall_add, half_of_which_is_refused_says_what_was_done) {
    bench at(with_network());
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/firewalls/*/tags"},"kind":"status",)"
               R"("status":403}])");
    const played failed = at.play("do firewall add db --droplet db-1 --tag acme");
    EXPECT_TRUE(failed.failure);
    EXPECT_EQ(failed.text(), "You do not have access for the attempted action.");
    EXPECT_EQ(guarded(at, "db"), "1 0");
}

TEST(do_firewall_remove, says_which_droplets_nobody_guards_any_more) {
    bench at(with_network());
    const auto add = [&](const std::string& wall, const std::string& droplet) {
        const auto all = at.get("/v2/firewalls");
        for (const auto& each : all.at("firewalls").as_array())
            if (each.at("name").as_string() == wall.c_str())
                at.ask("POST",
                       "/v2/firewalls/" + std::string(each.at("id").as_string()) + "/droplets",
                       R"({"droplet_ids":[)" + std::to_string(at.id_of(droplet)) + "]}");
    };
    add("db", "db-1");
    add("db", "web-1");
    const played done = at.play("do firewall remove db --droplet db-1 --droplet web-1");
    EXPECT_EQ(done.text(), "db does not guard db-1, web-1 any more");
    EXPECT_EQ(done.answer.how, tone::warning);
    EXPECT_EQ(paragraphs(done.answer).substr(0, 27), "No firewall guards db-1: al");
    bench tag(with_network());
    EXPECT_EQ(tag.play("do firewall remove web --tag web").text(),
              "web does not guard the tag web any more");
}

TEST(do_firewall_open, lets_traffic_through) {
    const std::pair<const char*, const char*> opened[] = {
        {"db tcp 6432 --tag acme", "db lets tcp 6432 in from tag acme"},
        {"db tcp 8000-8080 --address 203.0.113.0/24 --address 2001:db8::/32",
         "db lets tcp 8000-8080 in from 203.0.113.0/24, 2001:db8::/32"},
        {"db udp all --droplet web-1", "db lets all udp in from web-1"},
        {"db icmp --everyone", "db lets icmp in from everyone"},
        {"db tcp 25 --out --everyone", "db lets tcp 25 outwards through to everyone"}};
    for (const auto& [typed, said] : opened) {
        bench at(with_network());
        EXPECT_EQ(at.play(std::string("do firewall open ") + typed).text(), said) << typed;
    }
    bench bad(with_network());
    EXPECT_EQ(bad.play("do firewall open db tcp 25 --address nonsense").text(), "invalid address");
}

TEST(do_firewall_close, takes_out_the_rule_that_is_meant) {
    bench at(with_network());
    EXPECT_EQ(at.play("do firewall close web tcp 22").text(),
              "web does not let tcp 22 in from everyone any more");
    bench none(with_network());
    const played missing = none.play("do firewall close web tcp 23");
    EXPECT_EQ(missing.text(), "There is no such rule for tcp 23 of web: nothing was changed");
    EXPECT_NE(cells(missing.answer).find("in | tcp 22"), std::string::npos);
    EXPECT_TRUE(none.deeds().empty());
}

TEST(do_firewall_close, asks_which_of_two_rules_is_meant) {
    const auto with_two = [](bench& at) {
        const auto all = at.get("/v2/firewalls");
        for (const auto& each : all.at("firewalls").as_array())
            if (each.at("name").as_string() == "db")
                at.ask("POST", "/v2/firewalls/" + std::string(each.at("id").as_string()) + "/rules",
                       R"({"inbound_rules":[{"protocol":"tcp","ports":"5432","sources":)"
                       R"({"tags":["acme"]}}]})");
    };
    bench at(with_network());
    with_two(at);
    EXPECT_EQ(at.play("do firewall close db tcp 5432").text(),
              "2 rules are for tcp 5432 of db: nothing was changed");
    EXPECT_TRUE(at.deeds().empty());
    bench one(with_network());
    with_two(one);
    EXPECT_EQ(one.play("do firewall close db tcp 5432 --everyone").text(),
              "db does not let tcp 5432 in from everyone any more");
    EXPECT_NE(one.deeds().at(0).find("0.0.0.0/0"), std::string::npos);
    EXPECT_NE(one.state().find(R"("sources":{"tags":["acme"]})"), std::string::npos);
}

TEST(do_firewall_destroy, says_what_is_open_then) {
    bench at(with_network());
    const played asks = at.play("do firewall destroy web");
    EXPECT_EQ(asks.shown.title, "Destroy the firewall web for good?");
    EXPECT_EQ(fact_of(asks.shown, "Open to everyone then"),
              "the tag web, where no other firewall guards it");
    EXPECT_EQ(at.play_and_confirm("do firewall destroy web").text(),
              "The firewall web is destroyed");
    EXPECT_EQ(fact_of(bench(with_network()).play("do firewall destroy db").shown, "It guards"),
              "nothing");
}

// ---- load balancers

TEST(do_load_balancer_show, shows_health_droplets_and_rules) {
    bench at(with_network());
    EXPECT_EQ(at.play("do load-balancers").text(), "4 load balancers");
    const played seen = at.play("do load-balancer show front");
    EXPECT_EQ(seen.text(), "front is active");
    EXPECT_EQ(fact_of(seen.answer, "Droplets"), "web-1");
    EXPECT_EQ(fact_of(seen.answer, "Health check"),
              "http on port 80, path /, every 10 s; out after 3 failures, back after 5 successes");
    EXPECT_EQ(cells(seen.answer), "http 80 | http 80 | \n");
}

TEST(do_load_balancer_add, sends_to_more_droplets) {
    bench at(with_network());
    const played done = at.play("do load-balancer add front web-2 db-1");
    EXPECT_EQ(done.text(), "front sends requests to web-2, db-1, too");
    EXPECT_EQ(at.deeds().size(), 1u);
    bench busy(with_network());
    const std::string id(
        busy.get("/v2/load_balancers").at_pointer("/load_balancers/0/id").as_string());
    busy.ask("POST", "/v2/load_balancers/" + id + "/droplets",
             R"({"droplet_ids":[)" + std::to_string(busy.id_of("db-1")) + "]}");
    const played refused = busy.play("do load-balancer add front web-2");
    ASSERT_TRUE(refused.failure);
    EXPECT_EQ(paragraphs(explain_failure(refused.failure)),
              "Something else is going on there. Wait for it to end, then ask again.\n");
}

TEST(do_load_balancer_remove, asks_before_nobody_is_left) {
    bench at(with_network());
    const played asks = at.play("do load-balancer remove front web-1");
    EXPECT_EQ(asks.shown.title, "Take the last droplets from front?");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do load-balancer remove front web-1").text(),
              "front sends no more requests to web-1, and nobody answers behind it");
    bench not_in(with_network());
    EXPECT_EQ(not_in.play("do load-balancer remove front web-2").text(),
              "That is so already: nothing was changed");
}

TEST(do_load_balancer_add, to_one_that_goes_by_a_tag_says_how) {
    bench at(with_network());
    at.ask("POST", "/v2/load_balancers",
           R"({"name":"tagged","region":"fra1","tag":"web","forwarding_rules":[{"entry_protocol":)"
           R"("http","entry_port":80,"target_protocol":"http","target_port":80}]})");
    const played refused = at.play("do load-balancer add tagged db-1");
    EXPECT_EQ(refused.text(), "tagged goes by the tag web: nothing was changed");
    EXPECT_EQ(paragraphs(refused.answer), "`do droplet tag DROPLET web` does it.\n");
    EXPECT_EQ(fact_of(at.play("do load-balancer show tagged").answer, "By the tag"), "web");
}

TEST(do_load_balancer_destroy, says_what_is_lost) {
    bench at(with_network());
    const played asks = at.play("do load-balancer destroy front");
    EXPECT_EQ(fact_of(asks.shown, "Lost").substr(0, 26), "its rules, and the address");
    EXPECT_EQ(fact_of(asks.shown, "Kept"), "web-1, which nothing sends requests to then");
    EXPECT_EQ(at.play_and_confirm("do load-balancer destroy front").text(),
              "The load balancer front is destroyed");
}

// ---- all of them

TEST(do_network_changes, do_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_network(),
        {{"do firewall show nobody", "There is no firewall “nobody”"},
         {"do firewall add nobody --tag web", "There is no firewall “nobody”"},
         {"do firewall add web --droplet nobody", "There is no droplet “nobody”"},
         {"do firewall add web --tag nobody", "There is no tag “nobody”"},
         {"do firewall add web",
          "Nothing was changed: say what is meant, with `--droplet` or `--tag`"},
         {"do firewall remove twin --tag web",
          "2 firewalls are called “twin”: which one do you mean?"},
         {"do firewall open nobody tcp 80 --everyone", "There is no firewall “nobody”"},
         {"do firewall open web icmp 443 --everyone", "Nothing was changed: icmp has no ports"},
         {"do firewall open web tcp --everyone", "Nothing was changed: say which port, or `all`"},
         {"do firewall open web tcp 80",
          "Nothing was opened: say for whom, with `--address`, `--tag`, `--droplet` or "
          "`--everyone`"},
         {"do firewall open web tcp 443 --everyone",
          "web lets that through already: nothing was changed"},
         {"do firewall close twin tcp 22", "2 firewalls are called “twin”: which one do you mean?"},
         {"do firewall close web tcp", "Nothing was changed: say which port, or `all`"},
         {"do firewall destroy twin", "2 firewalls are called “twin”: which one do you mean?"},
         {"do load-balancer show nobody", "There is no load balancer “nobody”"},
         {"do load-balancer add nobody web-1", "There is no load balancer “nobody”"},
         {"do load-balancer add front nobody", "There is no droplet “nobody”"},
         {"do load-balancer add front web-1", "That is so already: nothing was changed"},
         {"do load-balancer remove twin web-1",
          "2 load balancers are called “twin”: which one do you mean?"},
         {"do load-balancer destroy twin",
          "2 load balancers are called “twin”: which one do you mean?"}});
}

TEST(do_network_changes, happen_once_whatever_goes_wrong) {
    support::try_all({{"do firewall add db --droplet db-1", "POST", true, with_network()},
                      {"do firewall remove web --tag web", "DELETE", true, with_network()},
                      {"do firewall open db tcp 6432 --tag acme", "POST", true, with_network()},
                      {"do firewall close web tcp 22", "DELETE", true, with_network()},
                      {"do firewall destroy web", "DELETE", false, with_network()},
                      {"do load-balancer add front web-2", "POST", false, with_network()},
                      {"do load-balancer remove front web-1", "DELETE", false, with_network()},
                      {"do load-balancer destroy front", "DELETE", false, with_network()}});
}

} // namespace
} // namespace chatops::operations
