// Two programs understand a line alike if their declarations have one digest.
#include "chatops/command/describe.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change};
    argument<"app", "the application"> app;
    option<"wait", "how long", std::chrono::seconds, 'w'> wait{std::chrono::seconds(90)};
    option<"token", "a token", std::optional<secret>> token;
};
struct better_explained {
    static constexpr command_info info{.name = "restart",
                                       .help = "Restart an application",
                                       .effect = effect::change,
                                       .aliases = {"reboot"},
                                       .examples = {"restart acme"}};
    argument<"app", "which application"> app;
    option<"wait", "how long to wait", std::chrono::seconds, 'w'> wait{std::chrono::seconds(90)};
    option<"token", "the token", std::optional<secret>> token;
};
struct other_default {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change};
    argument<"app", "the application"> app;
    option<"wait", "how long", std::chrono::seconds, 'w'> wait{std::chrono::seconds(91)};
    option<"token", "a token", std::optional<secret>> token;
};
struct other_type {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change};
    argument<"app", "the application", int> app;
    option<"wait", "how long", std::chrono::seconds, 'w'> wait{std::chrono::seconds(90)};
    option<"token", "a token", std::optional<secret>> token;
};
struct other_version {
    static constexpr command_info info{
        .name = "restart", .help = "Restart", .effect = effect::change, .version = 2};
    argument<"app", "the application"> app;
    option<"wait", "how long", std::chrono::seconds, 'w'> wait{std::chrono::seconds(90)};
    option<"token", "a token", std::optional<secret>> token;
};

struct show {
    static constexpr command_info info{.name = "open", .help = "Open", .effect = effect::read};
    argument<"app", "the application"> app;
};

TEST(declaration_of, says_all_that_gives_a_line_its_meaning) {
    EXPECT_EQ(declaration_of(describe<restart>()), "restart\n"
                                                   "version 1\n"
                                                   "effect change\n"
                                                   "argument app: text, required\n"
                                                   "option wait -w: span of time, default 1m30s\n"
                                                   "option token: secret, secret");
}

TEST(digest_of, is_the_same_in_every_program_and_every_compiler) {
    EXPECT_EQ(digest_of(describe<restart>()),
              "47bf52f9a019c7155705a84235a73f4e486dcbe5a610c520ec9a45ff96374f46");
}

TEST(digest_of, changes_with_the_meaning_and_not_with_the_help) {
    const std::string digest = digest_of(describe<restart>());
    EXPECT_EQ(digest_of(describe<better_explained>()), digest);
    EXPECT_NE(digest_of(describe<other_default>()), digest);
    EXPECT_NE(digest_of(describe<other_type>()), digest);
    EXPECT_NE(digest_of(describe<other_version>()), digest);
}

TEST(takes_secret, if_one_of_the_fields_does) {
    EXPECT_TRUE(takes_secret(describe<restart>()));
    EXPECT_FALSE(takes_secret(describe<show>()));
}

} // namespace
} // namespace chatops
