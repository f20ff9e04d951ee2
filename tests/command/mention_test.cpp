// People and channels, by name or as Slack marks them.
#include "chatops/command/mention.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

TEST(person_mention, by_name_by_id_or_both) {
    const auto person = [](std::string_view text) { return person_mention::parse(text).value(); };
    EXPECT_EQ(person("@lead"), (person_mention{"", "lead"}));
    EXPECT_EQ(person("@U0LEAD"), (person_mention{"U0LEAD", ""}));
    EXPECT_EQ(person("<@U0LEAD>"), (person_mention{"U0LEAD", ""}));
    EXPECT_EQ(person("<@U0LEAD|lead>"), (person_mention{"U0LEAD", "lead"}));
    EXPECT_EQ(person("<@U0LEAD|>"), (person_mention{"U0LEAD", ""}));
    EXPECT_EQ(person("@Zoë Müller").name, "Zoë Müller");
    EXPECT_EQ(person("@USER").name, "USER") << "too short for an id";
}

TEST(person_mention, refuses_what_is_none) {
    for (const char* text : {"", "@", "lead", "#acme", "<@>", "<@|lead>", "<@lead>",
                             "<@U0LEAD|a>b>", "<@U0LEAD|@x>", "@a@b", "@a|b", "@ lead", "@lead ",
                             "<#C0ACME|acme>", "<@U0LEAD|lead", "@a\tb", "<!channel>"})
        EXPECT_FALSE(person_mention::parse(text)) << text;
    EXPECT_EQ(person_mention::parse("lead").error().message,
              "“lead” is not a person such as @lead.");
    EXPECT_FALSE(person_mention::parse("@" + std::string(100'000, 'a')));
}

TEST(channel_mention, by_name_by_id_or_both) {
    const auto channel = [](std::string_view text) { return channel_mention::parse(text).value(); };
    EXPECT_EQ(channel("#acme"), (channel_mention{"", "acme"}));
    EXPECT_EQ(channel("#C0ACME"), (channel_mention{"C0ACME", ""}));
    EXPECT_EQ(channel("<#C0ACME>"), (channel_mention{"C0ACME", ""}));
    EXPECT_EQ(channel("<#C0ACME|acme>"), (channel_mention{"C0ACME", "acme"}));
    EXPECT_EQ(channel("#größe").name, "größe");
    for (const char* text : {"", "#", "acme", "@lead", "<#acme>", "#a#b", "<#U0LEAD|lead>"})
        EXPECT_FALSE(channel_mention::parse(text)) << text;
}

TEST(mentions, what_is_written_is_read) {
    for (const char* text : {"@lead", "@U0LEAD", "<@U0LEAD|lead>"})
        EXPECT_EQ(person_mention::parse(text).value().to_text(), text);
    for (const char* text : {"#acme", "#C0ACME", "<#C0ACME|acme>"})
        EXPECT_EQ(channel_mention::parse(text).value().to_text(), text);
}

} // namespace
} // namespace chatops
