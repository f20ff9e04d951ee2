// Buttons, menus, modals and home tabs.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_interactivity : public slack_office {
  public:
    std::string post_question(const std::string& channel = "C0ACME0001") {
        const object made =
            call("chat.postMessage",
                 with({{"channel", text_value(channel)},
                       {"text", "Restart?"},
                       {"blocks", *json::parse(question)},
                       {"metadata",
                        *json::parse(R"({"event_type":"run","event_payload":{"id":"7"}})")}}));
        EXPECT_EQ(word(made), "ok") << boost::json::serialize(made);
        settle();
        arrivals.clear();
        return std::string(text_of(made, "ts"));
    }

    /// Somebody runs a command, and the app opens a modal with its trigger.
    std::string open_modal(const std::string& view = form) {
        say("lead", "acme", "/ops");
        const object opened =
            call("views.open", with({{"trigger_id", text_value(arrivals.back().form("trigger_id"))},
                                     {"view", *json::parse(view)}}));
        EXPECT_EQ(word(opened), "ok") << boost::json::serialize(opened);
        arrivals.clear();
        return word(opened) == "ok" ? std::string(text_of(opened.at("view").as_object(), "id"))
                                    : std::string();
    }

    object view_state(const std::string& id) {
        const object state = parsed(request("GET", "/_mock/state"));
        for (const value& each : *array_of(state, "views"))
            if (text_of(each.get_object(), "id") == id) return each.get_object();
        return {};
    }

    static constexpr const char* question = R"([
        {"type":"section","text":{"type":"mrkdwn","text":"Restart?"},
         "accessory":{"type":"static_select","action_id":"which","placeholder":{"type":"plain_text","text":"Which"},
                      "options":[{"text":{"type":"plain_text","text":"All"},"value":"all"},
                                 {"text":{"type":"plain_text","text":"One"},"value":"one"}]}},
        {"type":"actions","block_id":"choices","elements":[
          {"type":"button","action_id":"run:confirm","value":"yes","text":{"type":"plain_text","text":"Confirm"}},
          {"type":"button","action_id":"run:cancel","value":"no","text":{"type":"plain_text","text":"Cancel"}}]}])";
    static constexpr const char* form =
        R"({"type":"modal","callback_id":"scale","private_metadata":"m",
        "notify_on_close":true,
        "title":{"type":"plain_text","text":"Scale"},"submit":{"type":"plain_text","text":"Go"},
        "blocks":[
          {"type":"input","block_id":"app","label":{"type":"plain_text","text":"Application"},
           "element":{"type":"plain_text_input","action_id":"name"}},
          {"type":"input","block_id":"size","optional":true,"label":{"type":"plain_text","text":"Size"},
           "element":{"type":"static_select","action_id":"size","options":[
             {"text":{"type":"plain_text","text":"Small"},"value":"s"},
             {"text":{"type":"plain_text","text":"Large"},"value":"l"}]}}]})";
};

TEST_F(slack_interactivity, a_click_tells_who_pressed_what_under_which_message) {
    const std::string ts = post_question();
    const object clicked =
        control("POST", "click", with({{"user", "dev"}, {"channel", "acme"}, {"text", "Confirm"}}));
    EXPECT_EQ(word(clicked), "ok");
    EXPECT_EQ(text_of(clicked, "ts"), ts);

    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].path(), "/slack/interactive");
    EXPECT_EQ(arrivals[0].what.headers.get("Content-Type"), "application/x-www-form-urlencoded");
    const object payload = arrivals[0].json();
    EXPECT_EQ(text_of(payload, "type"), "block_actions");
    EXPECT_EQ(payload.at("user").at("id").as_string(), "U0DEV00001");
    EXPECT_EQ(payload.at("user").at("username").as_string(), "dev");
    EXPECT_EQ(payload.at("channel").at("id").as_string(), "C0ACME0001");
    EXPECT_EQ(payload.at("container").at("message_ts").as_string(), ts);
    EXPECT_EQ(payload.at("message").at("metadata").at("event_payload").at("id").as_string(), "7");
    const object& action = payload.at("actions").at(0).as_object();
    EXPECT_EQ(text_of(action, "action_id"), "run:confirm");
    EXPECT_EQ(text_of(action, "block_id"), "choices");
    EXPECT_EQ(text_of(action, "value"), "yes");
    EXPECT_FALSE(text_of(action, "action_ts").empty());
    EXPECT_EQ(text_of(payload, "response_url").rfind("http://127.0.0.1:9100/actions/", 0), 0U);
}

TEST_F(slack_interactivity, without_a_place_the_latest_such_button_is_meant) {
    post_question("C0ACME0001");
    now += 1s;
    const std::string later = post_question("C0GLOBEX01");
    const object clicked =
        control("POST", "click", with({{"user", "lead"}, {"action_id", "run:cancel"}}));
    EXPECT_EQ(text_of(clicked, "ts"), later);
    EXPECT_EQ(text_of(clicked, "channel"), "globex");
}

