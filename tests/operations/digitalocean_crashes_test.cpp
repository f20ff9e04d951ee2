// DigitalOcean's changes with crashes at every turn and faults at every request that has an effect.
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using support::deed;
using support::digitalocean_trial;

void crash(const deed& what, int stride = 1) {
    support::crash_at_every_turn<digitalocean_trial>(what, stride);
}
void trouble(const deed& what) { support::meet_every_trouble<digitalocean_trial>(what); }

const std::string create_line =
    "do droplet create web-3 --size s-1vcpu-2gb --image ubuntu-24-04-x64 --region fra1";

TEST(crashed_droplet, is_rebooted_once) { crash({"do droplet reboot web-1"}); }

TEST(crashed_droplet, is_switched_off_once) {
    crash({"do droplet power web-1 off"});
    crash({"do droplet shutdown web-1"});
}

TEST(crashed_droplet, is_renamed_once) { crash({"do droplet rename web-1 web-old"}); }

TEST(crashed_droplet, is_copied_once) { crash({"do droplet snapshot web-1"}); }

TEST(crashed_droplet, is_made_once) { crash({create_line}); }

TEST(crashed_droplet, is_destroyed_once) { crash({"do droplet destroy web-1"}); }

TEST(crashed_droplet, is_resized_once_in_three_steps) {
    crash({"do droplet resize db-1 s-1vcpu-2gb"}, 3);
}

TEST(crashed_droplet, is_switched_on_again_when_its_resize_fails) {
    const std::string line = "do droplet resize web-1 s-4vcpu-8gb";
    for (int turns = 0; turns <= 400; turns += 7) {
        bench at;
        plan_errored(at, "resize");
        at.play(line);
        at.answer("@confirm", "yes");
        at.play(line, turns);
        const played end = support::play_to_its_end<digitalocean_trial>(at, line);
        EXPECT_EQ(end.text(), "web-1: DigitalOcean began the resize, and it ended as errored")
            << "after turn " << turns;
        at.pass(1min);
        EXPECT_NE(at.state().find(R"("web-1" "active" "s-1vcpu-2gb")"), std::string::npos)
            << "after turn " << turns << "\n"
            << at.state();
        if (testing::Test::HasFailure()) return;
    }
}

// ---- trouble: the effect's request meets every fault

TEST(troubled_droplet, is_rebooted_once_and_that_is_found) {
    trouble({"do droplet reboot web-1", "POST"});
}

TEST(troubled_droplet, is_made_once_and_that_is_found) { trouble({create_line, "POST"}); }

TEST(troubled_droplet, is_destroyed_once_and_that_is_found) {
    trouble({"do droplet destroy web-1", "DELETE"});
}

TEST(troubled_droplet, is_resized_once_and_that_is_found) {
    trouble({"do droplet resize db-1 s-1vcpu-2gb", "POST"});
}

TEST(troubled_droplet, that_a_person_leaves_is_told_as_unknown) {
    bench at;
    at.trouble(R"([{"match":{"method":"POST","path":"*"},"kind":"reset_before"}])");
    const std::string line = "do droplet reboot web-1";
    const played unsure = at.play(line);
    ASSERT_FALSE(unsure.asked.empty());
    at.answer(unsure.asked, "stop");
    EXPECT_EQ(at.play(line).text(),
              "nobody could tell whether 'reboot' happened, and it was left so");
    EXPECT_EQ(at.deeds().size(), 1u);
}

TEST(troubled_droplet, whose_account_is_used_up_is_not_asked_for_in_vain) {
    bench at;
    at.trouble(R"([{"match":{"method":"POST","path":"*"},"kind":"status","status":429,)"
               R"("retry_after_s":900}])");
    const played refused = at.play("do droplet reboot web-1");
    ASSERT_TRUE(refused.failure);
    EXPECT_EQ(refused.text(), "API Rate limit exceeded.");
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.state().find("reboot"), std::string::npos);
}

TEST(find_action, knows_ours_from_others) {
    const time_point since{std::chrono::seconds(100)};
    const auto found = [&](std::int64_t id, const char* type, int started_s) {
        digitalocean::action each;
        each.id = id;
        each.type = type;
        each.started_at = time_point(std::chrono::seconds(started_s));
        return find_action({each}, "reboot", 5, since) != nullptr;
    };
    EXPECT_TRUE(found(6, "reboot", 100)) << "DigitalOcean's clock shows whole seconds";
    EXPECT_FALSE(found(6, "reboot", 99)) << "an earlier one";
    EXPECT_FALSE(found(5, "reboot", 100)) << "it was there before";
    EXPECT_FALSE(found(6, "power_cycle", 100));
    EXPECT_EQ(find_action({}, "reboot", 5, since), nullptr);
}

} // namespace
} // namespace chatops::operations
