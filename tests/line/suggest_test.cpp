// What was meant, as near as it can be guessed.
#include "chatops/core/random.hpp"
#include "chatops/line/suggest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace chatops::line {
namespace {

using names = std::vector<std::string_view>;

TEST(distance_between, counts_what_a_slip_of_the_finger_does) {
    EXPECT_EQ(distance_between("scale", "scale", 3), 0u);
    EXPECT_EQ(distance_between("scale", "SCALE", 3), 0u);
    EXPECT_EQ(distance_between("scale", "scle", 3), 1u);
    EXPECT_EQ(distance_between("scale", "scalee", 3), 1u);
    EXPECT_EQ(distance_between("scale", "skale", 3), 1u);
    EXPECT_EQ(distance_between("scale", "scael", 3), 1u);
    EXPECT_EQ(distance_between("kitten", "sitting", 3), 3u);
    EXPECT_EQ(distance_between("", "ab", 3), 2u);
    EXPECT_EQ(distance_between("ca", "abc", 3), 3u)
        << "the short form changes no letters between a swap";
}

TEST(distance_between, stops_beyond_the_limit) {
    EXPECT_EQ(distance_between("abcdef", "uvwxyz", 3), 4u);
    EXPECT_EQ(distance_between("a", "abcdef", 3), 4u);
    EXPECT_EQ(distance_between(std::string(1'000, 'a'), std::string(1'000, 'a'), 3), 4u);
}

/// The definition, without any short cut.
std::size_t plain_distance(const std::string& left, const std::string& right) {
    std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                                std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) table[i][0] = i;
    for (std::size_t j = 0; j <= right.size(); ++j) table[0][j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i)
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool same = left[i - 1] == right[j - 1];
            table[i][j] = std::min(
                {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[left.size()][right.size()];
}

TEST(distance_between, agrees_with_its_definition) {
    seeded_random chance(11);
    for (int i = 0; i < 20'000; ++i) {
        std::string left, right;
        for (std::uint64_t n = chance.below(8); n > 0; --n)
            left += static_cast<char>('a' + chance.below(3));
        for (std::uint64_t n = chance.below(8); n > 0; --n)
            right += static_cast<char>('a' + chance.below(3));
        const std::size_t limit = chance.below(5);
        EXPECT_EQ(distance_between(left, right, limit),
                  std::min(plain_distance(left, right), limit + 1))
            << left << " " << right << " " << limit;
    }
}

TEST(nearest, gives_the_nearest_first_and_then_in_their_order) {
    const names all{"restarts", "restart", "restore"};
    EXPECT_EQ(nearest("restrat", all), (names{"restart", "restarts"}));
    EXPECT_EQ(nearest("restrat", all, 1), names{"restart"});
    EXPECT_EQ(nearest_one("restrat", all), "restart");
}

TEST(nearest, takes_a_beginning_for_the_whole) {
    const names all{"acme-web-1", "web", "acme"};
    EXPECT_EQ(nearest("acme-we", all), names{"acme-web-1"});
    EXPECT_EQ(nearest("AC", all), (names{"acme-web-1", "acme"}));
    EXPECT_EQ(nearest("a", all), names{}) << "one letter begins too much";
}

TEST(nearest, gives_a_name_once) { EXPECT_EQ(nearest("wbe", names{"web", "web"}), names{"web"}); }

TEST(either, says_what_may_be_meant) {
    EXPECT_EQ(either(""), "");
    EXPECT_EQ(either("a b"), "`a b`");
    EXPECT_EQ(either("a, b"), "`a` or `b`");
    EXPECT_EQ(either("a, b c, d"), "`a`, `b c` or `d`");
}

TEST(nearest, gives_nothing_where_nothing_is_near) {
    const names all{"restart", "ps"};
    EXPECT_EQ(nearest("logs", all), names{});
    EXPECT_EQ(nearest("", all), names{});
    EXPECT_EQ(nearest_one("x", all), "");
    EXPECT_EQ(nearest(std::string(10'000, 'a'), all), names{});
}

} // namespace
} // namespace chatops::line
