// Direct messages of several people, and in which conversations somebody is.
#include "tests/mocks/slack_office.hpp"

#include <memory>
#include <set>

namespace chatops::mocks {
namespace {

/// The office's app was not given the scopes for groups; this one was.
class slack_groups : public slack_office {
  public:
    slack_groups() : data_(worlds::agency()) {
        for (const char* const each : {"mpim:read", "mpim:write", "mpim:history"})
            data_.slack.app.scopes.emplace_back(each);
        data_.slack.app.events.emplace_back("message.mpim");
        data_.slack.app.bot_token = "xoxb-groups";
        groups_ = std::make_unique<slack::workspace>(data_.slack, 1);
    }
    object ask(const std::string& method, const object& arguments = {}) {
        http::request what;
        what.method = "POST";
        what.url = "/api/" + method;
        what.headers = {{"Authorization", "Bearer xoxb-groups"},
                        {"Content-Type", "application/json"}};
        what.body = boost::json::serialize(arguments);
        return parsed(groups_->handle(what, when()));
    }
    object open(const std::string& users) {
        return ask("conversations.open", with({{"users", text_value(users)}}));
    }
    static std::string id_of(const object& opened) {
        return std::string(text_of(opened.at("channel").as_object(), "id"));
    }
    std::set<std::string> conversations(const object& arguments) {
        const object made = ask("users.conversations", arguments);
        EXPECT_EQ(word(made), "ok");
        std::set<std::string> names;
        for (const value& each : *array_of(made, "channels")) {
            const object& one = each.get_object();
            EXPECT_EQ(one.if_contains("is_member"), nullptr);
            names.emplace(text_of(one, "name").empty() ? text_of(one, "user")
                                                       : text_of(one, "name"));
        }
        return names;
    }

  private:
    worlds::world data_;

  protected:
    std::unique_ptr<slack::workspace> groups_;
};

TEST_F(slack_groups, are_opened_by_their_people_in_any_order) {
    const object first = open("U0LEAD0001,U0DEV00001");
    ASSERT_EQ(word(first), "ok");
    EXPECT_EQ(first.if_contains("already_open"), nullptr);
    const object again = open(" U0DEV00001 , U0LEAD0001,U0OPSBOT01");
    EXPECT_EQ(id_of(again), id_of(first));
    EXPECT_TRUE(is_true(again, "already_open"));
    EXPECT_NE(id_of(open("U0LEAD0001,U0DEV00001,U0PM000001")), id_of(first));
    EXPECT_EQ(id_of(open("U0LEAD0001")).substr(0, 1), "D");
    const object whole = ask("conversations.open",
                             with({{"channel", text_value(id_of(first))}, {"return_im", true}}));
    const object& group = whole.at("channel").as_object();
    EXPECT_EQ(text_of(group, "name"), "mpdm-lead--dev--ops-1");
    EXPECT_TRUE(is_true(group, "is_mpim"));
    EXPECT_TRUE(is_true(group, "is_private"));
    EXPECT_FALSE(is_true(group, "is_im"));
}

TEST_F(slack_groups, are_refused_as_slack_does) {
    EXPECT_EQ(word(open("")), "users_list_not_supplied");
    EXPECT_EQ(word(open("U0OPSBOT01")), "users_list_not_supplied") << "nobody but the bot";
    EXPECT_EQ(word(open("U0LEAD0001,U0NOBODY01")), "user_not_found");
    EXPECT_EQ(word(ask("conversations.open", with({{"channel", "C0ACME0001"}}))),
              "method_not_supported_for_channel_type");
    EXPECT_EQ(word(ask("conversations.open",
                       with({{"users", "U0LEAD0001,U0DEV00001"}, {"prevent_creation", true}}))),
              "channel_not_found");
    const object refused = call("conversations.open", with({{"users", "U0LEAD0001,U0DEV00001"}}));
    EXPECT_EQ(word(refused), "missing_scope");
    EXPECT_EQ(text_of(refused, "needed"), "mpim:write");
}

TEST_F(slack_groups, are_places_to_talk_in) {
    const std::string id = id_of(open("U0LEAD0001,U0DEV00001"));
    EXPECT_EQ(word(ask("chat.postMessage", with({{"channel", text_value(id)}, {"text", "hi"}}))),
              "ok");
    ASSERT_TRUE(groups_->say({"lead", "mpdm-lead--dev--ops-1", "@ops hello"}, when()));
    EXPECT_FALSE(groups_->say({"pm", "mpdm-lead--dev--ops-1", "me too"}, when()));
    sim::outbox out;
    groups_->advance(when(), out);
    std::set<std::string> types;
    for (const auto& each : out.deliveries) {
        const auto event = json::parse(each.what.body)->at("event").as_object();
        types.emplace(text_of(event, "type"));
        if (text_of(event, "type") == "message") {
            EXPECT_EQ(text_of(event, "channel_type"), "mpim");
        }
    }
    EXPECT_EQ(types, (std::set<std::string>{"app_mention", "message"}));
    const object history = ask("conversations.history", with({{"channel", text_value(id)}}));
    EXPECT_EQ(array_of(history, "messages")->size(), 2U);
    EXPECT_EQ(array_of(ask("conversations.list", with({{"types", "mpim"}})), "channels")->size(),
              1U);
}

TEST_F(slack_groups, somebodys_conversations_are_those_that_the_bot_may_see) {
    open("U0LEAD0001,U0DEV00001");
    open("U0LEAD0001");
    using names = std::set<std::string>;
    EXPECT_EQ(conversations({}), (names{"acme", "globex", "initech", "ops"}));
    EXPECT_EQ(conversations(with({{"user", "U0LEAD0001"}, {"types", "mpim,im"}})),
              (names{"mpdm-lead--dev--ops-1", "U0LEAD0001"}));
    EXPECT_EQ(conversations(with({{"user", "U0PM000001"}, {"types", "mpim, im"}})), names());
    EXPECT_EQ(word(ask("users.conversations", with({{"types", "nope"}}))), "invalid_types");
    EXPECT_EQ(word(ask("users.conversations", with({{"user", "U0NOBODY01"}}))), "user_not_found");
    EXPECT_EQ(word(ask("users.conversations", with({{"limit", 1'000}}))), "invalid_limit");
}

} // namespace
} // namespace chatops::mocks
