// Domains, their records, and reserved IPs.
#include "chatops/operations/digitalocean/record_parts.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

void add_free_ip(bench& at) { at.ask("POST", "/v2/reserved_ips", R"({"region":"fra1"})"); }

std::string ip_of(bench& at, int index) {
    const auto all = at.get("/v2/reserved_ips");
    return std::string(
        all.at_pointer("/reserved_ips/" + std::to_string(index) + "/ip").as_string());
}

// ---- domains

TEST(do_domains, are_listed_made_and_destroyed) {
    bench at(with_domains());
    EXPECT_EQ(cells(at.play("do domains").answer), "acme.example | \n");
    const played made = at.play("do domain create globex.example 203.0.113.9");
    EXPECT_EQ(made.text(), "DigitalOcean answers for globex.example, which leads to 203.0.113.9");
    EXPECT_NE(paragraphs(made.answer).find("ns1.digitalocean.com"), std::string::npos);
    bench gone(with_domains());
    const played asks = gone.play("do domain destroy acme.example");
    EXPECT_EQ(asks.shown.title, "Destroy the domain acme.example for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "9 records");
    EXPECT_NE(fact_of(asks.shown, "Among them").find("A www 203.0.113.7; TXT note one"),
              std::string::npos)
        << fact_of(asks.shown, "Among them");
    EXPECT_EQ(gone.play_and_confirm("do domain destroy acme.example").text(),
              "The domain acme.example is destroyed");
    bench same(with_domains());
    EXPECT_EQ(same.play("do domain create acme.example").text(),
              "Nothing was made: there is a domain acme.example already");
    EXPECT_EQ(bench().play("do domain create bad.example nonsense").text(),
              "IP address did not match IPv4 format (e.g. 127.0.0.1).");
}

// ---- records

TEST(do_records, lists_them_with_all_that_they_say) {
    bench at(with_domains());
    const std::string all = cells(at.play("do records acme.example").answer);
    EXPECT_NE(all.find("MX | @ | 10 mail.acme.example | \n"), std::string::npos) << all;
    const played none = at.play("do records acme.exmple");
    EXPECT_EQ(none.text(), "There is no domain “acme.exmple”");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `acme.example`? `do domains` lists them all.\n");
}

TEST(do_record_create, makes_one_of_each_type) {
    const std::pair<const char*, const char*> made[] = {
        {"A api 203.0.113.8", "A api of acme.example: 203.0.113.8"},
        {"A api.acme.example 203.0.113.8 --ttl 5m", "A api of acme.example: 203.0.113.8"},
        {"aaaa api 2001:db8::8", "AAAA api of acme.example: 2001:db8::8"},
        {"CNAME blog hosted.example", "CNAME blog of acme.example: hosted.example"},
        {"CNAME blog acme.example.", "CNAME blog of acme.example: @"},
        {"MX @ mx.acme.example --priority 20", "MX @ of acme.example: 20 mx.acme.example"},
        {"NS sub ns1.other.example.", "NS sub of acme.example: ns1.other.example"},
        {"SRV _sip._tcp sip.acme.example --priority 1 --weight 2 --port 5060",
         "SRV _sip._tcp of acme.example: 1 2 5060 sip.acme.example"},
        {"CAA @ letsencrypt.org --tag issue", "CAA @ of acme.example: 0 issue letsencrypt.org"},
        {R"(TXT _dmarc "v=\"1\"; <p> & $(none) 'ü' \\")",
         R"(TXT _dmarc of acme.example: v="1"; <p> & $(none) 'ü' \)"}};
    for (const auto& [typed, said] : made) {
        bench at(with_domains());
        const std::string line = std::string("do record create acme.example ") + typed;
        EXPECT_EQ(at.play(line).text(), said) << typed;
        EXPECT_EQ(at.deeds().size(), 1u) << typed;
    }
}

