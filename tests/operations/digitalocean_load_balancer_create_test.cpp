// Load balancers that are made, and the ports that they listen on.
#include "chatops/core/json.hpp"
#include "chatops/operations/digitalocean/load_balancer_create.hpp"
#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

const std::string create = "do load-balancer create shop ";

/// The member of what was sent, as JSON; `{}` if it was not.
std::string sent_member(const bench& at, std::string_view name) {
    const std::string deed = at.deeds().at(0);
    const auto body = json::parse(deed.substr(deed.find('{')));
    const auto* const found = body->as_object().if_contains({name.data(), name.size()});
    return found == nullptr ? "{}" : json::text(*found);
}

/// `http 80 to http 80; https 443 to https 443`.
std::string rules_of(bench& at, const std::string& balancer) {
    std::string text;
    const auto all = at.get("/v2/load_balancers");
    for (const auto& each : all.at("load_balancers").as_array()) {
        if (each.at("name").as_string() != balancer.c_str()) continue;
        for (const auto& rule : each.at("forwarding_rules").as_array()) {
            const auto read = json::read<digitalocean::forwarding_rule>(rule);
            text += (text.empty() ? "" : "; ") + rule_text(*read);
        }
    }
    return text;
}

// ---- create

TEST(do_load_balancer_create, makes_one_and_waits_until_it_has_an_address) {
    bench at(with_network());
    const played done = at.play(create + "http:80=http:8080 --droplet web-1 --droplet web-2");
    EXPECT_EQ(done.text().substr(0, 25), "shop is active: 203.0.113");
    EXPECT_EQ(done.answer.how, tone::good);
    EXPECT_EQ(paragraphs(done.answer), "A droplet gets requests once its health check succeeds.\n");
    EXPECT_EQ(fact_of(done.answer, "Region"), "fra1") << "that of its droplets";
    EXPECT_EQ(fact_of(done.answer, "Droplets"), "web-1, web-2");
    EXPECT_EQ(fact_of(done.answer, "Health check"),
              "http on port 8080, path /, every 10 s; out after 3 failures, back after 5 "
              "successes");
    EXPECT_EQ(fact_of(done.answer, "Visitors stay by"), "(none)");
    EXPECT_EQ(cells(done.answer), "http 80 | http 8080 | \n");
    EXPECT_GE(at.world_time.now() - at.start, 60s) << "the mock takes that long";
}

TEST(do_load_balancer_create, goes_by_a_tag_of_a_region) {
    bench at(with_network());
    const played done = at.play(create + "https:443 http:80 --tag web --region fra1 "
                                         "--health http:8080/health --sticky");
    EXPECT_EQ(done.text().substr(0, 16), "shop is active: ");
    EXPECT_EQ(fact_of(done.answer, "By the tag"), "web");
    EXPECT_EQ(fact_of(done.answer, "Droplets"), "web-1, web-2");
    EXPECT_EQ(fact_of(done.answer, "Health check").substr(0, 31),
              "http on port 8080, path /health");
    EXPECT_EQ(fact_of(done.answer, "Visitors stay by"), "the cookie DO-LB, for 300 s");
    EXPECT_EQ(sent_member(at, "forwarding_rules"),
              R"([{"entry_protocol":"https","entry_port":443,"target_protocol":"https",)"
              R"("target_port":443,"tls_passthrough":true},{"entry_protocol":"http",)"
              R"("entry_port":80,"target_protocol":"http","target_port":80}])");
    EXPECT_EQ(sent_member(at, "droplet_ids"), "{}");
    bench nobody(with_network());
    const played empty = nobody.play(create + "http:80 --tag web --region nyc3");
    EXPECT_EQ(empty.text().substr(0, 47), "shop is active, and sends requests to no drople")
        << "none with the tag is there";
    EXPECT_EQ(empty.answer.how, tone::warning);
}

