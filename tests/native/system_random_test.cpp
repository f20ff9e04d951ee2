#include "chatops/native/system_random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

TEST(system_random, does_not_repeat_itself) {
    chatops::native::system_random first;
    chatops::native::system_random second;
    std::set<std::uint64_t> seen;
    std::uint64_t ones = 0;
    std::uint64_t zeros = 0;
    for (int i = 0; i < 500; ++i) {
        const std::uint64_t drawn = i % 2 == 0 ? first.next() : second.next();
        seen.insert(drawn);
        ones |= drawn;
        zeros |= ~drawn;
    }
    EXPECT_EQ(seen.size(), 500U);
    EXPECT_EQ(ones, UINT64_MAX);
    EXPECT_EQ(zeros, UINT64_MAX);
}

} // namespace
