// A command written as a line means the same when it is read again.
#include "chatops/core/random.hpp"
#include "chatops/line/parse_as.hpp"
#include "chatops/line/write.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

template <class Command>
std::string rewritten(std::string_view line) {
    const auto made = parse<Command>(line).value();
    return write(describe<Command>(), &made.command);
}

TEST(quoted, only_what_would_be_misread) {
    for (const char* plain : {"acme", "web=3", "a\\b", "größe", "a-b", "5", "👍"})
        EXPECT_EQ(quoted(plain), plain);
    EXPECT_EQ(quoted(""), R"("")");
    EXPECT_EQ(quoted("a b"), R"("a b")");
    EXPECT_EQ(quoted("say \"hi\" \\"), R"("say \"hi\" \\")");
    EXPECT_EQ(quoted("--app"), R"("--app")");
    EXPECT_EQ(quoted("—app"), R"("—app")");
    EXPECT_EQ(quoted("don't"), R"("don't")");
    EXPECT_EQ(quoted("a\u00a0b"), "\"a\u00a0b\"");
}

TEST(write, gives_one_line_for_all_that_mean_the_same) {
    const std::string canonical = "heroku scale acme web=3 worker=2 --wait";
    EXPECT_EQ(rewritten<scale>("acme web=3 worker=2 --wait"), canonical);
    EXPECT_EQ(rewritten<scale>("-w web=3 “worker=2” —app acme"), canonical);
    EXPECT_EQ(rewritten<scale>("--formation web=3 --wait --formation=worker=2 'acme'"), canonical);
}

TEST(write, says_defaults_so_that_a_change_of_them_changes_nothing) {
    EXPECT_EQ(rewritten<logs>("acme"), "heroku logs acme --lines 100 --order newest");
    EXPECT_EQ(rewritten<logs>("acme web -n -5 --since 90m --tag '' --tag=-x --color on"),
              "heroku logs acme web --lines=\"-5\" --since 1h30m --order newest --tag \"\" "
              "--tag=\"-x\" --color yes");
}

TEST(write, hides_secrets_unless_they_are_revealed) {
    const auto made = parse<set_config>("acme 3 'hunter 2' --token t0k3n").value();
    EXPECT_EQ(write(describe<set_config>(), &made.command),
              "heroku config set acme 3 [secret] --token [secret]");
    EXPECT_EQ(write_revealed(describe<set_config>(), &made.command).reveal(),
              "heroku config set acme 3 \"hunter 2\" --token t0k3n");
}

std::string any_text(random_source& chance) {
    static constexpr std::string_view pieces[] = {"a",  "Z",  "0",  "-", "--",     "=",   " ",
                                                  "\"", "'",  "\\", "“", "”",      "‘",   "’",
                                                  "—",  "\n", "\t", "ü", "\u00a0", "🙂"};
    std::string text;
    for (std::uint64_t n = chance.below(6); n > 0; --n)
        text += pieces[chance.below(std::size(pieces))];
    return text;
}

TEST(write, any_text_survives_being_written_and_read) {
    seeded_random chance(5);
    for (int i = 0; i < 20'000; ++i) {
        logs made;
        made.app.value = any_text(chance);
        made.lines.value = static_cast<int>(chance.next());
        if (chance.chance(1, 2)) {
            made.dynos.value.emplace();
            for (std::uint64_t n = chance.below(3) + 1; n > 0; --n)
                made.dynos.value->push_back(any_text(chance));
        }
        for (std::uint64_t n = chance.below(3); n > 0; --n) made.tags->push_back(any_text(chance));
        if (chance.chance(1, 2)) made.since.value = std::chrono::minutes(chance.below(1 << 20));
        const std::string line = write(describe<logs>(), &made);
        const auto words = split(line);
        ASSERT_TRUE(words) << line;
        const auto again = parse<logs>(*words, 2);
        ASSERT_TRUE(again) << line << ": " << again.error().message;
        EXPECT_EQ(*again->command.app, *made.app) << line;
        EXPECT_EQ(*again->command.dynos, *made.dynos) << line;
        EXPECT_EQ(*again->command.tags, *made.tags) << line;
        EXPECT_EQ(*again->command.lines, *made.lines) << line;
        EXPECT_EQ(*again->command.since, *made.since) << line;
        EXPECT_EQ(write(describe<logs>(), &again->command), line);
    }
}

} // namespace
} // namespace chatops::line