TEST(do_load_balancer_create, looks_at_health_where_the_first_rule_goes) {
    const std::pair<const char*, const char*> looks[] = {
        {"http:80=http:8080", R"({"protocol":"http","port":8080,"path":"/"})"},
        {"https:443=https:8443 http:80", R"({"protocol":"https","port":8443,"path":"/"})"},
        {"http2:443", R"({"protocol":"tcp","port":443})"},
        {"tcp:5432", R"({"protocol":"tcp","port":5432})"},
        {"udp:53 --health tcp:22", R"({"protocol":"tcp","port":22})"},
        {"tcp:25 --health https:443/up", R"({"protocol":"https","port":443,"path":"/up"})"}};
    for (const auto& [typed, sent] : looks) {
        bench at(with_network());
        EXPECT_EQ(at.play(create + typed + " --droplet web-1").text().substr(0, 14),
                  "shop is active")
            << typed;
        EXPECT_EQ(sent_member(at, "health_check"), sent) << typed;
    }
}

TEST(do_load_balancer_create, that_ends_badly_says_so) {
    digitalocean::load_balancer it;
    it.name = "shop";
    it.status = "errored";
    it.droplet_ids = {1};
    const reply said = made_balancer(it, {{"1", "web-1"}});
    EXPECT_EQ(said.title, "shop is errored");
    EXPECT_EQ(said.how, tone::bad);
    EXPECT_EQ(paragraphs(said), "DigitalOcean did not get it done. `do load-balancer destroy shop` "
                                "ends what is left of it; then ask for it again.\n");
}

TEST(do_load_balancer_create, does_nothing_where_it_is_not_clear_what_is_meant) {
    const char* const behind =
        "Nothing was made: say what is behind it, with `--droplet` or with `--tag`";
    support::try_unclear(
        with_network(),
        {{"do load-balancer create shop http:80", behind},
         {"do load-balancer create shop http:80 --tag web --droplet web-1", behind},
         {"do load-balancer create shop http:80 --tag web",
          "Nothing was made: say where, with `--region`"},
         {"do load-balancer create shop http:80 --droplet nobody", "There is no droplet “nobody”"},
         {"do load-balancer create shop http:80 --tag nobody --region fra1",
          "There is no tag “nobody”"},
         {"do load-balancer create front http:80 --droplet web-1",
          "Nothing was made: there is a load balancer front already"},
         {"do load-balancer create shop http:80 --droplet web-1 --droplet old-1",
          "Nothing was made: old-1 is in nyc3, and shop would be in fra1: a load balancer sends "
          "only to droplets of its own region"},
         {"do load-balancer create shop http:80 --droplet web-1 --region nyc3",
          "Nothing was made: web-1 is in fra1, and shop would be in nyc3: a load balancer sends "
          "only to droplets of its own region"},
         {"do load-balancer create shop https:443=http:80 --droplet web-1",
          "Nothing was done: for https:443=http:80 the load balancer needs a certificate, and "
          "none can be named here"},
         {"do load-balancer create shop udp:53 --droplet web-1",
          "Nothing was made: udp does not tell whether a droplet is well; say what does, with "
          "`--health`, like tcp:22"}});
}

TEST(do_load_balancer_create, tells_what_digitalocean_finds_wrong) {
    bench twice(with_network());
    EXPECT_EQ(twice.play(create + "http:80 tcp:80 --droplet web-1").text(),
              "entry_port must be unique across forwarding rules");
    bench nowhere(with_network());
    EXPECT_EQ(nowhere.play(create + "http:80 --tag web --region nowhere1").text(),
              "region is invalid");
    EXPECT_EQ(twice.state() + nowhere.state(),
              bench(with_network()).state() + bench(with_network()).state());
}

// ---- open, close

TEST(do_load_balancer_open, listens_on_more_ports) {
    bench at(with_network());
    EXPECT_EQ(at.play("do load-balancer open front https:443 http:8080=http:80").text(),
              "front forwards https 443 to https 443, http 8080 to http 80, too");
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(rules_of(at, "front"),
              "http 80 to http 80; https 443 to https 443; http 8080 to http 80");
    bench half(with_network());
    EXPECT_EQ(half.play("do load-balancer open both https:443 tcp:25 tcp:25").text(),
              "both forwards tcp 25 to tcp 25, too")
        << "what is so already is not asked for again";
}

