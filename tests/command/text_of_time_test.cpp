// Days and moments as people type them, in their own time zone.
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/time.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

/// A Friday morning: 8:30 in Zurich, 2:30 in New York, 21:30 on Thursday in Honolulu.
moment friday_in(std::string_view zone) {
    return {read_time("2026-11-27T07:30:00Z").value(), time_zone::parse(zone).value()};
}
std::string moment_in(std::string_view zone, std::string_view text) {
    const auto read = read_moment(text, friday_in(zone));
    return read ? text_of<time_point>::write(*read) : read.error().message;
}
std::string in_zurich(std::string_view text) { return moment_in("Europe/Zurich", text); }
std::string day_in(std::string_view zone, std::string_view text) {
    const auto read = read_day(text, friday_in(zone));
    return read ? text_of<std::chrono::year_month_day>::write(*read) : read.error().message;
}

TEST(read_moment, a_day_and_a_time_by_the_clock_of_who_typed_it) {
    EXPECT_EQ(in_zurich("2026-11-27 14:30"), "2026-11-27T13:30:00Z");
    EXPECT_EQ(in_zurich("2026-07-01T14:30"), "2026-07-01T12:30:00Z");
    EXPECT_EQ(in_zurich("tomorrow 9:00"), "2026-11-28T08:00:00Z");
    EXPECT_EQ(in_zurich("Tomorrow at 9:00:30"), "2026-11-28T08:00:30Z");
    EXPECT_EQ(in_zurich("monday 9am"), "2026-11-30T08:00:00Z");
    EXPECT_EQ(moment_in("America/New_York", "tomorrow 9:00"), "2026-11-28T14:00:00Z");
    EXPECT_EQ(moment_in("Pacific/Honolulu", "today 9:00"), "2026-11-26T19:00:00Z");
}

TEST(read_moment, a_time_alone_is_todays_though_it_may_be_over) {
    EXPECT_EQ(in_zurich("14:30"), "2026-11-27T13:30:00Z");
    EXPECT_EQ(in_zurich("0:00"), "2026-11-26T23:00:00Z");
    EXPECT_EQ(in_zurich("12am"), "2026-11-26T23:00:00Z");
    EXPECT_EQ(in_zurich("12pm"), "2026-11-27T11:00:00Z");
    EXPECT_EQ(in_zurich("9:15PM"), "2026-11-27T20:15:00Z");
}

TEST(read_moment, a_day_alone_is_its_first_moment) {
    EXPECT_EQ(in_zurich("yesterday"), "2026-11-25T23:00:00Z");
    EXPECT_EQ(in_zurich("2026-11-27"), "2026-11-26T23:00:00Z");
    // Clocks in Cairo go from 0:00 to 1:00 on that day, and in Havana 0:30 comes twice.
    EXPECT_EQ(moment_in("Africa/Cairo", "2026-04-24"), "2026-04-23T22:00:00Z");
    EXPECT_EQ(moment_in("America/Havana", "2026-11-01"), "2026-11-01T04:00:00Z");
}

TEST(read_moment, another_zone_may_follow) {
    EXPECT_EQ(in_zurich("14:30 America/New_York"), "2026-11-27T19:30:00Z");
    EXPECT_EQ(in_zurich("today 14:30 Pacific/Honolulu"), "2026-11-27T00:30:00Z")
        << "today is where the clock is";
    EXPECT_EQ(in_zurich("9:00Z"), "2026-11-27T09:00:00Z");
    EXPECT_EQ(in_zurich("2026-11-27T14:30+05:30"), "2026-11-27T09:00:00Z");
    EXPECT_EQ(in_zurich("2026-11-27T14:30:00.25-08:00"), "2026-11-27T22:30:00.250Z");
}

