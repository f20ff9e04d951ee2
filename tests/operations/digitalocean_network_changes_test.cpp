// What a firewall is called and a load balancer is set to; and what is said where DigitalOcean does
// not get a change of either done.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

// ---- firewalls

TEST(do_firewall_rename, keeps_what_it_guards_and_its_rules) {
    bench at(with_network());
    const boost::json::value before = thing_named(at, "firewalls", "web");
    EXPECT_EQ(at.play("do firewall rename web front").text(),
              "The firewall web is now called front");
    EXPECT_GE(at.world_time.now() - at.start, 5s) << "its droplets follow anew";
    const boost::json::value after = thing_named(at, "firewalls", "front");
    for (const char* const same : {"id", "inbound_rules", "outbound_rules", "droplet_ids", "tags"})
        EXPECT_EQ(json::text(after.at(same)), json::text(before.at(same)));
    EXPECT_EQ(at.deeds().size(), 1u);
}

TEST(do_firewall_changes, that_droplets_do_not_follow_are_told_as_bad) {
    const std::pair<const char*, const char*> lines[] = {
        {"do firewall create api tcp:443=everyone --tag web",
         "api is made, and its droplets do not follow it"},
        {"do firewall rename web front", "front is changed, and its droplets do not follow it"},
        {"do firewall add db --droplet db-1", "db is changed, and its droplets do not follow it"},
        {"do firewall remove web --tag web", "web is changed, and its droplets do not follow it"},
        {"do firewall open db tcp 25 --everyone",
         "db is changed, and its droplets do not follow it"},
        {"do firewall close web tcp 22", "web is changed, and its droplets do not follow it"}};
    for (const auto& [line, said] : lines) {
        bench at(with_network());
        plan_errored(at, "firewall");
        const played end = at.play(line);
        EXPECT_EQ(end.text(), said) << line;
        EXPECT_EQ(end.answer.how, tone::bad) << line;
        EXPECT_EQ(paragraphs(end.answer),
                  "DigitalOcean says that it failed to reach them: look whether they are on, then "
                  "ask for the same again.\n");
    }
}

TEST(do_firewalls, says_which_are_not_followed) {
    bench at(with_network());
    plan_errored(at, "firewall");
    at.ask("POST", path_named(at, "firewalls", "db") + "/tags", R"({"tags":["acme"]})");
    at.pass(1min);
    const played all = at.play("do firewalls");
    EXPECT_EQ(all.answer.how, tone::bad);
    EXPECT_EQ(paragraphs(all.answer), "Their droplets do not follow: db.\n");
    const played one = at.play("do firewall show db");
    EXPECT_EQ(one.answer.how, tone::bad);
    EXPECT_EQ(fact_of(one.answer, "State"), "its droplets do not follow it");
}

// ---- load balancers

TEST(do_load_balancer_change, looks_at_health_elsewhere) {
    bench at(with_network());
    const played done = at.play("do load-balancer change front --health http:8080/up");
    EXPECT_EQ(done.text(), "front is changed");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 1u);
    EXPECT_EQ(change.lines[0].after,
              "http on port 8080, path /up, every 10 s; out after 3 failures, back after 5 "
              "successes");
    EXPECT_EQ(paragraphs(done.answer), "A droplet that does not answer there gets no more "
                                       "requests.\n");
    bench tcp(with_network());
    EXPECT_EQ(tcp.play("do load-balancer change front --health tcp:22").answer.how, tone::good);
    EXPECT_EQ(json::text(thing_named(tcp, "load_balancers", "front").at("health_check")),
              R"({"protocol":"tcp","port":22,"path":"","check_interval_seconds":10,)"
              R"("response_timeout_seconds":5,"healthy_threshold":5,"unhealthy_threshold":3})");
}

TEST(do_load_balancer_change, keeps_what_it_does_not_name) {
    bench at(with_network());
    const std::string path = path_named(at, "load_balancers", "both");
    at.ask("PUT", path,
           R"({"name":"both","tag":"web","enable_proxy_protocol":true,"size_unit":3,)"
           R"("http_idle_timeout_seconds":90,"health_check":{"protocol":"http","port":80,)"
           R"("path":"/x","check_interval_seconds":20},"forwarding_rules":[{"entry_protocol":)"
           R"("http","entry_port":80,"target_protocol":"http","target_port":80},)"
           R"({"entry_protocol":"https","entry_port":443,"target_protocol":"https",)"
           R"("target_port":443,"tls_passthrough":true}]})");
    at.pass(1min);
    boost::json::value before = thing_named(at, "load_balancers", "both");
    const played done = at.play("do load-balancer change both --redirect yes --sticky yes");
    EXPECT_EQ(done.text(), "both is changed");
    boost::json::value after = thing_named(at, "load_balancers", "both");
    EXPECT_EQ(json::text(after.at("redirect_http_to_https")), "true");
    EXPECT_EQ(json::text(after.at("sticky_sessions")),
              R"({"type":"cookies","cookie_name":"DO-LB","cookie_ttl_seconds":300})");
    for (boost::json::value* const each : {&before, &after})
        for (const char* const changed : {"redirect_http_to_https", "sticky_sessions"})
            each->as_object().erase(changed);
    EXPECT_EQ(json::text(after), json::text(before));
}