TEST(do_record_create, says_what_a_type_needs_and_what_it_does_not_have) {
    support::try_unclear(
        with_domains(),
        {{"do record create acme.example MX @ mx.acme.example",
          "Nothing was made: a record of type MX needs --priority"},
         {"do record create acme.example SRV _sip._tcp sip.acme.example --priority 1 --weight 2",
          "Nothing was made: a record of type SRV needs --port"},
         {"do record create acme.example CAA @ letsencrypt.org",
          "Nothing was made: a record of type CAA needs --tag"},
         {"do record create acme.example A api 203.0.113.8 --priority 1",
          "Nothing was made: records of type A have no --priority"},
         {"do record create acme.example A www 203.0.113.7",
          "There is that record already: A www of acme.example"},
         {"do record create acme.example MX @ mail.acme.example. --priority 10",
          "There is that record already: MX @ of acme.example"},
         {"do record change acme.example www --port 1",
          "Nothing was changed: records of type A have no --port"},
         {"do record change acme.example www",
          "Nothing was changed: say what is to change, with `--data`, for one"}});
    bench at(with_domains());
    EXPECT_EQ(at.play("do record create acme.example A api nonsense").text(),
              "IP address did not match IPv4 format (e.g. 127.0.0.1).");
}

TEST(do_record_change, changes_only_what_is_named) {
    bench at(with_domains());
    const played done =
        at.play("do record change acme.example www.acme.example --data 203.0.113.8");
    EXPECT_EQ(done.text(), "A www of acme.example is changed");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 1u);
    EXPECT_EQ(change.lines[0].before + " > " + change.lines[0].after, "203.0.113.7 > 203.0.113.8");
    EXPECT_EQ(paragraphs(done.answer), "Others may remember what it was for 30 min.\n");
    EXPECT_NE(at.deeds().at(0).find(R"({"data":"203.0.113.8"})"), std::string::npos)
        << at.deeds().at(0);
    bench mail(with_domains());
    EXPECT_EQ(mail.play("do record change acme.example @ --type MX --priority 30 --ttl 1h").text(),
              "MX @ of acme.example is changed");
    bench same(with_domains());
    EXPECT_EQ(same.play("do record change acme.example www --data 203.0.113.7").text(),
              "A www of acme.example was like that already");
}

TEST(do_record_destroy, asks_which_of_two_is_meant_and_takes_its_id) {
    bench at(with_domains());
    const played twins = at.play("do record destroy acme.example note");
    EXPECT_EQ(twins.shown.title, "2 records are called “note”: which one do you mean?");
    const button& second = twins.shown.buttons.at(1);
    EXPECT_EQ(second.label, second.choice + ", TXT, two");
    at.answer("which record", second.choice);
    EXPECT_EQ(fact_of(at.play("do record destroy acme.example note").shown, "Lost"),
              "TXT note two");
    const std::string line = "do record destroy acme.example " + second.choice;
    bench other(with_domains());
    const played asks = other.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy the record TXT note for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "TXT note two");
    EXPECT_EQ(other.play_and_confirm(line).text(), "The record TXT note is destroyed");
    EXPECT_NE(other.state().find(R"("note" "one")"), std::string::npos);
    EXPECT_EQ(other.state().find(R"("note" "two")"), std::string::npos);
    EXPECT_TRUE(at.deeds().empty());
}

TEST(name_within, is_what_digitalocean_calls_it) {
    EXPECT_EQ(name_within("www", "acme.example"), "www");
    EXPECT_EQ(name_within("www.acme.example", "acme.example"), "www");
    EXPECT_EQ(name_within("a.b.acme.example.", "acme.example"), "a.b");
    EXPECT_EQ(name_within("acme.example", "acme.example"), "@");
    EXPECT_EQ(name_within("notacme.example", "acme.example"), "notacme.example");
}

// ---- reserved IPs

TEST(do_reserved_ips, are_listed_got_moved_and_released) {
    bench at(with_domains());
    add_free_ip(at);
    const std::string used = ip_of(at, 0);
    const std::string free = ip_of(at, 1);
    EXPECT_EQ(cells(at.play("do reserved-ips").answer),
              used + " | web-1 | fra1 | \n" + free + " | none | fra1 | \n");
    EXPECT_EQ(at.play("do reserved-ip assign " + free + " web-2").text(), free + " leads to web-2");
    bench moved(with_domains());
    EXPECT_EQ(moved.play("do reserved-ip assign " + used + " web-2").text(),
              used + " leads to web-2, and no more to web-1");
    bench off(with_domains());
    EXPECT_EQ(off.play("do reserved-ip unassign " + used).text(),
              used + " does not lead to web-1 any more; it costs while it leads nowhere");
    bench back(with_domains());
    const played asks = back.play("do reserved-ip release " + used);
    EXPECT_EQ(fact_of(asks.shown, "Leads to"), "web-1, which is not reached by it then");
    EXPECT_EQ(back.play_and_confirm("do reserved-ip release " + used).text(),
              "The reserved IP " + used + " is released");
}

