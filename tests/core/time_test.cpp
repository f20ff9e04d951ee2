// Times as vendors write them, and as we do.
#include "chatops/core/time.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

std::string again(std::string_view text) {
    const auto when = read_time(text);
    return when ? format_time(*when) : when.error().code;
}

TEST(time, is_written_with_a_fixed_width) {
    EXPECT_EQ(format_time(time_point(duration(0))), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(format_time(time_point(duration(951'827'696'789))), "2000-02-29T12:34:56.789Z");
    EXPECT_EQ(format_time(time_point(duration(-1))), "1969-12-31T23:59:59.999Z");
}

TEST(time, what_was_written_is_read_as_it_was) {
    for (const std::int64_t each : {0LL, -1LL, 1LL, 951'827'696'789LL, 253'402'300'799'999LL}) {
        const time_point when{duration(each)};
        EXPECT_EQ(read_time(format_time(when)).value(), when);
        const auto seconds = std::chrono::floor<std::chrono::seconds>(when);
        EXPECT_EQ(read_time(format_http_time(when)).value(), time_point(seconds));
    }
}

TEST(time, of_vendors_is_read_with_its_zone_and_fraction) {
    EXPECT_EQ(again("2024-02-29T12:00:00Z"), "2024-02-29T12:00:00.000Z");
    EXPECT_EQ(again("2024-02-29t12:00:00z"), "2024-02-29T12:00:00.000Z");
    EXPECT_EQ(again("2024-02-29 12:00:00+00:00"), "2024-02-29T12:00:00.000Z");
    EXPECT_EQ(again("2024-02-29T00:30:00+01:00"), "2024-02-28T23:30:00.000Z");
    EXPECT_EQ(again("2024-02-28T16:00:00-0830"), "2024-02-29T00:30:00.000Z");
    EXPECT_EQ(again("2024-02-29T12:00:00.5Z"), "2024-02-29T12:00:00.500Z");
    EXPECT_EQ(again("2024-02-29T12:00:00.123456789Z"), "2024-02-29T12:00:00.123Z");
    EXPECT_EQ(again("2016-12-31T23:59:60Z"), "2017-01-01T00:00:00.000Z");
}

TEST(time, of_http_is_read_in_its_three_forms) {
    // The examples of RFC 9110, 5.6.7.
    EXPECT_EQ(again("Sun, 06 Nov 1994 08:49:37 GMT"), "1994-11-06T08:49:37.000Z");
    EXPECT_EQ(again("Sunday, 06-Nov-94 08:49:37 GMT"), "1994-11-06T08:49:37.000Z");
    EXPECT_EQ(again("Sun Nov  6 08:49:37 1994"), "1994-11-06T08:49:37.000Z");
    EXPECT_EQ(again("Wed Nov 16 08:49:37 1994"), "1994-11-16T08:49:37.000Z");
    EXPECT_EQ(format_http_time(read_time("1994-11-06T08:49:37Z").value()),
              "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(time, that_is_none_is_a_mistake) {
    for (const std::string_view text : {"",
                                        "yesterday",
                                        "2024",
                                        "2024-02-29",
                                        "2024-02-29T12:00:00",
                                        "2023-02-29T12:00:00Z",
                                        "2024-13-01T12:00:00Z",
                                        "2024-00-01T12:00:00Z",
                                        "2024-02-29T24:00:00Z",
                                        "2024-02-29T12:60:00Z",
                                        "2024-02-29T12:00:61Z",
                                        "2024-02-29T12:00:00.Z",
                                        "2024-02-29T12:00:00Zz",
                                        "2024-02-29T12:00:00+25:00",
                                        "2024-02-29T12:00:00Z ",
                                        "2024-2-29T12:00:00Z",
                                        "Sun, 06 Nov 1994 08:49:37 CET",
                                        "Sun, 6 Nov 1994 08:49:37 GMT",
                                        "Sun, 06 Nox 1994 08:49:37 GMT",
                                        "Sun Nov 31 08:49:37 1994",
                                        ",",
                                        "Sun,"})
        EXPECT_EQ(again(text), "time_malformed") << text;
}

} // namespace
} // namespace chatops
