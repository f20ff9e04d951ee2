// The clocks of a place, now and where they change.
#include "chatops/command/time_zone.hpp"
#include "chatops/core/time.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

time_zone zone(std::string_view name) { return time_zone::parse(name).value(); }
time_point at(std::string_view text) { return read_time(text).value(); }
std::int64_t minutes(std::string_view name, std::string_view when) {
    return zone(name).offset_at(at(when)).count();
}
wall_time wall(std::string_view text) {
    return wall_time(at(std::string(text) + "Z").time_since_epoch());
}

TEST(time_zone, is_named_as_in_the_iana_database_or_is_an_offset) {
    EXPECT_EQ(zone("europe/zurich").to_text(), "Europe/Zurich");
    EXPECT_EQ(zone("America/Argentina/Buenos_Aires").to_text(), "America/Argentina/Buenos_Aires");
    EXPECT_EQ(time_zone().to_text(), "UTC");
    for (const char* utc : {"UTC", "utc", "GMT", "Z", "+00:00", "-0000"})
        EXPECT_EQ(zone(utc), time_zone()) << utc;
    EXPECT_EQ(zone("+5").to_text(), "+05:00");
    EXPECT_EQ(zone("-0330").to_text(), "-03:30");
    EXPECT_EQ(zone(zone("+05:30").to_text()), zone("+05:30"));
}

TEST(time_zone, what_is_none_is_refused_and_a_city_alone_gets_its_name) {
    const mistake wrong = time_zone::parse("Zurich").error();
    EXPECT_EQ(wrong.code, "unknown_time_zone");
    EXPECT_EQ(wrong.message, "“Zurich” is not a time zone such as Europe/Zurich, UTC or +05:30.");
    EXPECT_EQ(wrong.suggestion, "Europe/Zurich");
    for (const char* bad : {"", " ", "Mars/Olympus", "CEST", "Europe/", "Europe/Zurich ", "+",
                            "+15", "+05:60", "+5:30", "+053", "+05:3", "05:30", "+05-30", "+١"})
        EXPECT_FALSE(time_zone::parse(bad)) << bad;
}

TEST(time_zone, knows_when_clocks_change) {
    EXPECT_EQ(minutes("Europe/Zurich", "2026-03-29T00:59:59.999Z"), 60);
    EXPECT_EQ(minutes("Europe/Zurich", "2026-03-29T01:00:00Z"), 120);
    EXPECT_EQ(minutes("Europe/Zurich", "2026-10-25T00:59:59.999Z"), 120);
    EXPECT_EQ(minutes("Europe/Zurich", "2026-10-25T01:00:00Z"), 60);
    EXPECT_EQ(minutes("America/New_York", "2026-03-08T06:59:59Z"), -300);
    EXPECT_EQ(minutes("America/New_York", "2026-03-08T07:00:00Z"), -240);
    EXPECT_EQ(minutes("Asia/Kathmandu", "2026-07-01T00:00:00Z"), 345);
}

TEST(time_zone, knows_the_south_the_half_hours_and_dublin) {
    // Summer is at the turn of the year.
    EXPECT_EQ(minutes("Australia/Sydney", "2026-12-31T23:00:00Z"), 660);
    EXPECT_EQ(minutes("Australia/Sydney", "2026-07-01T00:00:00Z"), 600);
    EXPECT_EQ(minutes("Australia/Lord_Howe", "2026-01-01T00:00:00Z"), 660);
    EXPECT_EQ(minutes("Australia/Lord_Howe", "2026-07-01T00:00:00Z"), 630);
    EXPECT_EQ(minutes("America/Santiago", "2026-09-06T03:59:59Z"), -240);
    EXPECT_EQ(minutes("America/Santiago", "2026-09-06T04:00:00Z"), -180);
    // By law its winter is the exception.
    EXPECT_EQ(minutes("Europe/Dublin", "2026-01-01T00:00:00Z"), 0);
    EXPECT_EQ(minutes("Europe/Dublin", "2026-07-01T00:00:00Z"), 60);
}

TEST(time_zone, a_clock_shows_a_time_once_twice_or_never) {
    const time_zone zurich = zone("Europe/Zurich");
    const auto once = zurich.when(wall("2026-11-27T09:00:00"));
    EXPECT_EQ(once.first, at("2026-11-27T08:00:00Z"));
    EXPECT_FALSE(once.second);
    const auto twice = zurich.when(wall("2026-10-25T02:30:00"));
    EXPECT_EQ(twice.first, at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(twice.second, at("2026-10-25T01:30:00Z"));
    EXPECT_FALSE(zurich.when(wall("2026-03-29T02:30:00")).first);
    EXPECT_TRUE(zurich.when(wall("2026-03-29T03:00:00")).first);
    EXPECT_EQ(zone("-08:00").when(wall("2026-03-08T02:30:00")).first, at("2026-03-08T10:30:00Z"));
}

TEST(time_zone, a_moment_is_found_again_from_its_clock) {
    for (const char* name : {"Europe/Zurich", "America/Santiago", "Australia/Lord_Howe",
                             "Africa/Cairo", "Europe/Dublin", "Pacific/Chatham", "+05:45"}) {
        const time_zone place = zone(name);
        time_point when = at("2026-01-01T00:00:00Z");
        for (int i = 0; i < 20'000; ++i, when += std::chrono::minutes(53)) {
            const auto found = place.when(place.wall_at(when));
            ASSERT_TRUE(found.first == when || found.second == when)
                << name << " " << format_time(when);
        }
    }
}

} // namespace
} // namespace chatops
