// A command that destroys and shows nothing of its own: it is asked about in general words.
#include "chatops/chatops.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

int fields_mown = 0;

struct mow {
    static constexpr command_info info{
        .name = "field mow", .help = "Mow a field", .effect = effect::destroy};

    argument<"field", "which one"> field;

    asio::awaitable<reply> run(context&) const {
        ++fields_mown;
        co_return reply::good(*field + " is mown");
    }
};

class own_destroy : public testing::Test {
  public:
    own_destroy() { fields_mown = 0; }

    const catalogue commands{entries_of<mow>()};
    mocks::worlds::story told{commands};
};

TEST_F(own_destroy, is_not_done_before_its_asker_says_yes) {
    told.lead.says("field mow north");
    told.bot.answers("Confirm field mow");
    told.bot.answers("Mow a field.");
    told.dev.clicks("Confirm");
    EXPECT_EQ(fields_mown, 0) << "somebody else's yes";
    told.lead.clicks("Confirm");
    EXPECT_EQ(fields_mown, 1);
}

TEST_F(own_destroy, is_not_done_after_a_no_or_after_too_long) {
    told.lead.says("field mow north");
    told.lead.clicks("Cancel");
    told.bot.answers("nothing was changed");
    told.lead.says("field mow south");
    told.world.simulation().wait(std::chrono::minutes(11));
    told.bot.answers("Not confirmed in time");
    EXPECT_EQ(fields_mown, 0);
}

} // namespace
} // namespace chatops
