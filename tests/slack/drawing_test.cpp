// Parts are fitted into the room there is; what is left out is counted.
#include "chatops/core/json.hpp"
#include "chatops/slack/drawing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::slack {
namespace {

std::string shown(const drawing& what, const room& within) {
    block_writer blocks;
    show(what, within, blocks);
    return blocks.finish();
}

std::string code_of(const std::string& inside) {
    return R"({"type":"section","text":{"type":"mrkdwn","text":"```\n)" + inside +
           R"(\n```","verbatim":true}})";
}

std::string note_of(const std::string& text) {
    return R"({"type":"context","elements":[{"type":"plain_text","text":")" + text +
           R"(","emoji":false}]})";
}

code_part lines(int count) {
    code_part code;
    for (int i = 1; i <= count; ++i) code.text += "line " + std::to_string(i) + "\n";
    return code;
}

TEST(show, gives_all_where_there_is_room) {
    const drawing what = draw(lines(3));
    EXPECT_EQ(needed(what).blocks, 1u);
    EXPECT_EQ(shown(what, needed(what)), "[" + code_of(R"(line 1\nline 2\nline 3)") + "]");
}

TEST(show, leaves_out_the_beginning_of_a_log_and_says_so) {
    const drawing what = draw(lines(100));
    EXPECT_EQ(shown(what, {320, 2}),
              "[" + note_of("… 95 earlier lines are not shown") + "," +
                  code_of(R"(line 96\nline 97\nline 98\nline 99\nline 100)") + "]");
    EXPECT_EQ(shown(what, {10, 1}), "[" + note_of("… 100 earlier lines are not shown") + "]");
}

