// A table fits the room there is; nothing of it is lost.
#include "chatops/chat/table_text.hpp"
#include "chatops/core/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops {
namespace {

std::string joined(const table_text& table) {
    std::string text = table.headings;
    for (const std::string& row : table.rows) {
        if (!text.empty()) text += '\n';
        text += row;
    }
    return text;
}

const table_part dynos{{"dyno", "state", "restarts", "since"},
                       {{"web.1", "up", "0", "2 hours ago"},
                        {"worker.12", "crashed", "1,204", "less than a minute ago"}}};

TEST(lay_out, aligns_columns_and_sets_figures_flush_right) {
    EXPECT_EQ(joined(lay_out(dynos, 80)), R"(dyno       state    restarts  since
---------  -------  --------  ----------------------
web.1      up              0  2 hours ago
worker.12  crashed     1,204  less than a minute ago)");
}

TEST(lay_out, continues_a_cell_on_its_next_line_where_room_is_short) {
    EXPECT_EQ(joined(lay_out(dynos, 44)), R"(dyno       state    restarts  since
---------  -------  --------  --------------
web.1      up              0  2 hours ago
worker.12  crashed     1,204  less than a
                              minute ago)");
}

TEST(lay_out, lists_each_row_where_columns_have_no_room_at_all) {
    const table_text table = lay_out(dynos, 20);
    EXPECT_EQ(table.headings, "");
    EXPECT_EQ(table.rows[1], "dyno: worker.12\n"
                             "state: crashed\n"
                             "restarts: 1,204\n"
                             "since: less than a\n"
                             "minute ago");
}

TEST(lay_out, never_exceeds_its_room_and_never_loses_a_character) {
    const table_part table{{"name", "value"},
                           {{"a", std::string(200, 'x')}, {"日本語", "words and 日本 words"}}};
    for (std::size_t columns = 1; columns < 60; ++columns) {
        const std::string text = joined(lay_out(table, columns));
        EXPECT_EQ(std::count(text.begin(), text.end(), 'x'), 200) << columns;
        if (columns < 2) continue; // A wide character has no room in one column.
        for (const std::string& line : wrapped(text, 0))
            EXPECT_LE(columns_of(line), columns) << line;
    }
}

TEST(lay_out, takes_control_characters_out_of_cells) {
    const table_part table{{"a"}, {{"one\ttwo\x1b[31m\nthree\n"}}};
    EXPECT_EQ(joined(lay_out(table, 80)), "a\n"
                                          "-----------\n"
                                          "one two[31m\n"
                                          "three");
}

TEST(lay_out, of_a_table_without_rows_is_its_headings) {
    EXPECT_EQ(joined(lay_out(table_part{{"dyno", "state"}, {}}, 80)), "dyno  state\n"
                                                                      "----  -----");
}

TEST(lay_out, of_changes_aligns_names_and_arrows) {
    const change_part change{{{"web", "1", "3"}, {"worker", "10", "0"}}};
    const std::vector<std::string> expected{"web     1  → 3", "worker  10 → 0"};
    EXPECT_EQ(lay_out(change), expected);
    EXPECT_EQ(lay_out(change_part{{{"", "v41", "v42"}}}), std::vector<std::string>{"v41 → v42"});
}

TEST(wrapped, breaks_at_spaces_and_only_then_inside_words) {
    const std::vector<std::string> expected{"one two", "three", "abcdefg", "hij"};
    EXPECT_EQ(wrapped("one two three\nabcdefghij", 7), expected);
    EXPECT_EQ(wrapped("exactly it", 7), (std::vector<std::string>{"exactly", "it"}));
    EXPECT_EQ(wrapped("", 7), std::vector<std::string>{""});
    EXPECT_EQ(wrapped("a\n\nb", 0), (std::vector<std::string>{"a", "", "b"}));
}

} // namespace
} // namespace chatops
