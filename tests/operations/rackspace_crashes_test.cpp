// Rackspace's changes to servers with crashes at every turn.
#include "chatops/operations/rackspace/carry_out.hpp"
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::rackspace_bench;

const std::string create_server_line =
    "rackspace server create web-3 --flavor general1-2 --image \"Debian 12 (Bookworm) (Cloud)\" "
    "--key lead";
const std::string rebuild_server_line =
    "rackspace server rebuild web-1 \"Debian 12 (Bookworm) (Cloud)\"";

TEST(crashed_server, is_rebooted_once) {
    support::crash_at_every_turn<support::rackspace_trial>({"rackspace server reboot web-1"});
}

TEST(crashed_server, is_switched_once) {
    support::crash_at_every_turn<support::rackspace_trial>({"rackspace server stop web-1"}, 3);
    support::crash_at_every_turn<support::rackspace_trial>({"rackspace server start old-1"}, 3);
}

TEST(crashed_server, is_made_once) {
    support::crash_at_every_turn<support::rackspace_trial>({create_server_line}, 2);
}

TEST(crashed_server, is_resized_once_and_kept_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace server resize web-1 general1-4"}, 3);
}

TEST(crashed_server, is_renamed_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace server rename web-1 web-old", "PUT", true});
}

TEST(crashed_server, is_noted_whatever_comes) {
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace metadata set web-1 client=acme stage=live", "POST", true));
    support::crash_at_every_turn<support::rackspace_trial>(of_servers(
        "rackspace metadata remove web-1 client", "DELETE", true, detail::prepare_metadata));
}

TEST(crashed_server, is_copied_once) {
    support::crash_at_every_turn<support::rackspace_trial>({"rackspace server snapshot web-1"}, 2);
}

TEST(crashed_server, is_rebuilt_once) {
    support::crash_at_every_turn<support::rackspace_trial>({rebuild_server_line}, 3);
}

TEST(crashed_server, is_rescued_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace server rescue web-1 a-long-password"}, 3);
}

TEST(crashed_server, is_destroyed_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace server destroy web-1", "DELETE"}, 2);
}

TEST(crashed_server, is_given_back_or_kept_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server confirm web-1", "POST", false, detail::prepare_trial), 3);
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server revert web-1", "POST", false, detail::prepare_trial), 3);
}

TEST(crashed_server, is_locked_whatever_comes) {
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server lock web-1", "POST", true));
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server unlock web-1", "POST", true, detail::prepare_lock));
}

TEST(crashed_server, is_let_in_again_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server unrescue web-1", "POST", false, detail::prepare_rescue), 3);
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace server password web-1 a-long-password"), 3);
}

TEST(crashed_image, is_destroyed_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        of_servers("rackspace image destroy 'web-1 before relaunch'", "DELETE"), 2);
}

TEST(crashed_key, is_added_and_removed_once) {
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace key add ada " + some_other_key, "POST", true}, 2);
    support::crash_at_every_turn<support::rackspace_trial>(
        {"rackspace key remove lead", "DELETE", true}, 2);
}

TEST(troubled_server, that_a_person_leaves_is_told_as_unknown) {
    rackspace_bench at;
    at.trouble(support::at_servers("POST", R"("kind":"reset_before")"));
    const std::string line = "rackspace server reboot web-1";
    const support::played unsure = at.play(line);
    ASSERT_FALSE(unsure.asked.empty());
    at.answer(unsure.asked, "stop");
    EXPECT_EQ(at.play(line).text(),
              "nobody could tell whether 'reboot' happened, and it was left so");
    EXPECT_EQ(at.deeds().size(), 1u);
}

TEST(was_begun, knows_ours_from_others) {
    const time_point since{100s};
    const auto begun = [&](const char* id, const char* action, int started_s) {
        const std::vector<rackspace::instance_action> newest{
            {action, id, time_point(std::chrono::seconds(started_s)), std::nullopt},
            {"reboot", "req-before", time_point(101s), std::nullopt}};
        return was_begun(newest, "reboot", "req-before", since);
    };
    EXPECT_TRUE(begun("req-new", "reboot", 100)) << "Rackspace's clock shows whole seconds";
    EXPECT_FALSE(begun("req-new", "reboot", 99)) << "an earlier one";
    EXPECT_FALSE(begun("req-before", "reboot", 100)) << "it was there before";
    EXPECT_FALSE(begun("req-new", "resize", 100));
    EXPECT_FALSE(was_begun({}, "reboot", "", since));
}

} // namespace
} // namespace chatops::operations