TEST(read_moment, a_distance_from_now) {
    EXPECT_EQ(in_zurich("now"), "2026-11-27T07:30:00Z");
    EXPECT_EQ(in_zurich("in 2h"), "2026-11-27T09:30:00Z");
    EXPECT_EQ(in_zurich("+1d12h"), "2026-11-28T19:30:00Z");
    EXPECT_EQ(in_zurich("90m ago"), "2026-11-27T06:00:00Z");
    EXPECT_EQ(in_zurich("-90m"), "2026-11-27T06:00:00Z");
    EXPECT_EQ(in_zurich("2h"), "“2h” is not a date and time such as 2026-11-27 14:30, tomorrow "
                               "9:00, in 2h, 2h ago or yesterday.")
        << "ahead or back, nobody knows";
    EXPECT_EQ(in_zurich("in 200000d"),
              "“200000d” is not a span of time such as 90s, 10m, 2h, 1h30m or 7d.");
}

TEST(read_moment, a_distance_in_words) {
    EXPECT_EQ(in_zurich("5 minutes ago"), "2026-11-27T07:25:00Z");
    EXPECT_EQ(in_zurich("in 1 Hour"), "2026-11-27T08:30:00Z");
    EXPECT_EQ(in_zurich("in 2 weeks"), "2026-12-11T07:30:00Z");
    EXPECT_EQ(in_zurich("10 min ago"), "2026-11-27T07:20:00Z");
    EXPECT_EQ(in_zurich("five minutes ago"),
              "“five” is not a span of time such as 90s, 10m, 2h, 1h30m or 7d.");
    EXPECT_EQ(in_zurich("in 5 moons"),
              "“5” is not a span of time such as 90s, 10m, 2h, 1h30m or 7d.");
}

TEST(read_past_moment, looks_back) {
    const auto past = [](std::string_view text) {
        const auto read = read_past_moment(text, friday_in("Europe/Zurich"));
        return read ? text_of<time_point>::write(*read) : read.error().message;
    };
    EXPECT_EQ(past("monday"), "2026-11-22T23:00:00Z") << "the last one";
    EXPECT_EQ(past("fri"), "2026-11-19T23:00:00Z") << "never today";
    EXPECT_EQ(past("saturday 9am"), "2026-11-21T08:00:00Z");
    EXPECT_EQ(past("5m"), "2026-11-27T07:25:00Z");
    EXPECT_EQ(past("2 hours"), "2026-11-27T05:30:00Z");
    EXPECT_EQ(past("2h ago"), "2026-11-27T05:30:00Z");
    EXPECT_EQ(past("8:00"), "2026-11-27T07:00:00Z");
    EXPECT_EQ(past("now"), "2026-11-27T07:30:00Z");
    EXPECT_EQ(past("10:00"), "“10:00” is yet to come.");
    EXPECT_EQ(past("tomorrow"), "“tomorrow” is yet to come.");
    EXPECT_EQ(past("in 2h"), "“in 2h” is yet to come.");
    EXPECT_EQ(past("lately"), "“lately” is not a moment that is over, such as 2h, 5 minutes ago, "
                              "yesterday 9:00, monday or 2026-11-27 14:30.");
    EXPECT_EQ(read_past_moment("5m", {}).error().message,
              "“5m” depends on the time, which is not known here: type the date, as in "
              "2026-11-27.");
}

TEST(read_moment, clocks_that_change_are_asked_about) {
    EXPECT_EQ(in_zurich("2026-03-29 2:30"), "“2026-03-29 2:30” never comes, for clocks in "
                                            "Europe/Zurich are set forward over it.");
    const auto twice = read_moment("2026-10-25 2:30", friday_in("Europe/Zurich"));
    EXPECT_EQ(twice.error().message, "“2026-10-25 2:30” comes twice, for clocks in Europe/Zurich "
                                     "are set back over it.");
    EXPECT_EQ(twice.error().expected, "2026-10-25T00:30:00Z or 2026-10-25T01:30:00Z");
    EXPECT_EQ(in_zurich("2026-10-25 2:30+02:00"), "2026-10-25T00:30:00Z");
}