TEST(do_load_balancer_open, says_what_a_port_serves_already) {
    bench at(with_network());
    const played taken = at.play("do load-balancer open front tcp:80=tcp:8080");
    EXPECT_EQ(taken.text(),
              "front listens on port 80 already, and forwards http 80 to http 80: nothing was "
              "changed");
    EXPECT_EQ(paragraphs(taken.answer),
              "`do load-balancer close front http:80` takes that out first; until there is another "
              "rule, who asks there gets no answer.\n");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_load_balancer_close, takes_out_the_rule_that_is_meant) {
    bench at(with_network());
    EXPECT_EQ(at.play("do load-balancer close both HTTPS:443").text(),
              "both does not forward https 443 to https 443 any more: who asks there gets no "
              "answer");
    EXPECT_EQ(rules_of(at, "both"), "http 80 to http 80");
    bench none(with_network());
    const played missing = none.play("do load-balancer close both tcp:443");
    EXPECT_EQ(missing.text(), "both has no rule for tcp:443: nothing was changed");
    EXPECT_EQ(cells(missing.answer), "http 80 | http 80 | \nhttps 443 | https 443 | \n");
    const played last = none.play("do load-balancer close both http:80 https:443");
    EXPECT_EQ(last.text(), "both would have no rule left, and needs one: nothing was changed");
    EXPECT_EQ(paragraphs(last.answer), "`do load-balancer destroy both` ends the whole of it.\n");
    EXPECT_TRUE(none.deeds().empty());
}

TEST(do_load_balancer_close, sends_the_rule_back_as_it_is) {
    bench at(with_network());
    const std::string id(
        at.get("/v2/load_balancers?per_page=1").at_pointer("/load_balancers/0/id").as_string());
    at.ask("POST", "/v2/load_balancers/" + id + "/forwarding_rules",
           R"({"forwarding_rules":[{"entry_protocol":"https","entry_port":443,"target_protocol":)"
           R"("http","target_port":80,"certificate_id":"892071a0"}]})");
    at.pass(1min);
    EXPECT_EQ(
        at.play("do load-balancer close front https:443").text(),
        "front does not forward https 443 to http 80 any more: who asks there gets no answer");
    EXPECT_EQ(rules_of(at, "front"), "http 80 to http 80")
        << "with its certificate, DigitalOcean knows which one";
}

TEST(do_load_balancer_open, of_one_that_is_being_changed_is_refused_for_the_moment) {
    bench at(with_network());
    const std::string id(
        at.get("/v2/load_balancers").at_pointer("/load_balancers/3/id").as_string());
    at.ask("POST", "/v2/load_balancers/" + id + "/forwarding_rules",
           R"({"forwarding_rules":[{"entry_protocol":"tcp","entry_port":25,"target_protocol":)"
           R"("tcp","target_port":25}]})");
    const played refused = at.play("do load-balancer close both https:443");
    ASSERT_TRUE(refused.failure);
    EXPECT_EQ(paragraphs(explain_failure(refused.failure)),
              "Something else is going on there. Wait for it to end, then ask again.\n");
}

// ---- all of them

TEST(do_load_balancer_rules, stay_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_network(),
        {{"do load-balancer open nobody tcp:25", "There is no load balancer “nobody”"},
         {"do load-balancer open twin tcp:25",
          "2 load balancers are called “twin”: which one do you mean?"},
         {"do load-balancer open front http:80", "That is so already: nothing was changed"},
         {"do load-balancer open front https:443=http:80",
          "Nothing was done: for https:443=http:80 the load balancer needs a certificate, and "
          "none can be named here"},
         {"do load-balancer close nobody tcp:25", "There is no load balancer “nobody”"},
         {"do load-balancer close twin tcp:25",
          "2 load balancers are called “twin”: which one do you mean?"}});
}

TEST(do_load_balancer_changes, happen_once_whatever_goes_wrong) {
    support::try_all(
        {{"do load-balancer create shop http:80=http:8080 --droplet web-1 --droplet web-2", "POST",
          false, with_network()},
         {"do load-balancer create shop https:443 --tag web --region fra1 --sticky", "POST", false,
          with_network()},
         {"do load-balancer open front https:443 tcp:25", "POST", false, with_network()},
         {"do load-balancer close both https:443", "DELETE", false, with_network()}});
}

} // namespace
} // namespace chatops::operations
