// Lines come by themselves, and are found: back from the newest, forward from some line on, page
// after page.
#include "tests/mocks/papertrail_account.hpp"

#include <set>

namespace chatops::mocks::papertrail {
namespace {

using papertrail_search = papertrail_account;
using quiet_papertrail_search = quiet_papertrail;

TEST_F(papertrail_search, shows_the_newest_lines_the_oldest_first) {
    const seen found = search("limit=3");
    ASSERT_EQ(found.events(), 3U);
    EXPECT_EQ(found.at("/reached_record_limit"), "true");
    EXPECT_EQ(found.at("/reached_beginning"), "") << "absent, not false";
    EXPECT_EQ(found.at("/reached_end"), "");
    EXPECT_EQ(found.at("/events/2/received_at"), "\"2024-02-29T12:00:00Z\"");
    EXPECT_EQ(found.at("/events/0/received_at"), "\"2024-02-29T11:59:58Z\"");
    EXPECT_EQ(found.at("/events/0/display_received_at"), "\"Feb 29 11:59:58\"");
    EXPECT_EQ(found.at("/events/0/id"), found.at("/min_id")) << "64 bits, as text";
    EXPECT_EQ(found.at("/events/2/id"), found.at("/max_id"));
    EXPECT_EQ(found.at("/min_time_at"), "\"2024-02-29T11:59:58Z\"");
    for (const char* const name : {"generated_at", "source_name", "source_id", "source_ip",
                                   "hostname", "facility", "severity", "program", "message"})
        EXPECT_NE(found.at("/events/0/" + std::string(name)), "") << name;
}

TEST_F(papertrail_search, goes_on_as_time_passes_and_is_the_same_for_all_who_look) {
    const std::string before = search("limit=5").each_event("message");
    now = start;
    EXPECT_EQ(search("limit=5").each_event("message"), before);
    service another(agency_account(), 7, start);
    http::request what{"GET",
                       "/api/v1/events/search.json?limit=5",
                       {{"X-Papertrail-Token", "0123papertrail"}},
                       {}};
    const auto theirs = json::parse(another.handle(what, {start, start}).body).value();
    EXPECT_EQ(seen::joined(theirs.at("events").as_array(), "message"), before);
    now = start + 10s;
    EXPECT_NE(search("limit=5").each_event("message"), before);
}

TEST_F(papertrail_search, is_read_back_to_the_beginning_page_by_page) {
    std::set<std::string> ids;
    std::string before;
    int pages = 0;
    for (bool more = true; more && pages < 20; ++pages) {
        now = start;
        const seen page = search("limit=1000" + before);
        for (const auto& each : page.body.at("events").as_array())
            ids.emplace(each.at("id").as_string());
        more = page.at("/reached_beginning").empty();
        EXPECT_EQ(more, page.at("/reached_record_limit") == "true");
        before = "&max_id=" + page.text("min_id");
    }
    EXPECT_EQ(pages, 4);
    EXPECT_EQ(ids.size(), 3'600U) << "an hour, a line each second";
}

TEST_F(papertrail_search, with_a_beginning_repeats_the_line_at_the_boundary) {
    const std::string range = "limit=10&max_time=1709208000&min_time=1709207000";
    const seen first = search(range);
    const seen second = search("limit=10&min_time=1709207000&max_id=" + first.text("min_id"));
    EXPECT_EQ(second.text("max_id"), first.text("min_id"));
    const seen third = search("limit=10&max_id=" + first.text("min_id"));
    EXPECT_NE(third.text("max_id"), first.text("min_id")) << "without one it does not";
    const seen whole = search("limit=5000&max_time=1709208000&min_time=1709207990");
    EXPECT_EQ(whole.events(), 11U) << "both ends are in it";
    EXPECT_EQ(whole.at("/reached_beginning"), "true");
}

TEST_F(papertrail_search, with_a_beginning_alone_goes_forward) {
    const seen found = search("min_time=1709207990&limit=4");
    EXPECT_EQ(found.at("/events/0/received_at"), "\"2024-02-29T11:59:50Z\"");
    EXPECT_EQ(found.at("/reached_record_limit"), "true");
    EXPECT_EQ(found.at("/max_time_at"), "\"2024-02-29T11:59:53Z\"");
    now = start;
    EXPECT_EQ(search("min_time=1709207990").at("/reached_end"), "true");
}

TEST_F(papertrail_search, that_is_a_tail_skips_unless_it_is_told_not_to) {
    const std::string known = search("limit=1").text("max_id");
    now = start + 1min;
    const seen newest = search("limit=10&min_id=" + known);
    EXPECT_EQ(newest.at("/events/9/received_at"), "\"2024-02-29T12:01:00Z\"");
    now = start + 1min;
    const seen next = search("limit=10&tail=false&min_id=" + known);
    EXPECT_EQ(next.at("/events/0/received_at"), "\"2024-02-29T12:00:01Z\"")
        << "what is newer than that id, and not that";
    EXPECT_EQ(next.at("/reached_record_limit"), "true");
    now = start + 1min;
    const seen rest = search("tail=false&min_id=" + next.text("max_id"));
    EXPECT_EQ(rest.events(), 50U);
    EXPECT_EQ(rest.at("/reached_end"), "true");
    now = start + 1min;
    const seen nothing = search("tail=false&min_id=" + rest.text("max_id"));
    EXPECT_EQ(nothing.events(), 0U);
    EXPECT_EQ(nothing.text("max_id"), rest.text("max_id")) << "so that a tail goes on from there";
}

TEST_F(papertrail_search, is_narrowed_to_a_system_or_a_group) {
    const seen systems = get("systems.json?system_name=db");
    const std::string id = systems.each("id");
    EXPECT_EQ(search("limit=1&system_id=" + id).each_event("source_name"), "acme-db-1");
    EXPECT_EQ(search("limit=1&system_id=acme_web_2").each_event("source_name"), "acme_web_2");
    EXPECT_EQ(search("system_id=acme-db-1").status(), 404)
        << "by name only with letters, digits and underscores";
    const std::string network = get("groups.json?group_name=Network").each("id");
    EXPECT_EQ(search("group_id=" + network).events(), 0U);
    EXPECT_EQ(search("group_id=1").status(), 404);
}

TEST_F(quiet_papertrail_search, finds_by_the_language_and_refuses_what_is_none) {
    writes("GET / 200\nGET /x 502", "acme-web-1", "nginx");
    writes("boom", "acme-db-1", "postgres", "Error");
    EXPECT_EQ(search("q=program%3Anginx+-502").each_event("message"), "GET / 200");
    EXPECT_EQ(search("q=severity%3Aerror").each_event("source_ip"), "203.0.113.7");
    EXPECT_EQ(search("q=%22get+/x%22+OR+boom").events(), 2U);
    const seen refused = search("q=(a");
    EXPECT_EQ(refused.status(), 400);
    EXPECT_EQ(refused.message(), "Invalid search query: there is a ( without its )");
    EXPECT_EQ(search("q=%2522get%2520/x%2522").events(), 1U)
        << "a client of npm's encodes it twice";
}

TEST_F(quiet_papertrail_search, shows_what_was_written_in_its_order) {
    writes("one\ntwo");
    writes("three", "new-machine");
    EXPECT_EQ(search().each_event("message"), "one two three");
    EXPECT_EQ(get("systems.json?system_name=new-").each("hostname"), "new-machine")
        << "who sends is recognized";
    EXPECT_EQ(control("events", "{}"), 400);
    EXPECT_EQ(control("rate", R"({"lines_a_second":5000})"), 400);
    EXPECT_EQ(control("nonsense", "{}"), 0);
}

TEST_F(quiet_papertrail_search, comes_as_fast_as_a_test_wants) {
    EXPECT_EQ(control("rate", R"({"lines_a_second":500,"text":"request"})"), 200);
    now = start + 20s;
    EXPECT_EQ(control("rate", R"({"lines_a_second":0})"), 200);
    now = start + 1min;
    const seen all = search("limit=10000");
    EXPECT_EQ(all.events(), 10'000U);
    EXPECT_EQ(all.at("/events/0/message"), "\"request 1\"");
    EXPECT_EQ(all.at("/events/9999/message"), "\"request 10000\"");
    now = start + 1min;
    EXPECT_EQ(search("limit=20000").events(), 10'000U) << "that many at most";
    now = start + 49h;
    EXPECT_EQ(search().events(), 0U) << "what is older cannot be searched";
}

TEST_F(quiet_papertrail_search, ends_when_its_time_is_up) {
    control("rate", R"({"lines_a_second":1000,"text":"request"})");
    now = start + 2min;
    const seen partly = search("q=nobody");
    EXPECT_EQ(partly.events(), 0U);
    EXPECT_EQ(partly.at("/reached_time_limit"), "true");
    EXPECT_EQ(partly.at("/reached_beginning"), "");
    now = start + 2min;
    const seen more = search("q=nobody&max_id=" + partly.text("min_id"));
    EXPECT_LT(more.text("min_id"), partly.text("min_id"));
}

TEST_F(quiet_papertrail_search, without_any_line_has_a_range_all_the_same) {
    const seen nothing = search();
    EXPECT_EQ(nothing.at("/reached_beginning"), "true");
    writes("one");
    EXPECT_EQ(search("min_id=" + nothing.text("max_id")).each_event("message"), "one");
}

class papertrail_zone : public papertrail_account {
  public:
    papertrail_zone() : papertrail_account(given()) {}
    static seed given() {
        seed made = agency_account();
        made.zone = -7h;
        return made;
    }
};

TEST_F(papertrail_zone, of_the_tokens_owner_is_that_of_times) {
    const seen found = search("limit=1");
    EXPECT_EQ(found.at("/events/0/received_at"), "\"2024-02-29T05:00:00-07:00\"");
    EXPECT_EQ(found.at("/events/0/display_received_at"), "\"Feb 29 05:00:00\"");
}

} // namespace
} // namespace chatops::mocks::papertrail
