// Forms as modals: what Slack is sent, within its limits, and what it is answered.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/modal.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

form_field field(std::string name, form_field::input how, bool required = false) {
    form_field made;
    made.name = std::move(name);
    made.label = "The " + made.name;
    made.how = how;
    made.required = required;
    return made;
}

input_form sample() {
    input_form made;
    made.title = "heroku scale";
    made.intro = "Run more or fewer dynos.";
    made.submit = "Run";
    made.fields.push_back(field("app", form_field::input::text, true));
    made.fields.back().hint = "Name of an application";
    made.fields.back().values = {"acme"};
    made.origin = {"heroku scale", "d1ge57", {"C0ACME", "acme", "1.2"}, secret("https://hush")};
    return made;
}

boost::json::value view_of(const input_form& what) { return *json::parse(modal_view(what)); }
boost::json::value block_of(const input_form& what, std::size_t which) {
    return view_of(what).at("blocks").at(which);
}

TEST(modal, has_an_input_for_each_field) {
    const boost::json::value view = view_of(sample());
    EXPECT_EQ(view.at("type").as_string(), "modal");
    EXPECT_EQ(view.at("callback_id").as_string(), "chatops_form");
    EXPECT_EQ(view.at("title").at("text").as_string(), "heroku scale");
    EXPECT_EQ(json::text(view.at("blocks").at(1)),
              R"({"type":"input","block_id":"app","optional":false,)"
              R"("label":{"type":"plain_text","text":"The app","emoji":false},)"
              R"("hint":{"type":"plain_text","text":"Name of an application","emoji":false},)"
              R"("element":{"type":"plain_text_input","action_id":"app","multiline":false,)"
              R"("max_length":3000,"initial_value":"acme"}})");
}

TEST(modal, shows_each_kind_of_input) {
    input_form what = sample();
    what.intro.clear();
    what.fields = {
        field("lines", form_field::input::number), field("size", form_field::input::choice),
        field("kinds", form_field::input::choices), field("names", form_field::input::texts)};
    what.fields[1].choices = {{"small", "Small", "one"}, {"large", "Large", {}}};
    what.fields[1].values = {"large"};
    what.fields[2].choices = what.fields[1].choices;
    what.fields[2].values = {"small", "large"};
    what.fields[3].values = {"web=3", "worker=2"};
    EXPECT_EQ(block_of(what, 0).at("element").at("type").as_string(), "number_input");
    EXPECT_FALSE(block_of(what, 0).at("element").at("is_decimal_allowed").as_bool());
    const boost::json::value one = block_of(what, 1).at("element");
    EXPECT_EQ(one.at("type").as_string(), "static_select");
    EXPECT_EQ(one.at("initial_option").at("value").as_string(), "large");
    EXPECT_EQ(one.at("options").at(0).at("description").at("text").as_string(), "one");
    EXPECT_EQ(block_of(what, 2).at("element").at("initial_options").as_array().size(), 2u);
    const boost::json::value several = block_of(what, 3).at("element");
    EXPECT_TRUE(several.at("multiline").as_bool());
    EXPECT_EQ(several.at("initial_value").as_string(), "web=3\nworker=2");
}

TEST(modal, asks_for_the_options_of_what_is_looked_up) {
    input_form what = sample();
    what.intro.clear();
    what.fields = {field("app", form_field::input::looked_up, true),
                   field("tags", form_field::input::several_looked_up)};
    what.fields[0].values = {"acme"};
    what.fields[1].values = {"web", std::string(limits::slack_option_bytes + 1, 'x')};
    EXPECT_EQ(json::text(block_of(what, 0).at("element")),
              R"({"type":"external_select","action_id":"app","min_query_length":0,)"
              R"("initial_option":{"text":{"type":"plain_text","text":"acme","emoji":false},)"
              R"("value":"acme"}})");
    const boost::json::value several = block_of(what, 1).at("element");
    EXPECT_EQ(several.at("type").as_string(), "multi_external_select");
    EXPECT_EQ(several.at("initial_options").as_array().size(), 1u) << "what fits";
}

TEST(modal, lets_people_and_channels_be_chosen_as_slack_has_them) {
    input_form what = sample();
    what.intro.clear();
    what.fields = {field("who", form_field::input::person),
                   field("where", form_field::input::channel)};
    EXPECT_EQ(json::text(block_of(what, 0).at("element")),
              R"({"type":"users_select","action_id":"who"})");
    EXPECT_EQ(json::text(block_of(what, 1).at("element")),
              R"({"type":"conversations_select","action_id":"where",)"
              R"("filter":{"include":["public","private"]}})");
}

TEST(modal, has_choices_under_their_groups) {
    input_form what = sample();
    what.fields = {field("command", form_field::input::choice)};
    what.fields[0].choices = {{"ps acme", "ps acme", "Show", "Look at acme"},
                              {"logs acme", "logs acme", {}, "Look at acme"},
                              {"stop acme", "stop acme", {}, "Change acme"}};
    what.fields[0].values = {"stop acme"};
    const boost::json::value element = block_of(what, 1).at("element");
    EXPECT_FALSE(element.as_object().contains("options"));
    const auto& groups = element.at("option_groups").as_array();
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(json::text(groups[0].at("label")),
              R"({"type":"plain_text","text":"Look at acme","emoji":false})");
    EXPECT_EQ(groups[0].at("options").as_array().size(), 2u);
    EXPECT_EQ(groups[1].at("options").at(0).at("value").as_string(), "stop acme");
    EXPECT_EQ(element.at("initial_option").at("value").as_string(), "stop acme");
}

