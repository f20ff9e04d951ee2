// Lantern's commands, told as stories; the status page answers as it does, without a network.
#include "../simulated.hpp"

#include <chatops/testing.hpp>

namespace lantern {
namespace {

using chatops::mocks::worlds::at_every_step;
using chatops::mocks::worlds::story;

TEST(StatusTell, SaysItOnThePage) {
    story told(simulated());
    told.lead.says("status tell db \"The database is slow\"");
    told.bot.answers("The status page says of db: The database is slow");
}

TEST(StatusShow, ShowsEveryoneWhatSomeMaySay) {
    story told(simulated());
    told.dev.says("status show");
    told.bot.answers("all is well");
    told.dev.says("status tell db \"The database is slow\"");
    told.bot.answers("Not allowed");
    told.pm.says("status tell db \"The database is slow\" --severity major");
    told.pm.says("status tell mail \"Mails are late\"");
    told.guest.says("status show");
    told.bot.answers("Not allowed");
    told.dev.says("status show");
    told.bot.answers("The status page has notices: 2");
    told.bot.answers("major");
    told.bot.answers("Mails are late");
}

TEST(StatusTell, TellsWhatIsWrongWithALine) {
    story told(simulated());
    told.lead.says("status tell db slow --severity mayor");
    told.bot.answers("major");
    EXPECT_EQ(story::provider(told, "status").requests("PUT", "/"), 0);
}

TEST(StatusTell, OffersTheNoticesThatThereAre) {
    story told(simulated());
    told.pm.says("status tell db \"The database is slow\"");
    told.pm.says("status tell mail \"Mails are late\"");
    told.pm.says("/ops status tell");
    told.pm.types("notice", "");
    EXPECT_EQ(told.pm.sees_offered("notice"), "db, mail");
    const auto typed =
        chatops::sim::complete(told.world.simulation(), "status tell d"); // In terminal and page.
    ASSERT_EQ(typed.items.size(), 1U);
    EXPECT_EQ(typed.items.front().text, "db");
    story refused(simulated("another-token"));
    EXPECT_TRUE(chatops::sim::complete(refused.world.simulation(), "status tell ").items.empty());
}

TEST(StatusTell, SaysWhatThePageRefuses) {
    story told(simulated("another-token"));
    told.lead.says("status tell db slow");
    told.bot.answers("status refused: Who are you?");
}

TEST(StatusTell, AsksAgainWhereTheAnswerWasLost) {
    story told(simulated());
    const story::provider status(told, "status");
    status.fails("PUT /notices/*", "reset_after");
    told.lead.says("status tell db slow");
    told.bot.answers("The status page says of db: slow");
    EXPECT_EQ(status.requests("PUT", "/notices/db"), 2);
}

TEST(StatusTell, IsDoneOnceWheneverTheBotIsKilled) {
    at_every_step(simulated(), [](story& told) {
        told.lead.says("status tell db \"The database is slow\"");
        told.bot.answers("The status page says of db: The database is slow");
        EXPECT_EQ(boost::json::serialize(story::provider(told, "status").state()),
                  R"({"notices":[{"id":"db","severity":"minor","text":"The database is slow"}]})");
    });
}

} // namespace
} // namespace lantern