TEST(show, leaves_out_the_end_of_a_table_and_says_so) {
    table_part table{{"n"}, {}};
    for (int i = 1; i <= 1'500; ++i) table.rows.push_back({std::to_string(i)});
    EXPECT_EQ(shown(draw(table), {310, 2}), "[" + code_of(R"(   n\n----\n   1\n   2\n   3\n   4)") +
                                                "," + note_of("… 1,496 more rows are not shown") +
                                                "]");
}

TEST(show, counts_characters_where_a_line_had_to_be_cut_apart) {
    const drawing what = draw(code_part{std::string(7'000, 'x')});
    EXPECT_EQ(needed(what).blocks, 3u);
    const std::string text = shown(what, {5'000, 2});
    EXPECT_EQ(text.find(note_of("… 5,984 earlier characters are not shown")), 1u) << text;
    EXPECT_EQ(shown(draw(code_part{"x"}), {10, 1}),
              "[" + note_of("… 1 earlier line is not shown") + "]");
}

TEST(show, repeats_the_headings_in_each_block) {
    table_part table{{"name", "what"}, {}};
    for (int i = 0; i < 200; ++i)
        table.rows.push_back({"app-" + std::to_string(i), std::string(30, 'x')});
    const drawing what = draw(table);
    const std::string text = shown(what, needed(what));
    std::size_t headings = 0;
    for (std::size_t at = text.find("name "); at != std::string::npos;
         at = text.find("name ", at + 1))
        ++headings;
    EXPECT_EQ(headings, needed(what).blocks);
    EXPECT_GT(headings, 1u);
}

TEST(show, puts_ten_fields_into_a_section) {
    fields_part fields;
    for (int i = 0; i < 23; ++i) fields.fields.emplace_back("n" + std::to_string(i), "v");
    EXPECT_EQ(needed(draw(fields)).blocks, 3u);
    const auto few = json::parse(shown(draw(fields), {100'000, 2})).value();
    EXPECT_EQ(few.at(0).at("fields").as_array().size(), 10u);
    EXPECT_EQ(few.at(1).at("elements").at(0).at("text"), "… 13 more fields are not shown");
}

TEST(draw, makes_addresses_tappable_and_nothing_else) {
    const auto text = [](const std::string& given) {
        const drawing what = draw(text_part{given});
        return std::string(what.looks == drawing::kind::marked ? "marked: " : "plain: ") +
               std::string(what.item(0));
    };
    EXPECT_EQ(text("no *address* <@U1>"), "plain: no *address* &lt;@U1&gt;");
    EXPECT_EQ(text("(see https://acme.com/a?b=1&c=2)."),
              "marked: (see <https://acme.com/a?b=1&amp;c=2>).");
    EXPECT_EQ(text("<https://acme.com>, http://x.y"),
              "marked: &lt;<https://acme.com>&gt;, <http://x.y>");
    EXPECT_EQ(text("https://a|label>"), "marked: <https://a>|label&gt;");
    EXPECT_EQ(text("https://"), "marked: <https://>");
    EXPECT_EQ(text("https://" + std::string(4'000, 'x')),
              "plain: https://" + std::string(2'992, 'x'));
}

TEST(draw, shows_code_where_backticks_come_in_pairs) {
    const auto text = [](const std::string& given) {
        const drawing what = draw(text_part{given});
        return std::string(what.looks == drawing::kind::marked ? "marked: " : "plain: ") +
               std::string(what.item(0));
    };
    EXPECT_EQ(text("Type `help` or `heroku ps`."), "marked: Type `help` or `heroku ps`.");
    EXPECT_EQ(text("only `*-staging` & <you>"), "marked: only `*-staging` &amp; &lt;you&gt;");
    EXPECT_EQ(text("`a` and *b*"), "marked: `a` and *\xe2\x80\x8b"
                                   "b*\xe2\x80\x8b");
    EXPECT_EQ(text("`a` and ` alone"), "plain: `a` and ` alone");
    EXPECT_EQ(text("``"), "plain: ``");
    EXPECT_EQ(text("```a```"), "plain: ```a```");
    EXPECT_EQ(text("`a\nb`"), "plain: `a");
    EXPECT_EQ(text("> `a`"), "plain: &gt; `a`") << "no quotation";
    EXPECT_EQ(text("`https://acme.com`"), "marked: `https://acme.com`") << "code is no link";
}

TEST(draw, shows_values_exactly) {
    const auto value = [](const std::string& given) {
        const drawing what = draw(fields_part{{{"n", given}}});
        return std::string(what.item(0)).substr(4);
    };
    EXPECT_EQ(value("eu"), "eu");
    EXPECT_EQ(value("* * * * *"), "`* * * * *`");
    EXPECT_EQ(value("snake_case"), "`snake_case`");
    EXPECT_EQ(value("a`b_c"), "a`\xe2\x80\x8b"
                              "b_\xe2\x80\x8b"
                              "c");
    EXPECT_LE(value(std::string(5'000, '*')).size(), 1'996u);
    EXPECT_NE(value(std::string(5'000, 'x')).find("more characters)"), std::string::npos);
}

TEST(draw, lets_no_text_end_its_block) {
    for (const std::string text : {"```", "a ``` b", "``````", "`` ```` ``"}) {
        const drawing what = draw(code_part{text});
        EXPECT_EQ(what.text.find("```"), std::string::npos) << text;
    }
}

TEST(divided, gives_the_small_ones_all_they_need) {
    using sizes = std::vector<std::size_t>;
    EXPECT_EQ(divided(100, {10, 500, 20, 500}), (sizes{10, 35, 20, 35}));
    EXPECT_EQ(divided(100, {10, 20}), (sizes{10, 20}));
    EXPECT_EQ(divided(10, {100, 100, 100}), (sizes{3, 3, 4}));
    EXPECT_EQ(divided(10, {}), sizes{});
}

TEST(shortened, says_how_much_is_missing) {
    EXPECT_EQ(shortened("short & good", 50), "short &amp; good");
    const std::string text = shortened(std::string(100, 'x'), 60);
    EXPECT_EQ(text, std::string(20, 'x') + "… (80 more characters)");
    EXPECT_EQ(figure(1'234'567), "1,234,567");
    EXPECT_EQ(figure(999), "999");
}

} // namespace
} // namespace chatops::slack