TEST(do_load_balancer_show, says_what_is_done_with_visitors) {
    bench at(with_network());
    at.ask("PUT", path_named(at, "load_balancers", "both"),
           R"({"name":"both","redirect_http_to_https":true,"sticky_sessions":{"type":"cookies",)"
           R"("cookie_name":"LB","cookie_ttl_seconds":60},"forwarding_rules":[{"entry_protocol":)"
           R"("https","entry_port":443,"target_protocol":"https","target_port":443,)"
           R"("tls_passthrough":true}]})");
    const played shown = at.play("do load-balancer show both");
    EXPECT_EQ(fact_of(shown.answer, "By http"), "is sent to https");
    EXPECT_EQ(fact_of(shown.answer, "Visitors stay by"), "the cookie LB, for 60 s");
}

TEST(do_load_balancer_change, sends_nobody_to_a_port_that_nobody_answers_on) {
    bench at(with_network());
    const played refused = at.play("do load-balancer change front --redirect yes");
    EXPECT_EQ(refused.text(), "front does not listen to https on port 443: nothing was changed");
    EXPECT_EQ(paragraphs(refused.answer),
              "Whoever was sent there would get no answer. `do load-balancer open front https:443` "
              "has it listen there.\n");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_load_balancer_change, of_one_that_is_being_changed_is_refused_for_the_moment) {
    bench at(with_network());
    at.ask("POST", path_named(at, "load_balancers", "front") + "/droplets",
           R"({"droplet_ids":[)" + std::to_string(at.id_of("db-1")) + "]}");
    const played refused = at.play("do load-balancer change front --sticky yes");
    ASSERT_TRUE(refused.failure);
    EXPECT_EQ(paragraphs(explain_failure(refused.failure)),
              "Something else is going on there. Wait for it to end, then ask again.\n");
}

TEST(do_load_balancer_create, that_digitalocean_does_not_get_done_says_so) {
    bench at(with_network());
    plan_errored(at, "load_balancer");
    const played end = at.play("do load-balancer create shop http:80 --droplet web-1");
    EXPECT_EQ(end.text(), "shop is errored");
    EXPECT_EQ(end.answer.how, tone::bad);
    EXPECT_EQ(at.play("do load-balancer show shop").answer.how, tone::bad);
    bench empty(with_network());
    plan_errored(empty, "load_balancer");
    const played both = empty.play("do load-balancer create shop http:80 --tag web --region nyc3");
    EXPECT_EQ(both.text(), "shop is errored, and sends requests to no droplet");
    EXPECT_EQ(both.answer.how, tone::bad);
}

// ---- all of them

TEST(do_network_settings, stay_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_network(),
        {{"do firewall rename nobody front", "There is no firewall “nobody”"},
         {"do firewall rename twin front", "2 firewalls are called “twin”: which one do you mean?"},
         {"do firewall rename web web", "web is called that already: nothing was changed"},
         {"do firewall rename web db", "web keeps its name: there is a firewall db already"},
         {"do load-balancer change nobody --sticky yes", "There is no load balancer “nobody”"},
         {"do load-balancer change twin --sticky yes",
          "2 load balancers are called “twin”: which one do you mean?"},
         {"do load-balancer change front",
          "Nothing was changed: say what is to change, with `--health`, for one"},
         {"do load-balancer change front --sticky no --redirect no --health http:80",
          "That is so already: nothing was changed"}});
}

TEST(do_network_settings, are_changed_once_whatever_goes_wrong) {
    support::try_all(
        {{"do firewall rename web front", "PUT", true, with_network()},
         {"do load-balancer change both --redirect yes --health http:8080/up", "PUT", false,
          with_network()},
         {"do load-balancer change front --sticky yes", "PUT", false, with_network()}});
}

} // namespace
} // namespace chatops::operations