TEST(modal, offers_more_than_a_hundred_in_groups_of_as_many_at_most) {
    input_form what = sample();
    what.fields = {field("command", form_field::input::choice)};
    for (std::size_t i = 0; i < 3 * limits::slack_options; ++i)
        what.fields[0].choices.push_back(
            {std::to_string(i), std::to_string(i), {}, std::to_string(i / limits::slack_options)});
    const boost::json::value element = block_of(what, 1).at("element");
    ASSERT_EQ(element.at("option_groups").as_array().size(), 3u);
    for (form_choice& each : what.fields[0].choices) each.group = "one";
    EXPECT_EQ(block_of(what, 1).at("element").at("type").as_string(), "plain_text_input")
        << "what Slack does not take is typed";
}

TEST(modal, offers_at_most_what_slack_takes) {
    std::vector<form_choice> offered;
    for (std::size_t i = 0; i < limits::slack_options + 5; ++i)
        offered.push_back({std::to_string(i), std::to_string(i), {}});
    offered[3].value = std::string(limits::slack_option_bytes + 1, 'x');
    const auto body = *json::parse(suggestion_answer(offered));
    EXPECT_EQ(body.at("options").as_array().size(), limits::slack_options);
    EXPECT_EQ(body.at("options").at(3).at("value").as_string(), "4") << "what is too long is not";
    EXPECT_EQ(suggestion_answer({}), R"({"options":[]})");
}

TEST(modal, puts_ten_flags_into_a_block) {
    input_form what = sample();
    for (int i = 0; i < 11; ++i)
        what.fields.push_back(field("flag" + std::to_string(i), form_field::input::flag));
    what.fields.back().values = {"yes"};
    const boost::json::value view = view_of(what);
    ASSERT_EQ(view.at("blocks").as_array().size(), 4u);
    EXPECT_EQ(block_of(what, 2).at("element").at("options").as_array().size(), 10u);
    EXPECT_EQ(block_of(what, 2).at("block_id").as_string(), "-flags0");
    EXPECT_FALSE(block_of(what, 2).at("element").as_object().contains("initial_options"));
    EXPECT_EQ(block_of(what, 3).at("element").at("initial_options").at(0).at("value").as_string(),
              "flag10");
}

TEST(modal, stays_within_slacks_limits) {
    input_form what = sample();
    what.title = "digitalocean droplet & snapshot copies";
    what.fields.push_back(field("size", form_field::input::choice));
    what.fields.back().choices = {{std::string(76, 'x'), "too long to be chosen", {}}};
    what.fields.front().values = {std::string(3'001, 'a')};
    what.origin.response_url = secret("https://" + std::string(3'000, 'u'));
    const boost::json::value view = view_of(what);
    EXPECT_EQ(view.at("title").at("text").as_string(), "digitalocean droplet …");
    EXPECT_EQ(view.at("blocks").at(2).at("element").at("type").as_string(), "plain_text_input")
        << "what cannot be chosen is typed";
    EXPECT_FALSE(view.at("blocks").at(1).at("element").as_object().contains("initial_value"));
    EXPECT_LE(view.at("private_metadata").as_string().size(), limits::slack_view_metadata_bytes);
}

TEST(modal, no_text_in_it_can_mention_or_link) {
    input_form what = sample();
    what.intro = "<!channel> & <@U1>";
    EXPECT_EQ(block_of(what, 0).at("text").at("text").as_string(),
              "&lt;!channel&gt; &amp; &lt;@U1&gt;");
}

TEST(modal, carries_its_origin) {
    form_origin read;
    const boost::json::value view = view_of(sample());
    ASSERT_TRUE(read_origin(std::string_view(view.at("private_metadata").as_string()), read));
    EXPECT_EQ(read.command, "heroku scale");
    EXPECT_EQ(read.declaration, "d1ge57");
    EXPECT_EQ(read.where.channel, "C0ACME");
    EXPECT_EQ(read.where.channel_name, "acme");
    EXPECT_EQ(read.where.thread, "1.2");
    EXPECT_EQ(read.response_url.reveal(), "https://hush");
    EXPECT_FALSE(read_origin("", read));
    EXPECT_FALSE(read_origin("{\"command\":1}", read));
    EXPECT_FALSE(read_origin(std::string(4'000, ' '), read));
}

TEST(modal, an_answer_names_mistakes_by_field) {
    EXPECT_EQ(submission_answer(form_taken{}), "");
    const std::vector<form_mistake> wrong{
        {"app", "No \"such\" app \xff."}, {"app", "A second one."}, {"size", "Too large."}};
    EXPECT_EQ(submission_answer(wrong),
              "{\"response_action\":\"errors\",\"errors\":{\"app\":\"No \\\"such\\\" app "
              "\xef\xbf\xbd.\",\"size\":\"Too large.\"}}");
    const auto next = json::parse(submission_answer(sample()));
    EXPECT_EQ(next->at("response_action").as_string(), "update");
    EXPECT_EQ(next->at("view").at("title").at("text").as_string(), "heroku scale");
}

} // namespace
} // namespace chatops::slack
