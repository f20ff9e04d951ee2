// Spans of time as people type them.
#include "chatops/command/text_of_duration.hpp"
#include "chatops/core/random.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using namespace std::chrono_literals;

template <class Duration>
Duration read(std::string_view text) {
    return text_of<Duration>::read(text).value();
}

TEST(text_of_duration, reads_numbers_with_units) {
    EXPECT_EQ(read<std::chrono::seconds>("90s"), 90s);
    EXPECT_EQ(read<std::chrono::seconds>("10m"), 10min);
    EXPECT_EQ(read<std::chrono::minutes>("2h"), 2h);
    EXPECT_EQ(read<std::chrono::minutes>("1h30m"), 90min);
    EXPECT_EQ(read<std::chrono::hours>("7d"), 168h);
    EXPECT_EQ(read<std::chrono::hours>("2W"), 336h);
    EXPECT_EQ(read<std::chrono::milliseconds>("1m5ms"), 60'005ms);
    EXPECT_EQ(read<std::chrono::minutes>("120s"), 2min);
    EXPECT_EQ(read<std::chrono::minutes>("0"), 0min);
}

TEST(text_of_duration, a_number_alone_is_refused_because_its_unit_would_be_guessed) {
    const auto wrong = text_of<std::chrono::seconds>::read("10");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message,
              "“10” is not a span of time such as 90s, 10m, 2h, 1h30m or 7d.");
}

TEST(text_of_duration, refuses_what_is_no_span) {
    for (const char* text :
         {"", "m", "-5m", "5 m", "5x", "1.5h", "30m1h", "1m1m", "1h30", "5min", "1m1s1s"})
        EXPECT_FALSE(text_of<std::chrono::milliseconds>::read(text)) << text;
}

TEST(text_of_duration, refuses_what_the_type_cannot_count) {
    EXPECT_EQ(text_of<std::chrono::minutes>::read("90s").error().expected, "a multiple of 1m");
    EXPECT_FALSE(text_of<std::chrono::milliseconds>::read("99999999999999999999d"));
    EXPECT_FALSE(text_of<std::chrono::milliseconds>::read("999999999999999w"));
    using short_hours = std::chrono::duration<std::int16_t, std::ratio<3600>>;
    EXPECT_EQ(read<short_hours>("32767h").count(), 32767);
    EXPECT_FALSE(text_of<short_hours>::read("32768h"));
}

TEST(text_of_duration, writes_what_it_reads) {
    seeded_random chance(3);
    for (int i = 0; i < 1'000; ++i) {
        const std::chrono::milliseconds span(
            static_cast<std::int64_t>(chance.below(std::uint64_t{1} << chance.below(48))));
        EXPECT_EQ(read<std::chrono::milliseconds>(text_of<std::chrono::milliseconds>::write(span)),
                  span);
    }
    EXPECT_EQ(write_duration(5'400'000), "1h30m");
}

} // namespace
} // namespace chatops
