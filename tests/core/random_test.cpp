// One seed is one history, on every compiler: these numbers must never change.
#include "chatops/core/random.hpp"

#include <gtest/gtest.h>

#include <map>
#include <vector>

namespace chatops {
namespace {

// Source: the generator's own test program (Vigna, splitmix64.c) gives these for the seed 1234567.
TEST(seeded_random, gives_the_published_sequence) {
    seeded_random chance(1234567);
    const std::vector<std::uint64_t> expected{6457827717110365317U, 3203168211198807973U,
                                              9817491932198370423U, 4593380528125082431U,
                                              16408922859458223821U};
    for (const std::uint64_t each : expected) EXPECT_EQ(chance.next(), each);
}

TEST(seeded_random, draws_the_same_on_every_compiler) {
    seeded_random chance(1);
    std::vector<std::uint64_t> dice;
    for (int i = 0; i < 12; ++i) dice.push_back(chance.below(6) + 1);
    EXPECT_EQ(dice, (std::vector<std::uint64_t>{6, 2, 1, 6, 4, 3, 4, 4, 1, 5, 4, 5}));
    const std::string word = chance.word(12);
    EXPECT_EQ(word, "kcgnxvtdnfde");
}

TEST(random_source, is_fair) {
    seeded_random chance(7);
    std::map<std::uint64_t, int> counted;
    for (int i = 0; i < 30'000; ++i) ++counted[chance.below(3)];
    ASSERT_EQ(counted.size(), 3u);
    for (const auto& [value, times] : counted) EXPECT_NEAR(times, 10'000, 300) << value;
    int hits = 0;
    for (int i = 0; i < 10'000; ++i) hits += chance.chance(1, 4) ? 1 : 0;
    EXPECT_NEAR(hits, 2'500, 150);
}

/// Plays back what it is given.
class scripted final : public random_source {
  public:
    explicit scripted(std::vector<std::uint64_t> draws) : draws_(std::move(draws)) {}
    std::uint64_t next() override { return draws_.at(used_++); }
    [[nodiscard]] std::size_t used() const { return used_; }

  private:
    std::vector<std::uint64_t> draws_;
    std::size_t used_ = 0;
};

TEST(random_source, draws_again_what_would_favour_small_numbers) {
    // 2^64 is 1 more than a multiple of 3: the largest draw alone has no partner.
    scripted chance({UINT64_MAX, UINT64_MAX - 1});
    EXPECT_EQ(chance.below(3), 2u);
    EXPECT_EQ(chance.used(), 2u);
    scripted power_of_two({UINT64_MAX});
    EXPECT_EQ(power_of_two.below(8), 7u);
    scripted one({5});
    EXPECT_EQ(one.below(1), 0u);
}

TEST(random_source, makes_words_that_can_be_read_out) {
    seeded_random chance(3);
    EXPECT_EQ(chance.word(1'000).find_first_of("01oil"), std::string::npos);
    EXPECT_EQ(chance.word(0), "");
}

} // namespace
} // namespace chatops
