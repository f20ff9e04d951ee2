// What people typed comes out as they typed it; what we post is only what it says.
#include "chatops/slack/markup.hpp"

#include <gtest/gtest.h>

namespace chatops::slack {
namespace {

TEST(without_markup, gives_what_was_typed) {
    const struct {
        std::string_view slack, typed;
    } cases[] = {
        {"scale web=3 --app acme", "scale web=3 --app acme"},
        {"a &amp; b &lt;c&gt; &amp;lt;", "a & b <c> &lt;"},
        {"ask <@U1|ann> or <@W2>", "ask @ann or @W2"},
        {"in <#C1|acme> or <#C2>", "in #acme or #C2"},
        {"<!here> <!channel> <!everyone>", "@here @channel @everyone"},
        {"<!subteam^S1|@devs> <!subteam^S2>", "@devs @S2"},
        {"<!date^1392734382^{date}|Feb 18, 2014>", "Feb 18, 2014"},
        {"<http://acme.com|acme.com>/x", "acme.com/x"},
        {"<https://acme.com/?a=1&amp;b=2>", "https://acme.com/?a=1&b=2"},
        {"<mailto:a@acme.com|a@acme.com>", "a@acme.com"},
        {"<tel:+123|+123>", "+123"},
        {"<http://x.y|&lt;tag&gt;>", "<tag>"},
        // Typed raw into a slash command: no markup of Slack's.
        {"a < b", "a < b"},
        {"<name>", "<name>"},
        {"<@>", "<@>"},
        {"<!>", "<!>"},
        {"<>", "<>"},
        {"<|x>", "<|x>"},
        {"<@U1", "<@U1"},
        {"<<@U1|ann>>", "<@ann>"},
        {"&", "&"},
        {"&nbsp; &amp", "&nbsp; &amp"},
        {"", ""},
    };
    for (const auto& each : cases) EXPECT_EQ(without_markup(each.slack), each.typed) << each.slack;
}

TEST(escaped, leaves_nothing_that_slack_acts_on) {
    EXPECT_EQ(escaped("<!channel> & <@U1>"), "&lt;!channel&gt; &amp; &lt;@U1&gt;");
    EXPECT_EQ(escaped("&lt;"), "&amp;lt;");
    EXPECT_EQ(escaped("tab\tline\nbell\x07 escape\x1b[0m del\x7f"),
              "tab\tline\nbell escape[0m del");
    EXPECT_EQ(escaped("ünï €😀 \xff"), "ünï €😀 �");
}

TEST(escaped, is_undone_by_reading) {
    for (const std::string_view each : {"a & b", "<@U1|ann>", "x < y > z", "&amp;", "<http://a|b>"})
        EXPECT_EQ(without_markup(escaped(each)), each);
}

TEST(escaped_beginning, cuts_no_entity_and_no_character) {
    EXPECT_EQ(escaped_beginning("ab&amp;cd", 9), "ab&amp;cd");
    EXPECT_EQ(escaped_beginning("ab&amp;cd", 7), "ab&amp;");
    for (std::size_t bytes = 2; bytes < 7; ++bytes)
        EXPECT_EQ(escaped_beginning("ab&amp;cd", bytes), "ab") << bytes;
    EXPECT_EQ(escaped_beginning("a€b", 3), "a");
    EXPECT_EQ(escaped_beginning("", 0), "");
}

TEST(command_line, is_what_follows_the_bots_name) {
    const struct {
        std::string_view slack, line;
    } cases[] = {
        {"<@U0BOT> heroku ps", "heroku ps"},
        {"  <@U0BOT|ops>   heroku ps \n", "heroku ps"},
        {"<@U0BOT>: help", "help"},
        {"<@U0BOT>, help", "help"},
        {"<@U0BOT>", ""},
        {"@ops help", "help"},
        {"/ops help", "help"},
        {"/ops", ""},
        {"help", "help"},
        {"/opsx help", "/opsx help"},
        {"ops help", "ops help"},
        {"<@U0OTHER> help", "@U0OTHER help"},
        {"<@U0BOTS> help", "@U0BOTS help"},
        {"tell <@U0BOT|ops> about it", "about it"},
        {"<@U0BOT> <@U0BOT> help", "@U0BOT help"},
        {"<@U0BOT> note &lt;@U1&gt;", "note <@U1>"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(command_line(each.slack, "U0BOT", "ops"), each.line) << each.slack;
}

TEST(command_line, of_a_sentence_is_what_stands_beside_the_mention) {
    const auto line = [](std::string_view text) { return command_line(text, "U0BOT", "ops"); };
    EXPECT_EQ(line("<@U1> look: <@U0BOT> heroku ps acme"), "heroku ps acme");
    EXPECT_EQ(line("could you, <@U0BOT|ops>, heroku ps acme"), "heroku ps acme");
    EXPECT_EQ(line("heroku ps acme <@U0BOT>"), "heroku ps acme");
    EXPECT_EQ(line("heroku ps acme <@U0BOT>!"), "heroku ps acme");
    EXPECT_EQ(line("<@U0BOTS> heroku ps"), "@U0BOTS heroku ps");
    EXPECT_EQ(line("ops are <@U0BOT> help <@U0BOT> more"), "help @U0BOT more");
}

TEST(mentions, are_found_anywhere_and_only_whole) {
    EXPECT_TRUE(mentions("hey <@U0BOT>!", "U0BOT"));
    EXPECT_TRUE(mentions("<@U1> <@U0BOT|ops>", "U0BOT"));
    EXPECT_FALSE(mentions("<@U0BOTS>", "U0BOT"));
    EXPECT_FALSE(mentions("&lt;@U0BOT&gt;", "U0BOT"));
    EXPECT_FALSE(mentions("U0BOT", "U0BOT"));
    EXPECT_FALSE(mentions("<@>", ""));
}

} // namespace
} // namespace chatops::slack
