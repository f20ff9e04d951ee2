// Menus of a modal whose options the app is asked for, as a person types.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_suggestions : public slack_office {
  public:
    void open_modal() {
        say("lead", "acme", "/ops");
        const object opened =
            call("views.open", with({{"trigger_id", text_value(arrivals.back().form("trigger_id"))},
                                     {"view", *json::parse(form)}}));
        EXPECT_EQ(word(opened), "ok") << boost::json::serialize(opened);
        arrivals.clear();
    }
    void app_answers(const std::string& body) {
        app = [body](const http::request&) { return answer(200, body); };
    }
    std::string type(const std::string& input, const std::string& text, const object& put = {}) {
        return word(control("POST", "suggest",
                            with({{"user", "lead"},
                                  {"input", text_value(input)},
                                  {"value", text_value(text)},
                                  {"values", put}})));
    }
    std::string submit(const object& values) {
        return word(control("POST", "submit", with({{"user", "lead"}, {"values", values}})));
    }
    object offered(const std::string& block) {
        const object state = parsed(request("GET", "/_mock/state"));
        const object& view = array_of(state, "views")->at(0).as_object();
        return view.at("offered").at(block).as_object();
    }

    static constexpr const char* two_options =
        R"({"options":[{"text":{"type":"plain_text","text":"Acme"},"value":"acme"},)"
        R"({"text":{"type":"plain_text","text":"Globex"},"value":"globex"}]})";
    static constexpr const char* form =
        R"({"type":"modal","callback_id":"scale","private_metadata":"m",
        "title":{"type":"plain_text","text":"Scale"},"submit":{"type":"plain_text","text":"Go"},
        "blocks":[
          {"type":"input","block_id":"app","label":{"type":"plain_text","text":"Application"},
           "element":{"type":"external_select","action_id":"which","min_query_length":0}},
          {"type":"input","block_id":"more","optional":true,"label":{"type":"plain_text","text":"More"},
           "element":{"type":"multi_external_select","action_id":"more","initial_options":[
             {"text":{"type":"plain_text","text":"One"},"value":"one"}]}},
          {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who"},
           "element":{"type":"users_select","action_id":"who"}},
          {"type":"input","block_id":"why","optional":true,"label":{"type":"plain_text","text":"Why"},
           "element":{"type":"plain_text_input","action_id":"why","initial_value":"so"}}]})";
};

TEST_F(slack_suggestions, ask_the_app_with_what_is_typed_and_what_stands_there) {
    open_modal();
    app_answers(two_options);
    EXPECT_EQ(type("Application", "ac", with({{"who", "dev"}})), "ok");
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].path(), "/slack/interactive");
    const object payload = arrivals[0].json();
    EXPECT_EQ(text_of(payload, "type"), "block_suggestion");
    EXPECT_EQ(text_of(payload, "value"), "ac");
    EXPECT_EQ(text_of(payload, "block_id"), "app");
    EXPECT_EQ(text_of(payload, "action_id"), "which");
    EXPECT_EQ(payload.at("user").at("id").as_string(), "U0LEAD0001");
    EXPECT_EQ(payload.at("container").at("type").as_string(), "view");
    EXPECT_EQ(payload.at("view").at("callback_id").as_string(), "scale");
    const value& values = payload.at("view").at("state").at("values");
    EXPECT_EQ(values.at("who").at("who").at("selected_user").as_string(), "U0DEV00001");
    EXPECT_EQ(values.at("why").at("why").at("value").as_string(), "so");
    EXPECT_EQ(values.at("more").at("more").at("selected_options").at(0).at("value").as_string(),
              "one");
    EXPECT_EQ(offered("app").at("options").as_array().size(), 2U);
}

TEST_F(slack_suggestions, are_what_can_be_chosen) {
    open_modal();
    EXPECT_EQ(submit(with({{"app", "acme"}})), "no_such_option") << "nothing was offered yet";
    app_answers(two_options);
    type("app", "");
    EXPECT_EQ(submit(with({{"app", "initech"}})), "no_such_option");
    app = nullptr;
    arrivals.clear();
    EXPECT_EQ(submit(with({{"app", "Globex"}})), "ok");
    const value values = arrivals.at(0).json().at("view").at("state").at("values");
    EXPECT_EQ(values.at("app").at("which").at("selected_option").at("value").as_string(), "globex");
}

TEST_F(slack_suggestions, are_asked_for_from_the_third_character_on_unless_the_app_says_less) {
    open_modal();
    EXPECT_EQ(type("more", "ab"), "ok");
    EXPECT_TRUE(arrivals.empty());
    EXPECT_EQ(type("more", "abc"), "ok");
    EXPECT_EQ(arrivals.size(), 1U);
}

TEST_F(slack_suggestions, that_slack_would_not_show_are_none) {
    open_modal();
    app_answers("{}");
    type("app", "");
    EXPECT_EQ(text_of(offered("app"), "error"), "missing required field: options [json-pointer:]");
    app_answers("no json");
    type("app", "");
    EXPECT_EQ(text_of(offered("app"), "error"), "no JSON object");
    app_answers(R"({"options":[{"text":{"type":"plain_text","text":")" + std::string(76, 'x') +
                R"("},"value":"x"}]})");
    type("app", "");
    EXPECT_EQ(offered("app").at("options").as_array().size(), 0U);
    EXPECT_NE(text_of(offered("app"), "error"), "");
    app = [](const http::request&) { return std::nullopt; };
    type("app", "");
    pass(4s);
    EXPECT_EQ(text_of(offered("app"), "error"), "http_timeout");
}

TEST_F(slack_suggestions, are_asked_for_in_such_menus_only) {
    open_modal();
    EXPECT_EQ(type("why", "x"), "no_suggestions");
    EXPECT_EQ(type("nothing", "x"), "no_such_input");
    EXPECT_EQ(word(control("POST", "suggest", with({{"user", "dev"}, {"input", "app"}}))),
              "no_modal");
    app_answers(two_options);
    type("app", "");
    EXPECT_EQ(submit(with({{"app", "acme"}, {"who", "nobody"}})), "no_such_person");
}

} // namespace
} // namespace chatops::mocks
