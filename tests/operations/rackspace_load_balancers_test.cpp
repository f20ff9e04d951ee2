// Rackspace's load balancers: what people ask for, and what they are told.
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "tests/operations/rackspace_networks.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <variant>
#include <vector>

namespace chatops::operations {
namespace {

using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using support::rackspace_bench;

/// Lines that do nothing, and what they say.
void try_unclear_balancers(const std::vector<std::pair<const char*, const char*>>& lines) {
    for (const auto& [line, said] : lines) {
        rackspace_bench at(with_balancers());
        EXPECT_EQ(at.play(line).title(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

// ---- looking

TEST(rackspace_load_balancers, are_listed_and_shown_with_the_servers_behind_them) {
    rackspace_bench at(with_balancers());
    EXPECT_EQ(cells(at.play("rackspace load-balancers").answer),
              "empty | active | 198.51.100.116 | \n"
              "front | active | 198.51.100.110 | \n"
              "twin | active | 198.51.100.112 | \n"
              "twin | active | 198.51.100.114 | \n");
    rackspace_bench one(with_balancers());
    const played shown = one.play("rackspace load-balancer show front");
    EXPECT_EQ(shown.text(), "front is active");
    EXPECT_EQ(fact_of(shown.answer, "Listens to"), "HTTP 80");
    EXPECT_EQ(fact_of(shown.answer, "Addresses"), "198.51.100.110, 2001:db8:79f1:1::11");
    EXPECT_EQ(fact_of(shown.answer, "Health monitor"), "connect, every 10 s; out after 3 failures");
    EXPECT_EQ(cells(shown.answer), "10.208.0.1:80 (web-1) | 410007 | enabled, online | \n"
                                   "10.208.0.2:80 (web-2) | 410014 | enabled, online | \n");
    rackspace_bench none(with_balancers());
    EXPECT_EQ(none.play("rackspace load-balancer show empty").text(),
              "empty is active, and no node behind it answers");
    rackspace_bench counts(with_balancers());
    const played stats = counts.play("rackspace load-balancer stats front");
    EXPECT_NE(stats.text().find(" connections just now"), std::string::npos) << stats.text();
    EXPECT_NE(fact_of(stats.answer, "At most"), "unknown");
}

TEST(rackspace_load_balancers, that_are_none_or_several_are_told) {
    try_unclear_balancers(
        {{"rackspace load-balancer show nobody", "There is no load balancer “nobody”"},
         {"rackspace load-balancer destroy twin",
          "2 load balancers are called “twin”: which one do you mean?"},
         {"rackspace load-balancer drain twin web-1",
          "2 load balancers are called “twin”: which one do you mean?"},
         {"rackspace load-balancer monitor front connect --path /health",
          "Nothing was changed: only http and https ask for a path"},
         {"rackspace load-balancer monitor front http --path health",
          "Nothing was changed: a path begins with a slash, like /health"},
         {"rackspace load-balancer create front http",
          "Nothing was made: there is a load balancer front already"},
         {"rackspace load-balancer create shop http --node nobody:80",
          "There is no server “nobody”"},
         {"rackspace load-balancer remove front db-1",
          "No node of front is “db-1”: nothing was changed"},
         {"rackspace load-balancer enable front web-1", "That is so already: nothing was changed"},
         {"rackspace load-balancer add front web-1:80", "That is so already: nothing was changed"},
         {"rackspace load-balancer forget front 203.0.113.7",
          "front neither allows nor denies 203.0.113.7: nothing was changed"}});
    rackspace_bench near(with_balancers());
    EXPECT_EQ(paragraphs(near.play("rackspace load-balancer show frnt").answer),
              "Did you mean `front`? `rackspace load-balancers` lists them all.\n");
    rackspace_bench twice(with_balancers());
    const auto buttons = twice.play("rackspace load-balancer show twin").shown.buttons;
    ASSERT_EQ(buttons.size(), 3u);
    EXPECT_EQ(buttons[0].label, "71014, active, 198.51.100.112");
    EXPECT_EQ(buttons[1].label, "71021, active, 198.51.100.114");
    twice.answer("which load balancer", "71021");
    EXPECT_EQ(
        fact_of(twice.play("rackspace load-balancer show twin").answer, "Addresses").substr(0, 14),
        "198.51.100.114");
    rackspace_bench by_id(with_balancers());
    EXPECT_EQ(by_id.play("rackspace load-balancer show 71021").text(), "twin is active");
}

// ---- making and ending

TEST(rackspace_load_balancer_create, waits_until_it_is_up) {
    rackspace_bench at(with_balancers());
    const played made = at.play("rackspace load-balancer create shop http --node web-1:8080 "
                                "--node 10.9.9.9:80 --algorithm round-robin");
    EXPECT_EQ(made.text(), "shop is active: 198.51.100.118");
    EXPECT_EQ(cells(made.answer), "10.208.0.1:8080 | 410035 | enabled, online | \n"
                                  "10.9.9.9:80 | 410042 | enabled, online | \n");
    EXPECT_EQ(fact_of(made.answer, "Algorithm"), "round robin");
    ASSERT_EQ(at.deeds().size(), 1u);
    EXPECT_NE(at.deeds()[0].find(R"("virtualIps":[{"type":"PUBLIC"}])"), std::string::npos)
        << at.deeds()[0];
    rackspace_bench inside(with_balancers());
    EXPECT_EQ(inside.play("rackspace load-balancer create db tcp:5432 --internal").text(),
              "db is active, and no node behind it answers: 10.183.252.18");
}

TEST(rackspace_load_balancer_create, that_ends_in_error_says_how_to_be_rid_of_it) {
    rackspace_bench at(with_balancers());
    at.plan_errored("load_balancer");
    const played made = at.play("rackspace load-balancer create shop http --node web-1:80");
    EXPECT_EQ(made.answer.how, tone::bad);
    EXPECT_EQ(made.text(), "shop is error");
    EXPECT_EQ(paragraphs(made.answer),
              "Rackspace did not get it done. `rackspace load-balancer destroy shop` ends what is "
              "left of it; then ask for it again.\n");
}

TEST(rackspace_load_balancers, that_a_change_leaves_in_error_are_told_to_be) {
    for (const char* const line :
         {"rackspace load-balancer add front db-1:80", "rackspace load-balancer drain front web-1",
          "rackspace load-balancer deny front 203.0.113.7",
          "rackspace load-balancer change front --timeout 1m",
          "rackspace load-balancer monitor front http --path /up"}) {
        rackspace_bench at(with_balancers());
        at.plan_errored("load_balancer");
        const played ended = at.play_and_confirm(line);
        EXPECT_TRUE(ended.failure) << line;
        EXPECT_EQ(ended.text(), "The load balancer front ended in the state ERROR") << line;
        EXPECT_EQ(at.deeds().size(), 1u) << line;
    }
}

TEST(rackspace_load_balancer_create, takes_a_name_with_whatever_characters) {
    const std::string name = R"(a"b'c\d<e>&f $(g) `h` ü; %41)";
    rackspace_bench at(with_balancers());
    const played made =
        at.play(R"(rackspace load-balancer create "a\"b'c\\d<e>&f $(g) `h` ü; %41" http)");
    EXPECT_EQ(made.text().substr(0, name.size()), name);
    EXPECT_EQ(std::string(at.cloud.state().at("load_balancers").at(4).at("name").as_string()),
              name);
}

TEST(rackspace_load_balancer_create, tells_what_rackspace_does_not_take) {
    rackspace_bench at(with_balancers());
    EXPECT_EQ(at.play("rackspace load-balancer create shop udp:53 --node 999.1.1.1.1.1:80").text(),
              "There is no server “999.1.1.1.1.1”");
    rackspace_bench full(with_balancers());
    for (int i = 0; i < 21; ++i) {
        full.ask_network("POST", "/loadbalancers",
                         R"({"loadBalancer":{"name":"b","protocol":"HTTP","virtualIps":[{"type":)"
                         R"("PUBLIC"}]}})");
        full.pass(std::chrono::seconds(1));
    }
    const played refused = full.play("rackspace load-balancer create shop http");
    EXPECT_EQ(refused.text(), "Load balancer limit reached. Please contact support to increase "
                              "your limit.");
}

TEST(rackspace_load_balancer_destroy, shows_what_is_lost_and_waits_until_it_is_gone) {
    rackspace_bench at(with_balancers());
    const played asks = at.play("rackspace load-balancer destroy front");
    EXPECT_EQ(asks.shown.title, "Destroy the load balancer front for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "its rules, and 198.51.100.110, 2001:db8:79f1:1::11");
    EXPECT_EQ(fact_of(asks.shown, "Kept"),
              "10.208.0.1:80, 10.208.0.2:80, which nothing sends connections to then");
    rackspace_bench gone(with_balancers());
    EXPECT_EQ(gone.play_and_confirm("rackspace load-balancer destroy front").text(),
              "The load balancer front is destroyed");
    EXPECT_NE(gone.state().find(R"("front" "DELETED")"), std::string::npos) << gone.state();
}

// ---- nodes

TEST(rackspace_nodes, are_added_and_taken_by_server_address_or_id) {
    rackspace_bench at(with_balancers());
    const played added = at.play("rackspace load-balancer add front db-1:8080 10.9.9.9:80");
    EXPECT_EQ(added.text(), "front sends connections to 10.208.0.3:8080, 10.9.9.9:80, too");
    EXPECT_EQ(paragraphs(added.answer),
              "It does so once the health monitor finds them well: connect, every 10 s; out after "
              "3 failures.\n");
    EXPECT_NE(rackspace_bench(with_balancers())
                  .state()
                  .find(R"("10.208.0.2" 80 "ENABLED" "PRIMARY" 1 )"
                        "\n\"twin\""),
              std::string::npos);
    for (const char* const named : {"web-2", "10.208.0.2", "10.208.0.2:80", "410014"}) {
        rackspace_bench by(with_balancers());
        const std::string line = std::string("rackspace load-balancer remove front ") + named;
        EXPECT_EQ(by.play(line).text(), std::string("front sends no more connections to ") + named);
        EXPECT_EQ(by.deeds().size(), 1u);
        EXPECT_EQ(by.state().find(R"("10.208.0.2" 80 "ENABLED" "PRIMARY" 1 )"
                                  "\n\"twin\""),
                  std::string::npos);
    }
}

TEST(rackspace_nodes, are_drained_disabled_and_enabled_again) {
    rackspace_bench at(with_balancers());
    EXPECT_EQ(at.play("rackspace load-balancer drain front web-2").text(),
              "front sends nothing new to web-2; what is connected goes on until it ends");
    EXPECT_NE(at.state().find(R"("10.208.0.2" 80 "DRAINING")"), std::string::npos) << at.state();
    rackspace_bench off(with_balancers());
    EXPECT_EQ(off.play("rackspace load-balancer disable front web-2").text(),
              "front sends nothing to web-2, and what was connected is cut off");
    rackspace_bench on(with_balancers());
    on.ask_network("PUT", "/loadbalancers/71007/nodes/410014",
                   R"({"node":{"condition":"DISABLED"}})");
    EXPECT_EQ(on.play("rackspace load-balancer enable front web-2").text(),
              "front sends connections to web-2 again")
        << "it waits for the change that is under way";
    EXPECT_NE(on.state().find(R"("10.208.0.2" 80 "ENABLED")"), std::string::npos) << on.state();
}

TEST(rackspace_nodes, that_are_the_last_are_asked_about_first) {
    rackspace_bench at(with_balancers());
    const played asks = at.play("rackspace load-balancer disable front web-1 web-2");
    EXPECT_EQ(asks.shown.title, "Disable the last nodes of front?");
    EXPECT_EQ(fact_of(asks.shown, "Nodes"), "web-1, web-2");
    EXPECT_TRUE(at.deeds().empty());
    rackspace_bench gone(with_balancers());
    EXPECT_EQ(gone.play_and_confirm("rackspace load-balancer remove front web-1 web-2").text(),
              "front sends no more connections to web-1, web-2, and nobody answers behind it");
}

void stop_watching(rackspace_bench& at, const std::string& name) {
    const boost::json::value all = at.cloud.state();
    for (const auto& each : all.at("load_balancers").as_array())
        if (each.at("name").as_string() == name)
            at.ask_network("DELETE",
                           "/loadbalancers/" + json::text(each.at("id")) + "/healthmonitor");
    at.pass(std::chrono::minutes(1));
}

TEST(rackspace_nodes, have_a_weight_and_a_role) {
    rackspace_bench at(with_balancers());
    const played done =
        at.play("rackspace load-balancer node front web-1 web-2 --weight 7 --role secondary");
    EXPECT_EQ(done.text(), "web-1, web-2 of front: secondary, weight 7");
    EXPECT_EQ(cells(done.answer), "10.208.0.1:80 | 410007 | enabled, online, secondary | \n"
                                  "10.208.0.2:80 | 410014 | enabled, online, secondary | \n");
    EXPECT_EQ(paragraphs(done.answer),
              "Its algorithm, random, looks at no weight: `rackspace load-balancer change front "
              "--algorithm weighted-round-robin` does.\n");
    rackspace_bench unwatched(with_balancers());
    stop_watching(unwatched, "empty");
    const played added =
        unwatched.play("rackspace load-balancer add empty web-1:80 --role secondary --weight 3");
    EXPECT_EQ(added.text(),
              "empty sends connections to 10.208.0.1:80 where no primary node answers");
    EXPECT_EQ(paragraphs(added.answer),
              "Its algorithm, random, looks at no weight: `rackspace load-balancer change empty "
              "--algorithm weighted-round-robin` does.\n"
              "It finds out that no primary node answers only with a health monitor: `rackspace "
              "load-balancer monitor empty connect`.\n");
    EXPECT_NE(unwatched.deeds().at(0).find(R"("type":"SECONDARY","weight":3)"), std::string::npos)
        << unwatched.deeds().at(0);
    try_unclear_balancers(
        {{"rackspace load-balancer node front web-1",
          "Nothing was changed: say what is to change, with `--weight` or `--role`"},
         {"rackspace load-balancer node front web-1 --weight 1",
          "That is so already: nothing was changed"}});
}

// ---- what it is

TEST(rackspace_load_balancer_change, changes_only_what_is_named) {
    rackspace_bench at(with_balancers());
    const played done = at.play("rackspace load-balancer change front --name shop --listen "
                                "https:8443 --algorithm weighted-round-robin --timeout 1m");
    EXPECT_EQ(done.text(), "shop is changed");
    std::string lines;
    for (const auto& each : std::get<change_part>(done.answer.parts.at(0)).lines)
        lines += each.name + ": " + each.before + " > " + each.after + '\n';
    EXPECT_EQ(lines, "name: front > shop\nlistens to: HTTP 80 > HTTPS 8443\n"
                     "algorithm: random > weighted round robin\ntimeout: 30 s > 60 s\n");
    EXPECT_EQ(paragraphs(done.answer),
              "Whoever connects must know; nodes are reached at the ports they have.\n");
    rackspace_bench weighted(with_balancers());
    weighted.ask_network("PUT", "/loadbalancers/71007",
                         R"({"loadBalancer":{"algorithm":"WEIGHTED_ROUND_ROBIN"}})");
    EXPECT_EQ(cells(weighted.play("rackspace load-balancer show front").answer),
              "10.208.0.1:80 (web-1) | 410007 | enabled, online, weight 1 | \n"
              "10.208.0.2:80 (web-2) | 410014 | enabled, online, weight 1 | \n");
    try_unclear_balancers(
        {{"rackspace load-balancer change front",
          "Nothing was changed: say what is to change, with `--algorithm`, for one"},
         {"rackspace load-balancer change front --name twin",
          "Nothing was changed: there is a load balancer twin already"},
         {"rackspace load-balancer change front --listen http --algorithm random",
          "That is so already: nothing was changed"}});
}

TEST(rackspace_load_balancer_addresses, are_added_and_taken_away) {
    rackspace_bench at(with_balancers());
    const played added = at.play("rackspace load-balancer add-address front");
    EXPECT_EQ(added.text(), "front is reached at 2001:db8:79f1:1::18, too");
    EXPECT_EQ(paragraphs(added.answer), "No name leads there yet: `rackspace record create` makes "
                                        "an AAAA record that does.\n");
    rackspace_bench asks(with_balancers());
    const std::string line = "rackspace load-balancer remove-address front 198.51.100.110";
    const played question = asks.play(line);
    EXPECT_EQ(question.shown.title, "Take the address 198.51.100.110 from front for good?");
    EXPECT_EQ(fact_of(question.shown, "Kept"), "2001:db8:79f1:1::11");
    EXPECT_TRUE(asks.deeds().empty());
    asks.answer("@confirm", "yes");
    EXPECT_EQ(asks.play(line).text(), "front is not reached at 198.51.100.110 any more");
    rackspace_bench last(with_balancers());
    const std::string id = "71007";
    const auto ips = last.ask_network("GET", "/loadbalancers/" + id + "/virtualips");
    last.ask_network("DELETE", "/loadbalancers/" + id + "/virtualips/" +
                                   std::to_string(ips.at_pointer("/virtualIps/1/id").as_int64()));
    last.pass(std::chrono::minutes(1));
    EXPECT_EQ(last.play(line).text(),
              "Nothing was changed: 198.51.100.110 is the only address of front");
    rackspace_bench meanwhile(with_balancers());
    meanwhile.play(line);
    meanwhile.ask_network("DELETE",
                          "/loadbalancers/" + id + "/virtualips/" +
                              std::to_string(ips.at_pointer("/virtualIps/0/id").as_int64()));
    meanwhile.answer("@confirm", "yes");
    EXPECT_EQ(meanwhile.play(line).text(), "front is not reached at 198.51.100.110 any more");
    EXPECT_TRUE(meanwhile.deeds().empty());
}

// ---- monitor and access

TEST(rackspace_monitor, is_set_and_taken_away) {
    rackspace_bench at(with_balancers());
    EXPECT_EQ(at.play("rackspace load-balancer monitor front http --path /health --every 30s "
                      "--attempts 2")
                  .text(),
              "front looks whether its nodes answer: http, path /health, every 30 s; out after 2 "
              "failures");
    rackspace_bench off(with_balancers());
    EXPECT_EQ(off.play("rackspace load-balancer monitor front off").text(),
              "front does not look any more whether its nodes answer");
    rackspace_bench same(with_balancers());
    EXPECT_EQ(same.play("rackspace load-balancer monitor front connect").text(),
              "That is so already: nothing was changed");
}

TEST(rackspace_access, is_allowed_denied_and_forgotten) {
    rackspace_bench at(with_balancers());
    EXPECT_EQ(at.play("rackspace load-balancer access front").text(),
              "Everybody may connect to front");
    rackspace_bench denied(with_balancers());
    EXPECT_EQ(denied.play("rackspace load-balancer deny front 0.0.0.0/0 203.0.113.66").text(),
              "0.0.0.0/0, 203.0.113.66 may not connect to front");
    rackspace_bench allowed(with_balancers());
    const played done = allowed.play("rackspace load-balancer allow front 203.0.113.0/24");
    EXPECT_EQ(done.text(), "203.0.113.0/24 may connect to front");
    EXPECT_EQ(paragraphs(done.answer), "Everybody else still may, unless 0.0.0.0/0 is denied.\n");
    const std::string list = R"({"accessList":[{"address":"203.0.113.7","type":"DENY"}]})";
    rackspace_bench otherwise(with_balancers());
    otherwise.ask_network("POST", "/loadbalancers/71007/accesslist", list);
    const played no = otherwise.play("rackspace load-balancer allow front 203.0.113.7");
    EXPECT_EQ(no.text(), "203.0.113.7 is denied at front already: nothing was changed");
    EXPECT_EQ(paragraphs(no.answer),
              "`rackspace load-balancer forget front 203.0.113.7` takes that back first.\n");
    rackspace_bench gone(with_balancers());
    gone.ask_network("POST", "/loadbalancers/71007/accesslist", list);
    EXPECT_EQ(gone.play("rackspace load-balancer forget front 203.0.113.7").text(),
              "front neither allows nor denies 203.0.113.7 any more");
}

} // namespace
} // namespace chatops::operations
