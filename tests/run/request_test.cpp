// What a time in a line is relative to: when it was typed, in the zone of who typed it.
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/time.hpp"
#include "chatops/run/request.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

std::string morning_of(const std::optional<std::string>& zone) {
    accepted_request asked;
    asked.zone = zone;
    const moment typed = typed_at(asked, read_time("2026-11-27T07:30:00Z").value());
    return format_time(read_moment("9:00", typed).value());
}

TEST(typed_at, is_in_the_zone_that_was_journaled) {
    EXPECT_EQ(morning_of("Europe/Zurich"), "2026-11-27T08:00:00.000Z");
    EXPECT_EQ(morning_of("America/New_York"), "2026-11-27T14:00:00.000Z");
    EXPECT_EQ(morning_of(std::nullopt), "2026-11-27T09:00:00.000Z");
}

TEST(typed_at, takes_a_zone_that_is_not_known_any_more_for_utc) {
    EXPECT_EQ(morning_of("Mars/Olympus"), "2026-11-27T09:00:00.000Z");
}

} // namespace
} // namespace chatops
