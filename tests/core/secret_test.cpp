// A secret is seen only by those who ask for it by name, and leaves nothing behind.
#include "chatops/core/log.hpp"
#include "chatops/core/secret.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <ostream>

namespace chatops {
namespace {

template <class T>
concept printable = requires(std::ostream& out, const T& value) {
    out << value;
};
template <class T>
concept comparable = requires(const T& value) {
    value == value;
};

static_assert(!std::convertible_to<secret, std::string>);
static_assert(!std::convertible_to<secret, std::string_view>);
static_assert(!std::convertible_to<std::string, secret>, "only on purpose");
static_assert(!printable<secret>);
static_assert(!comparable<secret>, "comparing tells by its time how much was right");
static_assert(!std::constructible_from<log_field, std::string_view, secret>);

// Longer than what a std::string keeps inside itself, and short enough for that.
class secret_of : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(any_length, secret_of,
                         testing::Values("hunter2", "a-much-longer-token-of-more-than-16-bytes"));

TEST_P(secret_of, shows_its_text_only_to_reveal) {
    const secret hidden(GetParam());
    EXPECT_EQ(hidden.reveal(), GetParam());
    EXPECT_FALSE(hidden.empty());
    EXPECT_TRUE(secret().empty());
}

TEST_P(secret_of, is_copied_and_the_copy_lives_on) {
    secret copy;
    {
        const secret hidden(GetParam());
        copy = hidden;
        const secret another(hidden);
        EXPECT_EQ(another.reveal(), GetParam());
    }
    EXPECT_EQ(copy.reveal(), GetParam());
    const secret& itself = copy;
    copy = itself;
    EXPECT_EQ(copy.reveal(), GetParam());
}

TEST_P(secret_of, leaves_nothing_where_it_was_moved_from) {
    secret first(GetParam());
    const char* const old_place = first.reveal().data();
    secret second(std::move(first));
    EXPECT_TRUE(first.empty()); // NOLINT(bugprone-use-after-move): that is what is tested.
    EXPECT_EQ(second.reveal(), GetParam());
    if (second.reveal().data() != old_place) { // It was inside the object: now wiped.
        EXPECT_EQ(std::string_view(old_place, GetParam().size()),
                  std::string(GetParam().size(), '\0'));
    }
    secret third;
    third = std::move(second);
    EXPECT_TRUE(second.empty()); // NOLINT(bugprone-use-after-move)
    EXPECT_EQ(third.reveal(), GetParam());
}

TEST(secret, is_wiped_when_another_takes_its_place) {
    secret place(std::string("0123456789-0123456789-0123456789"));
    const char* const memory = place.reveal().data();
    place = secret(std::string("x"));
    EXPECT_EQ(place.reveal(), "x");
    // The old memory is freed or reused: it may be read only while the string still owns it.
    if (place.reveal().data() == memory) {
        EXPECT_EQ(memory[2], '\0');
    }
}

} // namespace
} // namespace chatops
