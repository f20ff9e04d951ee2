// A chart is read in a glance, on a phone: what was highest, what is now, where nothing is known.
#include "chatops/chat/chart_text.hpp"
#include "chatops/core/utf8.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace chatops {
namespace {

using points = std::vector<std::optional<double>>;

std::string drawn(const chart_part& chart, std::size_t columns = 44) {
    std::string text;
    for (const std::string& each : lay_out(chart, columns)) text += each + '\n';
    return text;
}

chart_part loads() {
    return {{{"acme-web-1", {3, 12, 31, 97, 64, 45.25}}, {"acme-db-1", {8, 8, {}, {}, 9, 8}}},
            "%",
            "14:00",
            "now"};
}

TEST(chart_text, shows_all_courses_on_one_scale) {
    EXPECT_EQ(drawn(loads()), "acme-web-1  ▁▁▃█▆▄  45.3\n"
                              "acme-db-1   ▁▁  ▁▁  8\n"
                              "0 to 97 %, 14:00 to now\n");
}

TEST(chart_text, puts_the_name_above_where_there_is_no_room_beside_it) {
    EXPECT_EQ(drawn(loads(), 20), "acme-web-1\n"
                                  "▁▁▃█▆▄  45.3\n"
                                  "acme-db-1\n"
                                  "▁▁  ▁▁  8\n"
                                  "0 to 97 %, 14:00 to\n"
                                  "now\n");
}

TEST(chart_text, keeps_a_peak_when_there_are_more_points_than_columns) {
    chart_part chart{{{"", points(1'000, 1.0)}}, "ms", "", ""};
    chart.courses[0].points[503] = 900;
    EXPECT_EQ(drawn(chart, 13), "▁▁▁▁▁█▁▁▁▁  1\n"
                                "0 to 900 ms\n");
}

TEST(chart_text, begins_below_zero_only_when_there_is_something) {
    EXPECT_EQ(drawn({{{"drift", {-4, 0, 4}}}, "s", "", ""}), "drift  ▁▅█  4\n-4 to 4 s\n");
    EXPECT_EQ(drawn({{{"", {5, 5, 5}}}, "", "", ""}), "███  5\n0 to 5\n");
    EXPECT_EQ(drawn({{{"", {0, 0}}}, "", "", ""}), "▁▁  0\n0 to 0\n");
}

TEST(chart_text, says_when_there_is_nothing_to_show) {
    EXPECT_EQ(drawn({{{"web", {{}, {}}}}, "%", "14:00", "now"}), "web      –\n"
                                                                 "no values, 14:00 to now\n");
    EXPECT_EQ(drawn({{{"web", {}}}, "%", "", ""}), "web    –\nno values\n");
    EXPECT_EQ(drawn({}), "no values\n");
}

TEST(chart_text, is_not_disturbed_by_what_is_no_number_or_no_end) {
    const double infinite = std::numeric_limits<double>::infinity();
    const double most = std::numeric_limits<double>::max();
    EXPECT_EQ(drawn({{{"", {std::nan(""), infinite, 1, -infinite}}}, "", "", ""}),
              "  █   1\n0 to 1\n");
    EXPECT_EQ(drawn({{{"", {-most, 0, most}}}, "", "", ""}),
              "▁▅█  over 10^15\nbelow -10^15 to over 10^15\n");
}

TEST(chart_text, fits_every_width) {
    for (std::size_t columns = 1; columns < 60; ++columns)
        for (const std::string& line : lay_out(loads(), columns))
            EXPECT_LE(columns_of(line), std::max<std::size_t>(columns, 7)) << line;
}

TEST(short_number, has_three_figures) {
    EXPECT_EQ(short_number(0), "0");
    EXPECT_EQ(short_number(0.066), "0.07");
    EXPECT_EQ(short_number(-0.001), "0");
    EXPECT_EQ(short_number(9.999), "10");
    EXPECT_EQ(short_number(45.25), "45.3");
    EXPECT_EQ(short_number(-45.0), "-45");
    EXPECT_EQ(short_number(1'023.6), "1,024");
    EXPECT_EQ(short_number(12'345'678), "12,345,678");
    EXPECT_EQ(short_number(std::nan("")), "–");
}

} // namespace
} // namespace chatops
