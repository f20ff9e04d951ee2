// What people do with messages that are there: edits and shortcuts.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_menus : public slack_office {
  protected:
    static object with_text(const char* user, const char* at) {
        return with({{"user", user}, {"channel", "acme"}, {"at", at}});
    }
};

TEST_F(slack_menus, an_edit_is_told_as_a_change_and_as_no_mention) {
    say("lead", "acme", "web is down");
    arrivals.clear();
    object what = with_text("lead", "is down");
    what["text"] = "web is up, @ops";
    EXPECT_EQ(word(control("POST", "edit", what)), "ok");
    ASSERT_EQ(arrivals.size(), 1U);
    const object event = arrivals[0].json().at("event").as_object();
    EXPECT_EQ(text_of(event, "subtype"), "message_changed");
    EXPECT_TRUE(event.at("hidden").as_bool());
    EXPECT_EQ(event.at("previous_message").at("text").as_string(), "web is down");
    EXPECT_EQ(event.at("message").at("text").as_string(), "web is up, <@U0OPSBOT01>");
    EXPECT_EQ(event.at("message").at("edited").at("user").as_string(), "U0LEAD0001");
}

TEST_F(slack_menus, people_edit_only_their_own_and_only_what_is_there) {
    say("lead", "acme", "web is down");
    object what = with_text("dev", "is down");
    what["text"] = "web is up";
    EXPECT_EQ(word(control("POST", "edit", what)), "not_own_message");
    what = with_text("lead", "never said");
    what["text"] = "x";
    EXPECT_EQ(word(control("POST", "edit", what)), "no_such_message");
    what = with_text("lead", "is down");
    EXPECT_EQ(word(control("POST", "edit", what)), "no_text");
    what = with_text("nobody", "is down");
    EXPECT_EQ(word(control("POST", "edit", what)), "unknown_user");
}

TEST_F(slack_menus, a_shortcut_the_app_does_not_have_cannot_be_chosen) {
    say("lead", "acme", "web is down");
    object what = with_text("lead", "is down");
    what["shortcut"] = "Something else";
    EXPECT_EQ(word(control("POST", "shortcut", what)), "no_such_shortcut");
}

} // namespace
} // namespace chatops::mocks
