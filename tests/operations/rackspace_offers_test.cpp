// What servers at Rackspace are made of: flavors, images, keys.
#include "tests/operations/rackspace_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using bench_of_servers = support::rackspace_bench;

TEST(rackspace_offers, are_listed) {
    bench_of_servers at;
    const played flavors = at.play("rackspace flavors general1");
    EXPECT_EQ(flavors.text(), "4 flavors with “general1” in the id or name");
    EXPECT_EQ(cells(flavors.answer), "general1-1 | 1, 1 GB | 20 GB | \n"
                                     "general1-2 | 2, 2 GB | 40 GB | \n"
                                     "general1-4 | 4, 4 GB | 80 GB | \n"
                                     "general1-8 | 8, 8 GB | 160 GB | \n");
    EXPECT_EQ(at.play("rackspace images").text(), "5 images");
    EXPECT_EQ(cells(at.play("rackspace images --own").answer),
              "web-1 before relaunch | 2024-02-22 12:00 | \n");
    const played limits = at.play("rackspace limits");
    EXPECT_EQ(limits.text(), "The account is within its limits");
    EXPECT_EQ(cells(limits.answer).substr(0, cells(limits.answer).find("GET")),
              "Servers | 4 | 100 | \nMemory | 12800 MB | 128 GB | \nCPUs | 13 | no limit | \n");
}

TEST(rackspace_image_destroy, destroys_ones_own_only) {
    bench_of_servers at;
    EXPECT_EQ(at.play_and_confirm("rackspace image destroy 'web-1 before relaunch'").text(),
              "The image web-1 before relaunch is destroyed");
    bench_of_servers others;
    EXPECT_EQ(others.play("rackspace image destroy 'Debian 12 (Bookworm) (Cloud)'").text(),
              "There is no image “Debian 12 (Bookworm) (Cloud)”");
}

TEST(rackspace_keys, are_listed_added_and_removed) {
    bench_of_servers at;
    EXPECT_EQ(cells(at.play("rackspace keys").answer).substr(0, 7), "lead | ");
    const std::string other =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA ada";
    const played added = at.play("rackspace key add ada " + other);
    EXPECT_EQ(added.text(), "New servers can be opened with the SSH key ada");
    const std::string same = mocks::rackspace::some_key;
    EXPECT_EQ(bench_of_servers().play("rackspace key add ada " + same).text(),
              "That key is there already, as lead");
    EXPECT_EQ(bench_of_servers().play("rackspace key add lead " + other).text(),
              "Nothing was added: there is an SSH key lead already, and it is another one");
    EXPECT_EQ(
        bench_of_servers().play("rackspace key add ada '-----BEGIN PRIVATE KEY----- b3Blb'").text(),
        "Nothing was added: that is a private key, and now others know it");
    bench_of_servers removing;
    EXPECT_EQ(removing.play_and_confirm("rackspace key remove lead").text(),
              "The SSH key lead is removed");
    EXPECT_EQ(bench_of_servers().play("rackspace key remove ada").text(),
              "There is no SSH key “ada”");
}

} // namespace
} // namespace chatops::operations
