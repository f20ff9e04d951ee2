// Searching at Papertrail: what is found, how it is shown, and what is said where it is not all.
#include "chatops/operations/papertrail/lines.hpp"
#include "tests/operations/papertrail_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using papertrail_at = support::papertrail_bench;
using support::code_of;
using support::paragraphs;
using support::played;

TEST(papertrail_search, shows_the_newest_lines) {
    papertrail_at at;
    at.writes("GET / 200\nGET /x 502", "acme-web-1", "nginx");
    at.pass(5s);
    at.writes("boom", "acme-db-1", "postgres");
    const played all = at.play("papertrail search");
    EXPECT_EQ(all.text(), "3 lines (UTC)");
    EXPECT_EQ(code_of(all.answer), "2024-02-29 12:00:00 acme-web-1 nginx: GET / 200\n"
                                   "2024-02-29 12:00:00 acme-web-1 nginx: GET /x 502\n"
                                   "2024-02-29 12:00:05 acme-db-1 postgres: boom\n");
    const played some = at.play("papertrail search \"program:nginx -200\"");
    EXPECT_EQ(some.text(), "1 line for “program:nginx -200” (UTC)");
    EXPECT_EQ(code_of(at.play("papertrail search boom OR 502 -n 1").answer),
              "2024-02-29 12:00:05 acme-db-1 postgres: boom\n")
        << "words need no quotation marks";
    EXPECT_EQ(at.play("papertrail search \"GET /x\" program:nginx").text(),
              "1 line for “\"GET /x\" program:nginx” (UTC)")
        << "a word with spaces among others is a phrase";
    const played none = at.play("papertrail search nobody --for 1h");
    EXPECT_EQ(none.text(), "There is no line for “nobody” since 2024-02-29 11:00:05 (UTC)");
    EXPECT_EQ(none.answer.how, tone::neutral);
}

TEST(papertrail_search, looks_only_where_it_is_told_to) {
    papertrail_at at;
    at.writes("one", "acme-web-1");
    at.writes("two", "switch");
    EXPECT_EQ(at.play("papertrail search --system acme-web-1").text(),
              "1 line of acme-web-1 (UTC)");
    EXPECT_EQ(at.play("papertrail search --system " + at.id_of("systems", "switch")).text(),
              "1 line of switch (UTC)");
    EXPECT_EQ(at.play("papertrail search --group network").text(),
              "1 line of the group Network (UTC)")
        << "in any case, where there is only one";
    EXPECT_EQ(at.play("papertrail search --system acme-web-1 --group Network").text(),
              "There is no line of acme-web-1 in the group Network");
    const played nobody = at.play("papertrail search --system acme-web-2");
    EXPECT_EQ(nobody.text(), "There is no system “acme-web-2”");
    EXPECT_EQ(
        paragraphs(nobody.answer),
        "Did you mean `acme-web-1`, `acme_web_2` or `acme-db-1`? `papertrail systems` lists them "
        "all.\n");
    EXPECT_EQ(at.play("papertrail search --group nobody").text(), "There is no group “nobody”");
}

TEST(papertrail_search, asks_which_of_several_is_meant) {
    papertrail_at at;
    at.ask("PUT", "systems/switch.json", "system[name]=ACME-web-1");
    at.writes("one", "acme-web-1");
    EXPECT_EQ(at.play("papertrail search --system ACME-WEB-1").title(),
              "2 systems are called “ACME-WEB-1”: which one do you mean?");
    EXPECT_EQ(at.play("papertrail search --system acme-web-1").text(),
              "1 line of acme-web-1 (UTC)");
}

TEST(papertrail_search, is_kept_within_a_time) {
    papertrail_at at;
    at.writes("one");
    at.pass(10min);
    at.writes("two");
    at.pass(10min);
    EXPECT_EQ(at.play("papertrail search --for 15m").text(),
              "1 line since 2024-02-29 12:05:00 (UTC)");
    EXPECT_EQ(code_of(at.play("papertrail search --until \"2024-02-29 12:05 UTC\"").answer),
              "2024-02-29 12:00:00 acme-web-1 rails: one\n");
    EXPECT_EQ(at.play("papertrail search --until \"2024-02-29 12:05 UTC\" --for 1m").text(),
              "There is no line since 2024-02-29 12:04:00 until 2024-02-29 12:05:00 (UTC)");
    EXPECT_EQ(at.play("papertrail search --since \"2024-02-29 12:05 UTC\" --until "
                      "\"2024-02-29 12:00 UTC\"")
                  .text(),
              "Nothing lies between: `--since` is after `--until`");
    EXPECT_EQ(at.play("papertrail search --since \"2024-02-29 12:05 UTC\" --for 1m").text(),
              "`--for` and `--since` both say where it begins");
}

