// Amounts of memory as people type them.
#include "chatops/command/text_of_size.hpp"
#include "chatops/core/random.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

std::uint64_t bytes(std::string_view text) { return byte_size::parse(text).value().bytes; }
mistake wrong(std::string_view text) { return byte_size::parse(text).error(); }

TEST(byte_size, is_read_with_its_unit_in_any_case) {
    EXPECT_EQ(bytes("512mb"), 512'000'000u);
    EXPECT_EQ(bytes("512MB"), 512'000'000u);
    EXPECT_EQ(bytes("2GiB"), 2'147'483'648u);
    EXPECT_EQ(bytes("1kib"), 1'024u);
    EXPECT_EQ(bytes("7B"), 7u);
    EXPECT_EQ(bytes("0"), 0u);
    EXPECT_EQ(bytes("0GB"), 0u);
}

TEST(byte_size, may_have_a_fraction_that_comes_to_whole_bytes) {
    EXPECT_EQ(bytes("1.5TB"), 1'500'000'000'000u);
    EXPECT_EQ(bytes("0.5KiB"), 512u);
    EXPECT_EQ(wrong("0.3B").expected, "a whole number of bytes");
    EXPECT_EQ(wrong("1.0001kB").expected, "a whole number of bytes");
}

TEST(byte_size, a_unit_that_could_be_two_is_asked_about) {
    EXPECT_EQ(wrong("2g").message,
              "“2g” has no whole unit: 2GB counts in thousands, 2GiB in 1,024s.");
    EXPECT_EQ(wrong("512").message,
              "“512” has no whole unit: 512MB counts in thousands, 512MiB in 1,024s.");
    EXPECT_EQ(wrong("5x").message, "“5x” is not a size such as 512MB, 2GiB or 1.5TB.");
}

TEST(byte_size, refuses_what_is_none) {
    for (const char* text : {"", "MB", "-1MB", "+1MB", "1 MB", "1.MB", ".5MB", "1.2.3MB", "1e3MB",
                             "1,5GB", "0x1B", "1MBs", "99999999999999999999B", "20000PiB", "∞MB"})
        EXPECT_FALSE(byte_size::parse(text)) << text;
    EXPECT_EQ(wrong("16384PiB").expected, "a size of less than 16,384 PiB");
    EXPECT_FALSE(byte_size::parse(std::string(100'000, '9')));
}

TEST(byte_size, is_written_in_the_largest_unit_and_read_again) {
    EXPECT_EQ(byte_size{0}.to_text(), "0");
    EXPECT_EQ(byte_size{2'147'483'648}.to_text(), "2GiB");
    EXPECT_EQ(byte_size{1'500'000'000}.to_text(), "1500MB");
    EXPECT_EQ(byte_size{1'025}.to_text(), "1025B");
    seeded_random chance(9);
    for (int i = 0; i < 2'000; ++i) {
        const byte_size size{chance.below(1ULL << chance.below(60))};
        EXPECT_EQ(byte_size::parse(size.to_text()).value(), size) << size.to_text();
    }
}

} // namespace
} // namespace chatops
