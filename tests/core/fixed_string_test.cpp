// Names as template arguments: equal texts are one type.
#include "chatops/core/fixed_string.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace chatops {
namespace {

template <fixed_string Name, fixed_string Help>
struct declared {
    static constexpr std::string_view name = Name.view();
    static constexpr bool has_help = !Help.empty();
};

static_assert(declared<"app", "the application">::name == "app");
static_assert(declared<"app", "x">::has_help);
static_assert(!declared<"app", "">::has_help);
static_assert(std::is_same_v<declared<"a", "b">, declared<"a", "b">>);
static_assert(!std::is_same_v<declared<"a", "b">, declared<"a", "c">>);

TEST(fixed_string, is_there_at_run_time_too) {
    const std::string_view name = declared<"app", "">::name;
    EXPECT_EQ(name.size(), 3u);
    EXPECT_EQ(std::string(name), "app");
}

} // namespace
} // namespace chatops
