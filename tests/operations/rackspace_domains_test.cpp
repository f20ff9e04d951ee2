// Domains and their records at Rackspace.
#include "chatops/operations/rackspace/dns_parts.hpp"
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

void try_unclear_zones(const std::vector<std::pair<const char*, const char*>>& lines) {
    for (const auto& [line, said] : lines) {
        rackspace_bench at(with_zones());
        EXPECT_EQ(at.play(line).title(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

// ---- domains

TEST(rackspace_domains, are_listed_shown_and_exported) {
    rackspace_bench at(with_zones());
    EXPECT_EQ(cells(at.play("rackspace domains").answer),
              "acme.example | 2725203 | \nshop.acme.example | 2725206 | \n");
    rackspace_bench one(with_zones());
    const played shown = one.play("rackspace domain show acme.example");
    EXPECT_EQ(shown.text(), "acme.example has 8 records");
    EXPECT_EQ(fact_of(shown.answer, "Name servers"),
              "dns1.stabletransit.com, dns2.stabletransit.com");
    EXPECT_EQ(fact_of(shown.answer, "Email"), "ops@acme.example");
    EXPECT_EQ(cells(shown.answer), "shop.acme.example | 2725206 | \n");
    rackspace_bench file(with_zones());
    const played exported = file.play("rackspace domain export acme.example");
    EXPECT_EQ(exported.text(), "The zone file of acme.example");
    const auto& zone = std::get<file_part>(exported.answer.parts.at(0));
    EXPECT_EQ(zone.name, "acme.example.zone");
    EXPECT_NE(zone.text.find("www.acme.example.\t3600\tIN\tA\t203.0.113.7\n"), std::string::npos)
        << zone.text;
    EXPECT_TRUE(file.deeds().empty());
}

TEST(rackspace_domains, are_made_by_a_job_and_destroyed_by_one) {
    rackspace_bench at(with_zones());
    const played made = at.play("rackspace domain create Globex.example ops@globex.example");
    EXPECT_EQ(made.text(), "Rackspace answers for globex.example");
    EXPECT_EQ(paragraphs(made.answer),
              "The world asks it once the domain's registrar names these as its name servers: "
              "dns1.stabletransit.com, dns2.stabletransit.com.\n");
    rackspace_bench same(with_zones());
    EXPECT_EQ(same.play("rackspace domain create acme.example ops@acme.example").text(),
              "Nothing was made: there is a domain acme.example already");
    rackspace_bench asks(with_zones());
    const played question = asks.play("rackspace domain destroy acme.example");
    EXPECT_EQ(question.shown.title, "Destroy the domain acme.example for good?");
    EXPECT_EQ(fact_of(question.shown, "Lost"), "8 records");
    EXPECT_NE(fact_of(question.shown, "Among them").find("A www 203.0.113.7; TXT note one"),
              std::string::npos)
        << fact_of(question.shown, "Among them");
    EXPECT_EQ(fact_of(question.shown, "Kept"), "shop.acme.example, as domains of their own");
    rackspace_bench gone(with_zones());
    EXPECT_EQ(gone.play_and_confirm("rackspace domain destroy acme.example").text(),
              "The domain acme.example is destroyed");
    EXPECT_EQ(gone.state().find(R"("acme.example")"), std::string::npos);
}

TEST(rackspace_domains, whose_job_goes_wrong_say_what_it_said) {
    rackspace_bench at(with_zones());
    at.plan_errored("dns_job");
    const played failed = at.play("rackspace domain create globex.example ops@globex.example");
    ASSERT_TRUE(failed.failure);
    EXPECT_EQ(failed.text(),
              "The DNS API is currently not available: The request was not carried out.");
    EXPECT_EQ(at.deeds().size(), 1u);
    rackspace_bench wrong(with_zones());
    EXPECT_EQ(wrong.play("rackspace domain create globex.example nobody").text(),
              "Must provide a valid email address for each domain.");
    rackspace_bench late(with_zones());
    EXPECT_EQ(late.play("rackspace domain create globex.example a@b.c --ttl 1m").text(),
              "Domain TTL is required and must be greater than or equal to 300");
}

TEST(rackspace_domain_change, changes_only_what_is_named) {
    rackspace_bench at(with_zones());
    const played done =
        at.play("rackspace domain change acme.example --ttl 30m --comment 'to <b>'");
    EXPECT_EQ(done.text(), "acme.example is changed");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 2u);
    EXPECT_EQ(change.lines[0].name + ": " + change.lines[0].before + " > " + change.lines[0].after,
              "ttl: 3600 s > 1800 s");
    EXPECT_EQ(change.lines[1].name + ": " + change.lines[1].before + " > " + change.lines[1].after,
              "comment: none > to <b>");
    EXPECT_EQ(paragraphs(done.answer), "The records that it has keep theirs: `rackspace record "
                                       "change` changes that of one.\n");
    EXPECT_EQ(at.deeds().at(0).substr(0, 39), "PUT /v1.0/654321/domains/2725203 {\"ttl\"");
    rackspace_bench mail(with_zones());
    EXPECT_EQ(mail.play("rackspace domain change 2725203 --email it@acme.example").text(),
              "acme.example is changed");
    EXPECT_NE(mail.state().find(R"("acme.example" "it@acme.example" 3600)"), std::string::npos);
    try_unclear_zones(
        {{"rackspace domain change acme.example",
          "Nothing was changed: say what is to change, with `--ttl`, for one"},
         {"rackspace domain change acme.example --ttl 1h", "acme.example was like that already"},
         {"rackspace domain change acme.example --comment ''",
          "acme.example was like that already"}});
    rackspace_bench late(with_zones());
    EXPECT_EQ(late.play("rackspace domain change acme.example --ttl 10s").text(),
              "Domain TTL is required and must be greater than or equal to 300");
}

/// Pages of a hundred: what stands on the third is listed, found, and counted.
TEST(rackspace_domains, of_more_records_than_a_page_has_are_whole) {
    auto given = with_zones();
    for (int i = 0; i < 250; ++i)
        given.domains[0].records.push_back(
            {"A", "h" + std::to_string(i) + ".acme.example", "203.0.113.7"});
    for (int i = 0; i < 150; ++i)
        given.domains.push_back({"d" + std::to_string(i) + ".example", "ops@acme.example", {}});
    rackspace_bench at(given);
    EXPECT_EQ(at.play("rackspace records acme.example").text(), "258 records of acme.example");
    rackspace_bench last(given);
    EXPECT_EQ(last.play("rackspace record show acme.example h249").text(),
              "A h249 of acme.example: 203.0.113.7");
    rackspace_bench all(given);
    EXPECT_EQ(all.play("rackspace domains").text(), "152 domains");
    rackspace_bench far(given);
    EXPECT_EQ(far.play("rackspace domain show d149.example").text(), "d149.example has 2 records");
    rackspace_bench near(given);
    EXPECT_EQ(paragraphs(near.play("rackspace domain show d149.exampl").answer).substr(0, 27),
              "Did you mean `d149.example`");
}

// ---- records

TEST(rackspace_record_show, shows_what_a_table_has_no_room_for) {
    rackspace_bench at(with_zones());
    const played made = at.play("rackspace record create acme.example A api 203.0.113.8 --ttl 5m "
                                "--comment 'until May'");
    EXPECT_EQ(fact_of(made.answer, "Comment"), "until May");
    rackspace_bench one(with_zones());
    const played shown = one.play("rackspace record show acme.example @ --type MX");
    EXPECT_EQ(shown.text(), "MX @ of acme.example: 10 mail.acme.example");
    EXPECT_EQ(fact_of(shown.answer, "Whole name"), "acme.example");
    EXPECT_EQ(fact_of(shown.answer, "Remembered for"), "3600 s");
    EXPECT_EQ(fact_of(shown.answer, "Comment"), "(none)");
    rackspace_bench noted(with_zones());
    const played done =
        noted.play("rackspace record change acme.example www --comment 'old \"server\"'");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    EXPECT_EQ(change.lines.at(0).after, "old \"server\"");
}

TEST(rackspace_records, are_listed_by_their_names_within_the_domain) {
    rackspace_bench at(with_zones());
    EXPECT_EQ(cells(at.play("rackspace records acme.example").answer),
              "NS | @ | dns1.stabletransit.com | \nNS | @ | dns2.stabletransit.com | \n"
              "A | @ | 192.0.2.1 | \nA | www | 203.0.113.7 | \nTXT | note | one | \n"
              "TXT | note | two | \nMX | @ | 10 mail.acme.example | \n"
              "SRV | _sip._tcp | 1 5 5060 sip.acme.example | \n");
    rackspace_bench none(with_zones());
    const played no = none.play("rackspace records acme.exmple");
    EXPECT_EQ(no.text(), "There is no domain “acme.exmple”");
    EXPECT_EQ(paragraphs(no.answer),
              "Did you mean `acme.example`? `rackspace domains` lists them all.\n");
}

TEST(rackspace_record_create, makes_one_of_each_type) {
    const std::pair<const char*, const char*> made[] = {
        {"A api 203.0.113.8", "A api of acme.example: 203.0.113.8"},
        {"A API.acme.example. 203.0.113.8 --ttl 5m", "A api of acme.example: 203.0.113.8"},
        {"aaaa api 2001:db8::8", "AAAA api of acme.example: 2001:db8::8"},
        {"CNAME blog hosted.example.", "CNAME blog of acme.example: hosted.example"},
        {"MX @ mx.acme.example --priority 20", "MX @ of acme.example: 20 mx.acme.example"},
        {"NS sub ns1.other.example", "NS sub of acme.example: ns1.other.example"},
        {"SRV _sip._udp sip.acme.example --priority 1 --weight 2 --port 5060",
         "SRV _sip._udp of acme.example: 1 2 5060 sip.acme.example"},
        {R"(TXT _dmarc "v=DMARC1; <p> & $(none) `x` 'ü' %41")",
         R"(TXT _dmarc of acme.example: v=DMARC1; <p> & $(none) `x` 'ü' %41)"}};
    for (const auto& [typed, said] : made) {
        rackspace_bench at(with_zones());
        const std::string line = std::string("rackspace record create acme.example ") + typed;
        EXPECT_EQ(at.play(line).text(), said) << typed;
        EXPECT_EQ(at.deeds().size(), 1u) << typed;
    }
}

TEST(rackspace_record_create, says_what_a_type_needs_and_what_it_does_not_have) {
    try_unclear_zones(
        {{"rackspace record create acme.example MX @ mx.acme.example",
          "Nothing was made: a record of type MX needs --priority"},
         {"rackspace record create acme.example SRV _sip._tcp sip.acme.example --priority 1 "
          "--weight 2",
          "Nothing was made: a record of type SRV needs --port"},
         {"rackspace record create acme.example A api 203.0.113.8 --priority 1",
          "Nothing was made: records of type A have no --priority"},
         {"rackspace record create acme.example A www 203.0.113.7",
          "There is that record already: A www of acme.example"},
         {"rackspace record create acme.exmple A www 203.0.113.7",
          "There is no domain “acme.exmple”"},
         {"rackspace record change acme.example www --port 1",
          "Nothing was changed: records of type A have no --port"},
         {"rackspace record change acme.example www",
          "Nothing was changed: say what is to change, with `--data`, for one"},
         {"rackspace record change acme.example www --data 203.0.113.7",
          "A www of acme.example was like that already"},
         {"rackspace record destroy acme.example note",
          "2 records are called “note”: which one do you mean?"},
         {"rackspace record destroy acme.example nowhere", "There is no record “nowhere”"}});
    rackspace_bench refused(with_zones());
    EXPECT_EQ(refused.play("rackspace record create acme.example A api nonsense").text(),
              "Record data nonsense is not valid for type A.");
    rackspace_bench beside(with_zones());
    EXPECT_EQ(
        beside.play("rackspace record create acme.example CNAME www hosted.example").text(),
        "The object already exists: A CNAME record cannot share its name with another record");
}

TEST(rackspace_record_change, changes_only_what_is_named) {
    rackspace_bench at(with_zones());
    const played done =
        at.play("rackspace record change acme.example www.acme.example --data 203.0.113.8");
    EXPECT_EQ(done.text(), "A www of acme.example is changed");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 1u);
    EXPECT_EQ(change.lines[0].before + " > " + change.lines[0].after, "203.0.113.7 > 203.0.113.8");
    EXPECT_EQ(paragraphs(done.answer), "Others may remember what it was for 1 h.\n");
    rackspace_bench mail(with_zones());
    EXPECT_EQ(
        mail.play("rackspace record change acme.example @ --type MX --priority 30 --ttl 1h").text(),
        "MX @ of acme.example is changed");
    rackspace_bench service(with_zones());
    EXPECT_EQ(service.play("rackspace record change acme.example _sip._tcp --weight 7").text(),
              "SRV _sip._tcp of acme.example is changed");
    EXPECT_NE(service.state().find(R"("7 5060 sip.acme.example")"), std::string::npos)
        << service.state();
}

TEST(rackspace_record_destroy, asks_which_of_two_is_meant_and_takes_its_id) {
    rackspace_bench at(with_zones());
    const char* const twins = "rackspace record destroy acme.example note";
    const button second = at.play(twins).shown.buttons.at(1);
    EXPECT_EQ(second.label, second.choice + ", TXT, two");
    at.answer("which record", second.choice);
    EXPECT_EQ(fact_of(at.play(twins).shown, "Says"), "two");
    const std::string id = rackspace_bench(with_zones()).play(twins).shown.buttons.at(0).choice;
    EXPECT_EQ(id.substr(0, 4), "TXT-");
    rackspace_bench gone(with_zones());
    const std::string line = "rackspace record destroy acme.example " + id;
    const played asks = gone.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy the record TXT note for good?");
    EXPECT_EQ(fact_of(asks.shown, "Says"), "one");
    gone.answer("@confirm", "yes");
    EXPECT_EQ(gone.play(line).text(), "The record TXT note is destroyed");
    EXPECT_EQ(gone.state().find(R"("TXT" "note.acme.example" "one")"), std::string::npos);
    EXPECT_NE(gone.state().find(R"("TXT" "note.acme.example" "two")"), std::string::npos);
}

TEST(rackspace_names, are_whole_or_within_a_domain) {
    EXPECT_EQ(whole_name("@", "acme.example"), "acme.example");
    EXPECT_EQ(whole_name("WWW.acme.example.", "acme.example"), "www.acme.example");
    EXPECT_EQ(whole_name("acme.example", "acme.example"), "acme.example");
    EXPECT_EQ(whole_name("notacme.example", "acme.example"), "notacme.example.acme.example");
    EXPECT_EQ(name_in_zone("www.acme.example", "acme.example"), "www");
    EXPECT_EQ(name_in_zone("acme.example", "acme.example"), "@");
}

} // namespace
} // namespace chatops::operations