TEST(papertrail_search, says_that_there_is_more) {
    papertrail_at at;
    at.comes(100);
    at.pass(1min);
    const played some = at.play("papertrail search --limit 50");
    EXPECT_EQ(some.text(), "50 lines (UTC)");
    EXPECT_EQ(paragraphs(some.answer),
              "These are the newest; there may be more. `--limit` shows up to 2000, and `--until` "
              "goes on before them.\n");
    const played most = at.play("papertrail search -n 2000");
    EXPECT_EQ(most.text(), "2000 lines (UTC)");
    EXPECT_EQ(paragraphs(most.answer),
              "These are the newest; there may be more. `--until` goes on before them.\n");
}

TEST(papertrail_search, goes_on_where_papertrails_time_is_up) {
    papertrail_at at;
    at.writes("needle");
    at.comes(1'000);
    at.pass(3min);
    EXPECT_EQ(at.play("papertrail search needle").text(), "1 line for “needle” (UTC)");
}

TEST(papertrail_search, ends_after_a_while_and_says_how_far_it_has_come) {
    papertrail_at at;
    at.writes("needle");
    at.comes(1'000);
    at.pass(10min);
    at.trouble(R"([{"match":"GET *","kind":"latency_ms","latency_ms":8000,"count":0}])");
    const played partly = at.play("papertrail search needle");
    EXPECT_EQ(partly.text(), "There is no line for “needle”");
    EXPECT_EQ(partly.answer.how, tone::warning);
    EXPECT_EQ(paragraphs(partly.answer),
              "Papertrail has not looked at all there is, for it takes too long: only back to "
              "2024-02-29 12:03:20. Say `--system`, `--group`, or a shorter time.\n");
}

TEST(papertrail_search, says_what_papertrail_says_of_a_search) {
    papertrail_at at;
    EXPECT_EQ(at.play("papertrail search \"(a\"").text(),
              "Invalid search query: there is a ( without its )");
}

TEST(papertrail_search, is_patient_and_says_where_patience_ends) {
    papertrail_at at;
    at.writes("one");
    at.trouble(R"([{"match":"GET *","kind":"status","status":503,"count":2}])");
    EXPECT_EQ(at.play("papertrail search").text(), "1 line (UTC)");
    at.trouble(R"([{"match":"GET *","kind":"status","status":429,"retry_after_s":900}])");
    EXPECT_NE(at.play("papertrail search").text().find("Rate limit exceeded"), std::string::npos);
    papertrail_at silent;
    silent.trouble(R"([{"match":"GET *","kind":"timeout","count":0}])");
    EXPECT_NE(silent.play("papertrail search").text().find("no answer"), std::string::npos)
        << silent.play("papertrail search").text();
}

TEST(papertrail_lines, are_lines_whatever_they_hold) {
    papertrail::event line;
    line.received_at = support::bench_start;
    line.source_name = "web\n1";
    line.message = "\x1b[31mred\x1b[0m <!channel> ```x``` \x07 a\r\nb\xff\n";
    EXPECT_EQ(lines_shown({line}),
              "2024-02-29 12:00:00 web ⏎ 1: red <!channel> ```x```  a ⏎ b\xEF\xBF\xBD\n");
    line.message.clear();
    line.source_name = "w";
    line.program = "p";
    EXPECT_EQ(lines_shown({line, line}), "2024-02-29 12:00:00 w p: \n2024-02-29 12:00:00 w p: \n");
    EXPECT_EQ(lines_shown({}), "");
}

TEST(papertrail_search_text, is_what_was_typed) {
    using words = std::vector<papertrail::query_text>;
    EXPECT_EQ(search_text(std::nullopt), "");
    EXPECT_EQ(search_text(words{{"a b"}}), "a b") << "all of it is the search";
    EXPECT_EQ(search_text(words{{"a b"}, {"c"}}), "\"a b\" c");
    EXPECT_EQ(search_text(words{{"program:(a b)"}, {"c"}}), "program:(a b) c");
    EXPECT_EQ(search_text(words{{"say \"a b\""}, {"c"}}), "say \"a b\" c");
}

} // namespace
} // namespace chatops::operations