TEST(do_reserved_ip_create, gets_one_in_a_region_or_for_a_droplet) {
    bench at(with_domains());
    EXPECT_EQ(at.play("do reserved-ip create --region fra1").text().substr(0, 19),
              "Reserved in fra1: 2");
    bench led(with_domains());
    const played done = led.play("do reserved-ip create --droplet web-2");
    EXPECT_EQ(done.text().substr(0, 34), "Reserved for web-2, and leads ther");
    EXPECT_GE(led.world_time.now() - led.start, 5s) << "the mock takes that long";
    bench taken(with_domains());
    EXPECT_EQ(taken.play("do reserved-ip create --droplet web-1").text(),
              "The droplet already has a reserved IP assigned.");
}

TEST(do_reserved_ip_assign, over_no_border_and_not_twice) {
    bench at(with_domains());
    const std::string used = ip_of(at, 0);
    EXPECT_EQ(at.play("do reserved-ip assign " + used + " web-1").text(),
              used + " leads to web-1 already: nothing was changed");
    bench far(with_domains());
    EXPECT_EQ(far.play("do reserved-ip assign " + used + " old-1").text(),
              used + " is in fra1, and old-1 in nyc3: it can only lead to droplets of its own "
                     "region");
    EXPECT_TRUE(at.deeds().empty() && far.deeds().empty());
}

// ---- all of them

TEST(do_domain_changes, do_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_domains(),
        {{"do domain destroy nobody.example", "There is no domain “nobody.example”"},
         {"do record create nobody.example A x 203.0.113.1", "There is no domain “nobody.example”"},
         {"do record change nobody.example www --ttl 1h", "There is no domain “nobody.example”"},
         {"do record destroy nobody.example www", "There is no domain “nobody.example”"},
         {"do record change acme.example ww --ttl 1h", "There is no record “ww”"},
         {"do record destroy acme.example www --type TXT", "There is no record “www”"},
         {"do record change acme.example note --ttl 1h",
          "2 records are called “note”: which one do you mean?"},
         {"do reserved-ip assign 203.0.113.250 web-2", "There is no reserved IP “203.0.113.250”"},
         {"do reserved-ip unassign 203.0.113.250", "There is no reserved IP “203.0.113.250”"},
         {"do reserved-ip release 203.0.113.250", "There is no reserved IP “203.0.113.250”"},
         {"do reserved-ip create --droplet nobody", "There is no droplet “nobody”"},
         {"do reserved-ip create",
          "Nothing was made: say where, with `--droplet` or with `--region`"}});
}

TEST(do_domain_changes, happen_once_whatever_goes_wrong) {
    bench at(with_domains());
    const std::string used = ip_of(at, 0);
    support::try_all(
        {{"do domain create globex.example", "POST", false, with_domains()},
         {"do domain destroy acme.example", "DELETE", false, with_domains()},
         {"do record create acme.example A api 203.0.113.8", "POST", false, with_domains()},
         {"do record change acme.example www --data 203.0.113.8", "PATCH", true, with_domains()},
         {"do record destroy acme.example www", "DELETE", false, with_domains()},
         {"do reserved-ip create --region fra1", "POST", false, with_domains()},
         {"do reserved-ip create --droplet web-2", "POST", false, with_domains()},
         {"do reserved-ip assign " + used + " web-2", "POST", false, with_domains()},
         {"do reserved-ip unassign " + used, "POST", false, with_domains()},
         {"do reserved-ip release " + used, "DELETE", false, with_domains()}});
}

} // namespace
} // namespace chatops::operations
