// Features, log drains and webhooks of an application, as someone sees and changes them.
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using bench = support::heroku_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

// ---- features

TEST(heroku_features, are_listed_with_whether_they_are_on) {
    bench at;
    const played none = at.play("heroku features acme-staging");
    EXPECT_EQ(none.text(), "5 features for acme-staging, none are on");
    EXPECT_EQ(cells(none.answer).substr(0, 69),
              "http-session-affinity | off | Enable session affinity for all request");
    at.change("PATCH", "/apps/acme-staging/features/preboot", R"({"enabled":true})");
    const played one = at.play("heroku labs acme-staging");
    EXPECT_EQ(one.text(), "5 features for acme-staging, 1 is on");
    EXPECT_NE(cells(one.answer).find("preboot | on | "), std::string::npos);
}

TEST(heroku_feature, is_switched_on_and_off) {
    bench at;
    const played on = at.play("heroku feature enable acme-staging preboot");
    EXPECT_EQ(on.text(), "preboot is on for acme-staging");
    EXPECT_EQ(fact_of(on.answer, "What it does"), "Provide seamless web dyno deploys");
    EXPECT_NE(paragraphs(on.answer).find("`heroku restart acme-staging`"), std::string::npos);
    EXPECT_EQ(at.deeds(), std::vector<std::string>{"PATCH /apps/acme-staging/features/preboot "
                                                   R"({"enabled":true})"});
    bench off;
    EXPECT_EQ(off.play("heroku feature disable acme-staging preboot").text(),
              "preboot is off for acme-staging already: nothing was changed");
    EXPECT_EQ(off.sent("PATCH"), 0);
    bench later;
    later.change("PATCH", "/apps/acme-staging/features/preboot", R"({"enabled":true})");
    EXPECT_EQ(later.play("heroku feature disable acme-staging preboot").text(),
              "preboot is off for acme-staging");
}

TEST(heroku_feature, that_is_none_or_refused_is_told_so) {
    bench at;
    const played none = at.play("heroku feature enable acme-staging prebot");
    EXPECT_EQ(none.text(), "There is no feature prebot: nothing was changed");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `preboot`? `heroku features acme-staging` lists them all.\n");
    bench basic;
    EXPECT_EQ(basic.play("heroku feature enable brix preboot").text(),
              "Preboot is only available for apps with Standard or Performance web dynos.");
}

// ---- log drains

TEST(heroku_drains, are_listed_without_what_may_be_a_credential) {
    bench at;
    const played seen = at.play("heroku drains acme-staging");
    EXPECT_EQ(seen.text(), "1 log drain of acme-staging");
    EXPECT_NE(cells(seen.answer).find(" | https://[hidden]@logs.agency.example/[hidden] | \n"),
              std::string::npos)
        << cells(seen.answer);
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
    EXPECT_EQ(at.play("heroku drain list brix").text(), "0 log drains of brix");
}

TEST(heroku_drain_add, sends_the_address_as_it_is_and_shows_it_nowhere) {
    bench at;
    const std::string url = "https://me:s3cr3t@logs.example:8443/in%2Fto?key=s3cr3t&a='b'";
    const played done = at.play("heroku drain add acme-staging \"" + url + "\"");
    EXPECT_EQ(done.text(), "What acme-staging writes is sent to "
                           "https://[hidden]@logs.example:8443/[hidden]");
    const auto& sent = *at.wires.exchanges().back();
    EXPECT_EQ(json::parse(sent.what.body).value().at("url"), url.c_str());
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
    EXPECT_NE(paragraphs(done.answer)
                  .find("`heroku drain remove acme-staging " +
                        fact_of(done.answer, "Drain").substr(0, 8) + "`"),
              std::string::npos);
}

TEST(heroku_drain_add, of_one_that_is_there_is_refused) {
    bench at;
    EXPECT_EQ(at.play("heroku drain add acme-staging "
                      "https://acme:s3cr3t@logs.agency.example/acme?key=s3cr3t")
                  .text(),
              "Url has already been taken");
}

TEST(heroku_drain_remove, asks_first_and_says_what_is_lost) {
    bench at;
    const std::string line = "heroku drain remove acme-staging logs.agency.example";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Send the log of acme-staging to "
                                "https://[hidden]@logs.agency.example/[hidden] no more?");
    EXPECT_EQ(fact_of(asks.shown, "Address"),
              "is lost, too: to send there again, you need it with what is hidden here");
    EXPECT_EQ(at.sent("DELETE"), 0);
    at.answer("@confirm", "no");
    EXPECT_EQ(at.play(line).text(), "Cancelled: nothing was changed");
    bench other;
    const std::string id = cells(other.play("heroku drains acme-staging").answer).substr(0, 8);
    EXPECT_EQ(other.play_and_confirm("heroku drain remove acme-staging " + id).text(),
              "What acme-staging writes is sent to https://[hidden]@logs.agency.example/[hidden] "
              "no more");
    EXPECT_TRUE(other.app("acme-staging").at("log_drains").as_array().empty());
}