TEST_F(slack_interactivity, a_menu_needs_an_option) {
    post_question();
    const auto choose = [&](const char* option) {
        return control("POST", "click",
                       with({{"user", "lead"},
                             {"channel", "acme"},
                             {"action_id", "which"},
                             {"option", option}}));
    };
    EXPECT_EQ(word(choose("All")), "ok");
    EXPECT_EQ(
        arrivals.at(0).json().at("actions").at(0).at("selected_option").at("value").as_string(),
        "all");
    EXPECT_EQ(word(choose("None")), "no_such_option");
}

TEST_F(slack_interactivity, what_a_person_does_not_see_they_cannot_press) {
    const auto press = [&](const char* who, const char* what) {
        return word(
            control("POST", "click", with({{"user", who}, {"channel", "acme"}, {"text", what}})));
    };
    EXPECT_EQ(press("dev", "Confirm"), "no_such_button");
    call("chat.postEphemeral", with({{"channel", "C0ACME0001"},
                                     {"user", "U0DEV00001"},
                                     {"text", "x"},
                                     {"blocks", *json::parse(question)}}));
    EXPECT_EQ(press("lead", "Confirm"), "no_such_button");
    EXPECT_EQ(press("dev", "Confirm"), "ok");
    const object payload = arrivals.back().json();
    EXPECT_TRUE(payload.at("container").at("is_ephemeral").as_bool());
    EXPECT_FALSE(payload.contains("message")) << "an ephemeral message is not repeated";
    EXPECT_EQ(press("nobody", "Confirm"), "unknown_user");
    EXPECT_EQ(word(control("POST", "click", with({{"user", "dev"}}))), "no_such_button");
}

TEST_F(slack_interactivity, a_trigger_opens_one_modal_within_three_seconds) {
    const auto open = [&](const std::string& trigger) {
        return word(call("views.open", with({{"trigger_id", text_value(trigger)},
                                             {"view", *json::parse(form)}})));
    };
    say("lead", "acme", "/ops");
    const std::string trigger = arrivals.back().form("trigger_id");
    EXPECT_EQ(open(trigger), "ok");
    EXPECT_EQ(open(trigger), "exchanged_trigger_id");
    EXPECT_EQ(open("123.456.abc"), "invalid_trigger_id");
    say("lead", "acme", "/ops");
    now += 3'001ms;
    EXPECT_EQ(open(arrivals.back().form("trigger_id")), "expired_trigger_id");
}

TEST_F(slack_interactivity, a_view_that_breaks_a_rule_is_refused_with_the_rule) {
    say("lead", "acme", "/ops");
    const value trigger = text_value(arrivals.back().form("trigger_id"));
    const value long_title = *json::parse(R"({"type":"modal","blocks":[],
        "title":{"type":"plain_text","text":"A title that is longer than 24"}})");
    const object refused =
        call("views.open", with({{"trigger_id", trigger}, {"view", long_title}}));
    EXPECT_EQ(word(refused), "invalid_arguments");
    EXPECT_EQ(refused.at("response_metadata").at("messages").at(1).as_string(),
              "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
}

TEST_F(slack_interactivity, a_submission_carries_the_values_and_closes_the_modal) {
    const std::string id = open_modal();
    EXPECT_EQ(word(control("POST", "submit",
                           with({{"user", "lead"},
                                 {"values", with({{"Application", "acme"}, {"size", "Large"}})}}))),
              "ok");
    const object payload = arrivals.at(0).json();
    EXPECT_EQ(text_of(payload, "type"), "view_submission");
    const value& values = payload.at("view").at("state").at("values");
    EXPECT_EQ(values.at("app").at("name").at("value").as_string(), "acme");
    EXPECT_EQ(values.at("size").at("size").at("selected_option").at("value").as_string(), "l");
    EXPECT_EQ(payload.at("view").at("callback_id").as_string(), "scale");
    EXPECT_EQ(payload.at("view").at("private_metadata").as_string(), "m");
    EXPECT_FALSE(is_true(view_state(id), "is_open"));
}

TEST_F(slack_interactivity, an_option_is_chosen_in_its_group) {
    const value grouped = *json::parse(R"({"type":"modal","callback_id":"scale",
        "title":{"type":"plain_text","text":"Scale"},"submit":{"type":"plain_text","text":"Go"},
        "blocks":[{"type":"input","block_id":"size","label":{"type":"plain_text","text":"Size"},
          "element":{"type":"static_select","action_id":"size","option_groups":[
            {"label":{"type":"plain_text","text":"Cheap"},"options":[
              {"text":{"type":"plain_text","text":"Small"},"value":"s"}]},
            {"label":{"type":"plain_text","text":"Dear"},"options":[
              {"text":{"type":"plain_text","text":"Large"},"value":"l"}]}]}}]})");
    say("lead", "acme", "/ops");
    const value trigger = text_value(arrivals.back().form("trigger_id"));
    ASSERT_EQ(word(call("views.open", with({{"trigger_id", trigger}, {"view", grouped}}))), "ok");
    const auto submit = [&](const char* size) {
        return word(control("POST", "submit",
                            with({{"user", "lead"}, {"values", with({{"size", size}})}})));
    };
    EXPECT_EQ(submit("Huge"), "no_such_option");
    EXPECT_EQ(submit("l"), "ok");
    const object payload = arrivals.back().json();
    EXPECT_EQ(payload.at("view")
                  .at("state")
                  .at("values")
                  .at("size")
                  .at("size")
                  .at("selected_option")
                  .at("value")
                  .as_string(),
              "l");
}

