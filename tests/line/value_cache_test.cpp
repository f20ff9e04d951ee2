// Values are asked for once in some seconds, and never kept without limit.
#include "chatops/core/limits.hpp"
#include "chatops/line/value_cache.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

using namespace std::chrono_literals;
using texts_of = std::vector<std::string>;

const time_point noon{std::chrono::hours(500'000)};

completion_request value_in(std::string_view line) {
    static const directory commands = sample_directory();
    return complete(line, commands).value.value();
}

TEST(value_cache, keeps_a_list_for_some_seconds) {
    value_cache cache;
    const completion_request app = value_in("scale ac");
    EXPECT_EQ(cache.find(app, noon), nullptr);
    EXPECT_EQ(cache.keep(app, {"acme", "globex"}, noon), (texts_of{"acme", "globex"}));
    ASSERT_NE(cache.find(app, noon), nullptr);
    EXPECT_EQ(*cache.find(app, noon), (texts_of{"acme", "globex"}));
    EXPECT_NE(cache.find(app, noon + limits::value_cache_seconds - 1ms), nullptr);
    EXPECT_EQ(cache.find(app, noon + limits::value_cache_seconds), nullptr);
    EXPECT_EQ(cache.find(app, noon - 1ms), nullptr) << "a clock was set back";
}

TEST(value_cache, what_is_typed_of_the_value_does_not_matter) {
    value_cache cache;
    cache.keep(value_in("scale "), {"acme"}, noon);
    EXPECT_NE(cache.find(value_in("scale ac"), noon), nullptr);
    EXPECT_NE(cache.find(value_in("heroku scale \"x"), noon), nullptr) << "nor by which name";
}

TEST(value_cache, what_else_the_line_gives_does) {
    value_cache cache;
    cache.keep(value_in("scale acme "), {"web="}, noon);
    EXPECT_NE(cache.find(value_in("scale acme w"), noon), nullptr);
    EXPECT_EQ(cache.find(value_in("scale globex w"), noon), nullptr);
    EXPECT_EQ(cache.find(value_in("scale "), noon), nullptr) << "another type of value";
}

TEST(value_cache, a_failure_is_kept_as_nothing) {
    value_cache cache;
    cache.keep(value_in("scale "), {}, noon);
    ASSERT_NE(cache.find(value_in("scale "), noon), nullptr);
    EXPECT_TRUE(cache.find(value_in("scale "), noon)->empty());
}

TEST(value_cache, an_answer_replaces_the_last_one_and_all_can_be_forgotten) {
    value_cache cache;
    cache.keep(value_in("scale "), {"acme"}, noon);
    cache.keep(value_in("scale "), {"globex"}, noon + 20s);
    EXPECT_EQ(cache.size(), 1u);
    EXPECT_EQ(*cache.find(value_in("scale "), noon + 21s), texts_of{"globex"});
    cache.forget();
    EXPECT_EQ(cache.find(value_in("scale "), noon + 21s), nullptr);
}

TEST(value_cache, has_limits) {
    value_cache cache;
    EXPECT_EQ(cache.keep(value_in("scale "), texts_of(limits::cached_values + 5, "a"), noon).size(),
              limits::cached_values);
    for (std::size_t i = 0; i < limits::cached_value_lists; ++i)
        cache.keep(value_in("scale app" + std::to_string(i) + " "), {"web="}, noon);
    EXPECT_EQ(cache.size(), limits::cached_value_lists);
    EXPECT_EQ(cache.find(value_in("scale "), noon), nullptr) << "the oldest went";
    EXPECT_NE(cache.find(value_in("scale app0 "), noon), nullptr);
}

} // namespace
} // namespace chatops::line
