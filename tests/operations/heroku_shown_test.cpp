#include "chatops/operations/heroku/shown.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;

TEST(heroku_shown, an_age_has_one_unit) {
    EXPECT_EQ(age_text(0s), "0 s");
    EXPECT_EQ(age_text(59'999ms), "59 s");
    EXPECT_EQ(age_text(60s), "1 min");
    EXPECT_EQ(age_text(59min), "59 min");
    EXPECT_EQ(age_text(60min), "1 h");
    EXPECT_EQ(age_text(47h), "47 h");
    EXPECT_EQ(age_text(48h), "2 d");
    EXPECT_EQ(age_text(400 * 24h), "400 d");
    EXPECT_EQ(age_text(-5s), "0 s") << "the provider's clock is ahead";
}

TEST(heroku_shown, counts_what_there_are_several_of) {
    EXPECT_EQ(counted(1, "dyno"), "1 dyno");
    EXPECT_EQ(counted(0, "dyno"), "0 dynos");
    EXPECT_EQ(counted(2, "alert policy"), "2 alert policies");
    EXPECT_EQ(counted(2, "day"), "2 days");
    EXPECT_EQ(counted(2, "saved search"), "2 saved searches");
    EXPECT_EQ(counted(2, "address"), "2 addresses");
    EXPECT_EQ(counted(2, "SSH key"), "2 SSH keys");
}

TEST(heroku_shown, a_table_of_dynos_fits_a_phone) {
    heroku::dyno one;
    one.name = "worker.10";
    one.state = "crashed";
    one.size = "Standard-1X";
    one.release.version = 12;
    const table_part table = dyno_table({one}, one.updated_at + 12min);
    EXPECT_EQ(table.rows.front(),
              (std::vector<std::string>{"worker.10", "crashed", "12 min", "Standard-1X", "v12"}));
}

} // namespace
} // namespace chatops::operations