TEST(read_moment, a_mistake_knows_its_place) {
    const auto place = [](std::string_view text) {
        const mistake wrong = read_moment(text, friday_in("Europe/Zurich")).error();
        return std::string(text.substr(wrong.begin, wrong.end - wrong.begin));
    };
    EXPECT_EQ(place("tomorrow 25:00"), "25:00");
    EXPECT_EQ(place("2026-02-29 9:00"), "2026-02-29");
    EXPECT_EQ(place("tomorow 9:00"), "tomorow");
    EXPECT_EQ(place("9:00 Zurich"), "Zurich");
    EXPECT_EQ(place("in 5x"), "5x");
    EXPECT_EQ(place("2026-11-27T9"), "9");
    EXPECT_EQ(in_zurich("2026-02-29 9:00"), "“2026-02-29” is no day of the calendar since 1970.");
}

TEST(read_moment, refuses_what_is_none) {
    for (const char* text : {"",
                             " ",
                             "soon",
                             "9",
                             "9:5",
                             "9:60",
                             "13pm",
                             "0am",
                             "24:00",
                             "9:00:61",
                             "-",
                             "+",
                             "in",
                             "ago",
                             "in 2h ago",
                             "2h 3m ago",
                             "tomorrow tomorrow",
                             "9:00 tomorrow",
                             "at",
                             "9:00 at",
                             "1969-12-31",
                             "2026-13-01",
                             "2026-11-31",
                             "26-11-27",
                             "2026/11/27",
                             "27.11.2026",
                             "now 9:00",
                             "9:00 UTC UTC",
                             "a b c d e f g",
                             "tomorrow 9:00 UTC now at",
                             "９:00"})
        EXPECT_FALSE(read_moment(text, friday_in("Europe/Zurich"))) << text;
    EXPECT_FALSE(read_moment(std::string(100'000, ' ') + "x", friday_in("UTC")));
    EXPECT_FALSE(read_moment(std::string(100'000, '1'), friday_in("UTC")));
}

TEST(read_moment, without_a_clock_only_whole_dates_are_known) {
    const auto read = [](std::string_view text) { return read_moment(text, moment{}); };
    EXPECT_EQ(text_of<time_point>::write(read("2026-11-27 14:30").value()), "2026-11-27T14:30:00Z");
    for (const char* text : {"tomorrow 9:00", "14:30", "now", "in 2h", "monday"})
        EXPECT_FALSE(read(text)) << text;
    EXPECT_EQ(read("tomorrow 9:00").error().message,
              "“tomorrow” depends on the time, which is not known here: type the date, as in "
              "2026-11-27.");
}

TEST(read_moment, what_is_written_is_read_in_any_zone) {
    seeded_random chance(7);
    for (int i = 0; i < 2'000; ++i) {
        const time_point when(duration(static_cast<std::int64_t>(chance.below(1ULL << 42))));
        const std::string text = text_of<time_point>::write(when);
        EXPECT_EQ(read_moment(text, friday_in("Asia/Kolkata")).value(), when) << text;
        EXPECT_EQ(read_moment(text, moment{}).value(), when) << text;
    }
}

TEST(read_day, is_a_date_or_a_word) {
    EXPECT_EQ(day_in("UTC", "2028-02-29"), "2028-02-29");
    EXPECT_EQ(day_in("UTC", "today"), "2026-11-27");
    EXPECT_EQ(day_in("Pacific/Honolulu", "today"), "2026-11-26");
    EXPECT_EQ(day_in("UTC", "YESTERDAY"), "2026-11-26");
    EXPECT_EQ(day_in("UTC", "sat"), "2026-11-28");
    EXPECT_EQ(day_in("UTC", "thursday"), "2026-12-03");
    EXPECT_EQ(day_in("UTC", "friday"), "2026-12-04") << "never today";
    EXPECT_EQ(day_in("UTC", "9:00"), "“9:00” is not a date such as 2026-11-27, today, tomorrow, "
                                     "yesterday or monday.");
    EXPECT_FALSE(read_day("tomorrow", moment{}));
}

} // namespace
} // namespace chatops
