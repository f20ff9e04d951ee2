// A reply in a terminal: goldens that one can read, colours only where asked for.
#include "chatops/chat/terminal.hpp"
#include "tests/support/slack_replies.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::hostile_reply;
using support::one_of_everything;

TEST(terminal_text, shows_one_of_everything) {
    EXPECT_EQ(terminal_text(one_of_everything()), R"(✓ Scaled acme-production
  Two dynos more. See https://status.heroku.com/?a=1&b=2.
  app       acme-production
  schedule  */5 * * * *
  dyno   state
  -----  --------
  web.1  up
  web.2  starting
  web  1 → 3
  web  ▃▃▆█  3
  0 to 3 dynos, 14:00 to now
  2026-11-22 web.1 | GET /
  acme.log:
  started
  ready
  [Confirm]  [Cancel]
)");
}

TEST(terminal_text, fits_a_narrow_terminal) {
    EXPECT_EQ(terminal_text(one_of_everything(), {.columns = 24}), R"(✓ Scaled acme-production
  Two dynos more. See
  https://status.heroku.
  com/?a=1&b=2.
  app       acme-product
            ion
  schedule  */5 * * * *
  dyno   state
  -----  --------
  web.1  up
  web.2  starting
  web  1 → 3
  web  ▃▃▆█  3
  0 to 3 dynos, 14:00 to
  now
  2026-11-22 web.1 | GET /
  acme.log:
  started
  ready
  [Confirm]  [Cancel]
)");
}

TEST(terminal_text, colours_the_symbol_and_the_headings) {
    reply what{tone::warning, "Done, but look", {}, {}};
    what.add(table_part{{"a"}, {{"1"}}});
    EXPECT_EQ(terminal_text(what, {.colours = true}),
              "\x1b[33m! \x1b[0m\x1b[1mDone, but look\x1b[0m\n"
              "  \x1b[2ma\x1b[0m\n"
              "  \x1b[2m-\x1b[0m\n"
              "  1\n");
}

TEST(terminal_text, says_each_tone) {
    const auto first = [](tone how) { return terminal_text(reply{how, "x", {}, {}}); };
    EXPECT_EQ(first(tone::neutral), "x\n");
    EXPECT_EQ(first(tone::working), "… x\n");
    EXPECT_EQ(first(tone::waiting), "? x\n");
    EXPECT_EQ(first(tone::good), "✓ x\n");
    EXPECT_EQ(first(tone::warning), "! x\n");
    EXPECT_EQ(first(tone::bad), "✗ x\n");
}

TEST(terminal_text, passes_no_command_on_to_the_terminal) {
    for (const std::size_t columns : {1, 10, 80, 300}) {
        const std::string text = terminal_text(hostile_reply(), {.columns = columns});
        EXPECT_EQ(text.find('\x1b'), std::string::npos);
        EXPECT_EQ(text.find('\xff'), std::string::npos);
    }
}

} // namespace
} // namespace chatops