TEST_F(slack_interactivity, a_form_is_filled_in_as_slacks_clients_demand) {
    open_modal();
    const auto submit = [&](const object& values) {
        return word(control("POST", "submit", with({{"user", "lead"}, {"values", values}})));
    };
    EXPECT_EQ(submit({}), "missing_input");
    EXPECT_EQ(submit(with({{"Nothing", "x"}})), "no_such_input");
    EXPECT_EQ(submit(with({{"app", "x"}, {"size", "Huge"}})), "no_such_option");
    EXPECT_EQ(word(control("POST", "submit", with({{"user", "dev"}}))), "no_modal");
}

TEST_F(slack_interactivity, an_answer_to_a_submission_shows_errors_updates_pushes_or_clears) {
    const std::string id = open_modal();
    const auto submit_and_answer = [&](const std::string& body) {
        app = [body](const http::request&) { return answer(200, body); };
        control("POST", "submit", with({{"user", "lead"}, {"values", with({{"app", "acme"}})}}));
        app = nullptr;
    };
    submit_and_answer(
        R"({"response_action":"errors","errors":{"app":"There is no such application."}})");
    EXPECT_TRUE(is_true(view_state(id), "is_open"));
    EXPECT_EQ(view_state(id).at("errors").at("app").as_string(), "There is no such application.");

    submit_and_answer(std::string(R"({"response_action":"push","view":)") + form + "}");
    const object pushed = arrivals.back().json();
    EXPECT_EQ(pushed.at("view").at("id").as_string(), id);
    EXPECT_EQ(word(control("POST", "submit",
                           with({{"user", "lead"},
                                 {"values", with({{"app", "x"}})},
                                 {"view_id", text_value(id)}}))),
              "no_modal")
        << "it lies beneath another";
    const object state = parsed(request("GET", "/_mock/state"));
    EXPECT_EQ(state.at("views").as_array().size(), 2U);

    submit_and_answer(R"({"response_action":"clear"})");
    const object cleared = parsed(request("GET", "/_mock/state"));
    for (const value& each : *array_of(cleared, "views"))
        EXPECT_FALSE(each.at("is_open").as_bool());
}

TEST_F(slack_interactivity, a_stack_has_three_modals_at_most) {
    open_modal();
    std::vector<std::string> words;
    for (int i = 0; i < 3; ++i) {
        say("lead", "acme", "/ops");
        words.push_back(word(
            call("views.push", with({{"trigger_id", text_value(arrivals.back().form("trigger_id"))},
                                     {"view", *json::parse(form)}}))));
    }
    EXPECT_EQ(words, (std::vector<std::string>{"ok", "ok", "push_limit_reached"}));
}

TEST_F(slack_interactivity, a_stale_hash_is_a_conflict) {
    const std::string id = open_modal();
    const std::string hash(text_of(view_state(id), "hash"));
    const auto update = [&] {
        return word(call("views.update", with({{"view_id", text_value(id)},
                                               {"hash", text_value(hash)},
                                               {"view", *json::parse(form)}})));
    };
    EXPECT_EQ(update(), "ok");
    EXPECT_EQ(update(), "hash_conflict");
    EXPECT_EQ(
        word(call("views.update", with({{"view_id", "V0NOTHING1"}, {"view", *json::parse(form)}}))),
        "not_found");
}

TEST_F(slack_interactivity, closing_is_told_if_the_view_asked_for_it) {
    open_modal();
    EXPECT_EQ(word(control("POST", "submit", with({{"user", "lead"}, {"close", true}}))), "ok");
    const object payload = arrivals.at(0).json();
    EXPECT_EQ(text_of(payload, "type"), "view_closed");
    EXPECT_FALSE(is_true(payload, "is_cleared"));
}

TEST_F(slack_interactivity, each_person_has_one_home_tab) {
    const value home = *json::parse(R"({"type":"home","blocks":[{"type":"divider"}]})");
    const object first = call("views.publish", with({{"user_id", "U0PM000001"}, {"view", home}}));
    const object second = call("views.publish", with({{"user_id", "U0PM000001"}, {"view", home}}));
    EXPECT_EQ(first.at("view").at("id"), second.at("view").at("id"));
    EXPECT_EQ(word(call("views.publish",
                        with({{"user_id", "U0PM000001"}, {"view", *json::parse(form)}}))),
              "invalid_arguments");
    EXPECT_EQ(word(call("views.publish", with({{"user_id", "U0NOBODY01"}, {"view", home}}))),
              "user_not_found");
}

} // namespace
} // namespace chatops::mocks
