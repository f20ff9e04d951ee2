// Rackspace's changes with crashes at every turn and faults at every request that has an effect.
#include "chatops/operations/rackspace/carry_out.hpp"
#include "tests/operations/rackspace_trials.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::crash_at_rackspace;
using support::play_on;
using support::rackspace_bench;
using support::refused_at_rackspace;
using support::trouble_at_rackspace;

const std::string create_server_line =
    "rackspace server create web-3 --flavor general1-2 --image \"Debian 12 (Bookworm) (Cloud)\" "
    "--key lead";
const std::string rebuild_server_line =
    "rackspace server rebuild web-1 \"Debian 12 (Bookworm) (Cloud)\"";

TEST(crashed_server, is_rebooted_once) { crash_at_rackspace({"rackspace server reboot web-1"}); }

TEST(crashed_server, is_switched_once) {
    crash_at_rackspace({"rackspace server stop web-1"}, 3);
    crash_at_rackspace({"rackspace server start old-1"}, 3);
}

TEST(crashed_server, is_made_once) { crash_at_rackspace({create_server_line}, 2); }

TEST(crashed_server, is_resized_once_and_kept_once) {
    crash_at_rackspace({"rackspace server resize web-1 general1-4"}, 3);
}

TEST(crashed_server, is_renamed_once) {
    crash_at_rackspace({"rackspace server rename web-1 web-old", "PUT", true});
}

TEST(crashed_server, is_copied_once) { crash_at_rackspace({"rackspace server snapshot web-1"}, 2); }

TEST(crashed_server, is_rebuilt_once) { crash_at_rackspace({rebuild_server_line}, 3); }

TEST(crashed_server, is_rescued_once) {
    crash_at_rackspace({"rackspace server rescue web-1 a-long-password"}, 3);
}

TEST(crashed_server, is_destroyed_once) {
    crash_at_rackspace({"rackspace server destroy web-1", "DELETE"}, 2);
}

TEST(crashed_key, is_added_and_removed_once) {
    crash_at_rackspace({"rackspace key add ada ssh-ed25519 "
                        "AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA "
                        "ada@laptop",
                        "POST", true},
                       2);
    crash_at_rackspace({"rackspace key remove lead", "DELETE", true}, 2);
}

// ---- trouble: the effect's request meets every fault

TEST(troubled_server, is_rebooted_once_and_that_is_found) {
    trouble_at_rackspace({"rackspace server reboot web-1"});
}

TEST(troubled_server, is_made_once_and_that_is_found) {
    trouble_at_rackspace({create_server_line});
}

TEST(troubled_server, is_resized_once_and_that_is_found) {
    trouble_at_rackspace({"rackspace server resize web-1 general1-4"});
}

TEST(troubled_server, is_copied_once_and_that_is_found) {
    trouble_at_rackspace({"rackspace server snapshot web-1"});
}

TEST(troubled_server, is_renamed_whatever_comes) {
    trouble_at_rackspace({"rackspace server rename web-1 web-old", "PUT", true});
}

TEST(troubled_server, is_destroyed_once_and_that_is_found) {
    trouble_at_rackspace({"rackspace server destroy web-1", "DELETE"});
    trouble_at_rackspace({"rackspace image destroy 'web-1 before relaunch'", "DELETE"});
}

TEST(troubled_server, whose_account_is_used_up_is_told_so) {
    refused_at_rackspace({"rackspace server reboot web-1"});
    refused_at_rackspace({"rackspace server stop web-1"});
    refused_at_rackspace({create_server_line});
    refused_at_rackspace({"rackspace server resize web-1 general1-4"});
    refused_at_rackspace({"rackspace server rename web-1 web-old", "PUT"});
    refused_at_rackspace({"rackspace server snapshot web-1"});
    refused_at_rackspace({"rackspace server destroy web-1", "DELETE"});
    refused_at_rackspace({"rackspace key remove lead", "DELETE"});
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
