#include "chatops/journal/chain_check.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace chatops::journal {
namespace {

std::vector<event> chain(int count) {
    std::vector<event> made;
    sha256_digest previous{};
    for (int i = 1; i <= count; ++i) {
        entry each{run_id{"run"}, kind::recorded, "step", std::to_string(i), time_point{}};
        made.push_back(chained(previous, static_cast<std::uint64_t>(i), std::move(each)));
        previous = made.back().hash;
    }
    return made;
}

chain_check checked(const std::vector<event>& events) {
    chain_check check;
    for (const event& each : events)
        if (!check.add(each)) break;
    return check;
}

TEST(chain_check, an_empty_journal_is_sound) {
    EXPECT_TRUE(checked({}).is_sound());
    EXPECT_EQ(checked({}).head().sequence, 0U);
}

TEST(chain_check, what_was_appended_is_sound_to_its_end) {
    const auto events = chain(5);
    const chain_check check = checked(events);
    EXPECT_TRUE(check.is_sound());
    EXPECT_EQ(check.head().sequence, 5U);
    EXPECT_EQ(check.head().hash, events.back().hash);
}

TEST(chain_check, a_changed_event_breaks_it_at_its_number) {
    auto events = chain(5);
    events[2].data = "4";
    const chain_check check = checked(events);
    EXPECT_EQ(check.head().sequence, 2U);
    EXPECT_NE(check.broken().find("does not have the hash"), std::string::npos);
}

TEST(chain_check, a_changed_event_with_a_hash_made_to_fit_breaks_it_at_the_next) {
    auto events = chain(5);
    events[2].data = "4";
    events[2].hash = chain_hash(events[1].hash, 3, events[2]);
    EXPECT_EQ(checked(events).head().sequence, 3U);
    EXPECT_FALSE(checked(events).is_sound());
}

TEST(chain_check, a_missing_event_breaks_it) {
    auto events = chain(5);
    events.erase(events.begin() + 3);
    const chain_check check = checked(events);
    EXPECT_EQ(check.head().sequence, 3U);
    EXPECT_EQ(check.broken(), "it is missing: after 3 comes 5");
}

TEST(chain_check, after_a_break_nothing_is_sound_any_more) {
    auto events = chain(3);
    chain_check check;
    check.add(events[0]);
    check.cannot_read("damaged");
    EXPECT_FALSE(check.add(events[1]));
    EXPECT_EQ(check.broken(), "damaged");
    EXPECT_EQ(check.head().sequence, 1U);
}

} // namespace
} // namespace chatops::journal
