// A reply as JSON for programs, and back without loss.
#include "chatops/chat/json_form.hpp"
#include "chatops/core/json.hpp"
#include "tests/support/slack_replies.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops {
namespace {

using support::hostile_reply;
using support::one_of_everything;

TEST(json_form, shows_one_of_everything) {
    reply what = one_of_everything();
    EXPECT_EQ(
        json::text(json_form(what)),
        R"({"tone":"good","title":"Scaled acme-production","parts":[)"
        R"({"kind":"text","text":"Two dynos more. See https://status.heroku.com/?a=1&b=2."},)"
        R"({"kind":"fields","fields":[{"name":"app","value":"acme-production"},)"
        R"({"name":"schedule","value":"*/5 * * * *"}]},)"
        R"({"kind":"table","headings":["dyno","state"],)"
        R"("rows":[["web.1","up"],["web.2","starting"]]},)"
        R"({"kind":"change","lines":[{"name":"web","before":"1","after":"3"}]},)"
        R"({"kind":"chart","courses":[{"name":"web","points":[1,1,2,3]}],"unit":"dynos",)"
        R"("begins":"14:00","ends":"now"},)"
        R"({"kind":"code","text":"2026-11-22 web.1 | GET /\n"},)"
        R"({"kind":"file","text":"started\nready\n","name":"acme.log"}],)"
        R"("buttons":[{"question":"confirm","choice":"yes","label":"Confirm","style":"danger"},)"
        R"({"question":"confirm","choice":"no","label":"Cancel","style":"plain"}]})");
}

TEST(json_form, comes_back_as_the_same_reply) {
    const reply replies[] = {reply::neutral(""), one_of_everything()};
    for (const reply& each : replies) {
        const auto written = json_form(each);
        const auto read = read_json_form(json::parse(json::text(written)).value());
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(json_form(*read), written);
    }
}

TEST(json_form, is_json_whatever_a_provider_sent) {
    const std::string text = json::text(json_form(hostile_reply()));
    ASSERT_TRUE(json::parse(text));
    EXPECT_TRUE(read_json_form(*json::parse(text)));
}

TEST(read_json_form, refuses_what_is_no_reply) {
    const auto code = [](std::string_view text) {
        const auto read = read_json_form(json::parse(text).value());
        return read ? std::string("fine") : read.error().code;
    };
    EXPECT_EQ(code(R"({"tone":"good","title":"x","parts":[],"buttons":[]})"), "fine");
    EXPECT_EQ(code(R"({"tone":"loud","title":"x","parts":[],"buttons":[]})"), "json_unknown_name");
    EXPECT_EQ(code(R"({"tone":"good","parts":[],"buttons":[]})"), "json_missing");
    EXPECT_EQ(code(R"({"tone":"good","title":"","parts":[{"kind":"table"}],"buttons":[]})"),
              "reply_malformed");
    // A row that is shorter than the headings would be a programmer's error further on.
    EXPECT_EQ(code(R"({"tone":"good","title":"","buttons":[],)"
                   R"("parts":[{"kind":"table","headings":["a","b"],"rows":[["1"]]}]})"),
              "reply_malformed");
    EXPECT_EQ(code("[]"), "json_wrong_type");
}

} // namespace
} // namespace chatops
