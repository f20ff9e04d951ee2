// Block Kit's JSON, written straight into a text, is JSON.
#include "chatops/core/json.hpp"
#include "chatops/slack/block_writer.hpp"
#include "chatops/slack/json_body.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

TEST(append_quoted, writes_what_a_parser_reads_back) {
    std::string every;
    for (int code = 1; code < 128; ++code) every += static_cast<char>(code);
    every += "ü€😀";
    std::string text;
    append_quoted(text, every);
    EXPECT_EQ(json::parse(text).value().as_string(), boost::json::string_view(every));
    text.clear();
    append_quoted(text, "a\"b\\c\n\t\x01");
    EXPECT_EQ(text, R"("a\"b\\c\n\t\u0001")");
}

TEST(block_writer, writes_each_block) {
    block_writer blocks;
    blocks.header("h");
    blocks.section(block_writer::text_type::marked, "*m*");
    blocks.context("c");
    blocks.begin_fields();
    blocks.field("1");
    blocks.field("2");
    blocks.end_fields();
    blocks.begin_buttons();
    blocks.button("q:a", "A", "r", "primary");
    blocks.button("q:b", "B", "r", "");
    blocks.end_buttons();
    EXPECT_EQ(blocks.count(), 5u);
    EXPECT_EQ(blocks.finish(),
              R"([{"type":"header","text":{"type":"plain_text","text":"h","emoji":false}},)"
              R"({"type":"section","text":{"type":"mrkdwn","text":"*m*","verbatim":true}},)"
              R"({"type":"context","elements":[{"type":"plain_text","text":"c","emoji":false}]},)"
              R"({"type":"section","fields":[{"type":"mrkdwn","text":"1","verbatim":true},)"
              R"({"type":"mrkdwn","text":"2","verbatim":true}]},)"
              R"({"type":"actions","elements":[{"type":"button","action_id":"q:a",)"
              R"("text":{"type":"plain_text","text":"A","emoji":false},"value":"r",)"
              R"("style":"primary"},{"type":"button","action_id":"q:b",)"
              R"("text":{"type":"plain_text","text":"B","emoji":false},"value":"r"}]}])");
    EXPECT_EQ(block_writer().finish(), "[]");
}

TEST(json_body, leaves_out_what_is_empty_where_asked_to) {
    json_body body;
    body.text("a", "1").text_if_any("b", "").text_if_any("c", "3").json("d", "[]").flag("e", false);
    EXPECT_EQ(body.finish(), R"({"a":"1","c":"3","d":[],"e":false})");
}

} // namespace
} // namespace chatops::slack