TEST(heroku_drain_remove, of_none_does_nothing_and_of_several_asks) {
    bench at;
    EXPECT_EQ(at.play("heroku drain remove acme-staging logs.example").text(),
              "acme-staging has no log drain logs.example");
    bench two;
    two.change("POST", "/apps/acme-staging/log-drains",
               R"({"url":"syslog+tls://logs.agency.example:6514"})");
    const char* const line = "heroku drain remove acme-staging logs.agency.example";
    const played both = two.play(line);
    EXPECT_EQ(both.title(),
              "2 log drains are called “logs.agency.example”: which one do you mean?");
    const button& second = both.shown.buttons.at(1);
    EXPECT_NE(second.label.find(", syslog+tls://logs.agency.example:6514"), std::string::npos)
        << second.label;
    EXPECT_EQ(two.sent("DELETE"), 0);
    two.answer("which log drain", second.choice);
    EXPECT_EQ(fact_of(two.play(line).shown, "Drain"), second.choice);
}

TEST(heroku_drain_remove, leaves_the_drain_of_an_add_on) {
    bench at;
    at.change("POST", "/apps/acme-staging/addons", R"({"plan":"papertrail","name":"acme-logs"})");
    EXPECT_NE(cells(at.play("heroku drains acme-staging").answer).find(" | acme-logs | "),
              std::string::npos);
    const played stays = at.play("heroku drain remove acme-staging logs.papertrailapp.com");
    EXPECT_EQ(stays.text(), "The drain to syslog+tls://logs.papertrailapp.com:12345 stays: it "
                            "belongs to the add-on acme-logs");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

// ---- webhooks

TEST(heroku_webhooks, are_listed_without_what_may_be_a_credential) {
    bench at;
    const played seen = at.play("heroku webhooks acme-staging");
    EXPECT_EQ(seen.text(), "1 webhook of acme-staging");
    EXPECT_NE(cells(seen.answer).find(" | https://hooks.agency.example/[hidden] | api:release | "),
              std::string::npos)
        << cells(seen.answer);
}

TEST(heroku_webhook_add, keeps_its_address_and_what_is_signed_with_secret) {
    bench at;
    const played done =
        at.play("heroku webhook add acme-staging https://hooks.example/h?key=s3cr3t "
                "--secret s3cr3t-too --sync build release build");
    EXPECT_EQ(done.text(),
              "Heroku tells https://hooks.example/[hidden] of api:build, api:release of "
              "acme-staging");
    const auto sent = json::parse(at.wires.exchanges().back()->what.body).value();
    EXPECT_EQ(sent.at("url"), "https://hooks.example/h?key=s3cr3t");
    EXPECT_EQ(sent.at("secret"), "s3cr3t-too");
    EXPECT_EQ(sent.at("level"), "sync");
    EXPECT_EQ(json::text(sent.at("include")), R"(["api:build","api:release"])");
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
}

TEST(heroku_webhook_change, says_what_was_and_what_is) {
    bench at;
    const played done = at.play("heroku webhook change acme-staging hooks.agency.example --event "
                                "build --event release --event build --sync");
    EXPECT_EQ(done.text(), "Heroku tells https://hooks.agency.example/[hidden] of api:build, "
                           "api:release of acme-staging");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 2u);
    EXPECT_EQ(change.lines.at(0).before, "api:release");
    EXPECT_EQ(change.lines.at(1).after, "until taken");
    const auto sent = json::parse(at.wires.exchanges().back()->what.body).value();
    EXPECT_EQ(json::text(sent), R"({"include":["api:build","api:release"],"level":"sync"})");
    bench part;
    part.play("heroku webhook change acme-staging hooks.agency.example --event release --sync");
    EXPECT_NE(part.deeds().at(0).find(R"({"level":"sync"})"), std::string::npos)
        << part.deeds().at(0);
    bench both;
    const played unclear =
        both.play("heroku webhook change acme-staging hooks.agency.example --sync --no-sync");
    EXPECT_EQ(unclear.text(), "Nothing was changed: say what is to be different");
    EXPECT_EQ(paragraphs(unclear.answer), "Give `--event`, and `--sync` or `--no-sync`.\n");
}

TEST(heroku_webhook_remove, asks_first) {
    bench at;
    const std::string line = "heroku webhook remove acme-staging hooks.agency.example";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title,
              "Tell https://hooks.agency.example/[hidden] nothing more of acme-staging?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "it is not told any more of api:release");
    EXPECT_EQ(at.sent("DELETE"), 0);
    bench none;
    EXPECT_EQ(none.play("heroku webhook remove acme-staging hooks.example").text(),
              "acme-staging has no webhook hooks.example");
}

} // namespace
} // namespace chatops::operations
