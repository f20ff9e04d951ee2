// Any bytes give a value or a mistake, within limits: never a crash, and places inside the line.
#include "chatops/core/limits.hpp"
#include "chatops/core/random.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/line/parse_as.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

#include <map>

namespace chatops::line {
namespace {

void expect_sound(const mistake& wrong, std::string_view line) {
    EXPECT_FALSE(wrong.code.empty());
    EXPECT_FALSE(wrong.message.empty());
    EXPECT_LE(wrong.begin, wrong.end) << wrong.code;
    EXPECT_LE(wrong.end, line.size()) << wrong.code;
    // A message is a sentence, however long the line: what it repeats is cut.
    EXPECT_LT(wrong.message.size(), 1'000u) << wrong.code;
}

template <class Command>
void parse_rest(const words& line, std::size_t first, std::string_view text) {
    Command made;
    const auto common = parse(describe<Command>(), line, first, &made);
    if (!common) expect_sound(common.error(), text);
}

/// As the engine does it, and as a page does it while one types. Returns the code of the mistake.
std::string run_through(std::string_view text) {
    const completions made = complete(text, sample_commands());
    EXPECT_LE(made.begin, made.end);
    EXPECT_LE(made.end, text.size());
    EXPECT_LE(made.items.size(), limits::completions);
    const auto line = split(text);
    if (!line) {
        expect_sound(line.error(), text);
        return line.error().code;
    }
    for (const word& each : *line) {
        EXPECT_LT(each.begin, each.end);
        EXPECT_LE(each.end, text.size());
        EXPECT_LE(each.text.size() + each.value.size(), each.end - each.begin);
    }
    parse_rest<logs>(*line, 0, text);
    const auto found = sample_commands().find(*line);
    if (!found) {
        expect_sound(found.error(), text);
        return found.error().code;
    }
    parse_rest<scale>(*line, found->words, text);
    parse_rest<logs>(*line, found->words, text);
    parse_rest<set_config>(*line, found->words, text);
    return {};
}

TEST(any_bytes, give_a_value_or_a_mistake) {
    seeded_random chance(1);
    for (int i = 0; i < 30'000; ++i) {
        std::string line;
        for (std::uint64_t n = chance.below(40); n > 0; --n)
            line += static_cast<char>(chance.next());
        run_through(line);
    }
}

TEST(any_bytes, made_of_what_a_line_is_made_of_give_a_value_or_a_mistake) {
    static constexpr std::string_view pieces[] = {
        " ",          " ",      "heroku", "scale",   "logs",  "config",   "set",    "acme",
        "web=3",      "--app",  "--app=", "--",      "-",     "-n",       "—",      "–",
        "\"",         "'",      "“",      "”",       "‘",     "\\",       "=",      "5",
        "10m",        "--help", "--json", "--level", "error", "\u00a0",   "\u202e", "\xff",
        "\xe2",       "\n",     "hi",     "--tag",   "🙂",  "--token=", "ö",      "\x01",
        "h\u0435llo", "\u200d", "-t"};
    seeded_random chance(2);
    std::map<std::string, int> outcomes;
    for (int i = 0; i < 60'000; ++i) {
        std::string line = chance.chance(1, 2) ? "heroku logs " : "";
        for (std::uint64_t n = chance.below(12); n > 0; --n)
            line += pieces[chance.below(std::size(pieces))];
        ++outcomes[run_through(line)];
    }
    // The lines reach every end, or this test would look at nothing.
    for (const char* code :
         {"", "no_command", "unknown_command", "unbalanced_quote", "text_after_quote",
          "control_character", "invalid_utf8", "direction_character", "look_alike_letter"})
        EXPECT_GT(outcomes[code], 20) << code;
}

TEST(any_bytes, in_very_long_lines_stay_within_limits) {
    for (const std::string_view piece :
         {"a", " a", "-", " -a", " --app=a", "\"", "'a' ", "\\", "\"\\\" ", "ü", "\u00a0", "—",
          " web=1", " heroku", "\x01", "\xff", "=", "=\"a\" "}) {
        for (const char* start : {"", "scale acme ", "heroku logs --tag ", "\"", "scale \""}) {
            std::string line = start;
            while (line.size() + piece.size() <= 100'000) line += piece;
            run_through(line);
        }
    }
}

} // namespace
} // namespace chatops::line
