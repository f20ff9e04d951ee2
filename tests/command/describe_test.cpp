// From a declaration to all that a catalogue knows of it.
#include "chatops/command/describe.hpp"

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

namespace chatops {
namespace {

enum class size { small, large };
BOOST_DESCRIBE_ENUM(size, small, large)

struct tidy {
    static constexpr command_info info{.name = "disk tidy",
                                       .help = "Remove old files",
                                       .effect = effect::destroy,
                                       .aliases = {"tidy"},
                                       .examples = {"disk tidy web1 /tmp"}};

    argument<"server", "where"> server;
    argument<"folder", "which folders", std::optional<list<std::string>>> folders;
    option<"older", "how old a file must be", std::chrono::hours, 'o'> older{
        std::chrono::hours(168)};
    option<"size", "how large", std::optional<size>> how_large;
    option<"reason", "why"> reason;
    option<"token", "a token", std::optional<secret>> token;
    flag<"dry", "only say what would be removed", 'n'> dry;
};

/// Options that several commands have, under a heading of their own.
struct paging {
    static constexpr std::string_view heading = "Pages";

    option<"lines", "how many a page has", int, 'l'> lines{20};
    flag<"all", "every page"> all;
};

struct show_log {
    static constexpr command_info info{
        .name = "log show", .help = "Show a log", .effect = effect::read};

    argument<"server", "where"> server;
    argument<"folder", "which", std::optional<std::string>> folder{"/var/log"};
    paging pages;
    flag<"follow", "go on"> follow;
};

struct nothing_to_say {
    static constexpr command_info info{.name = "ping", .help = "Answer", .effect = effect::read};
};

const field_description& field_of(std::string_view name) {
    for (const field_description& each : describe<tidy>().fields)
        if (each.name == name) return each;
    throw std::out_of_range(std::string(name));
}

TEST(describe, knows_the_command_and_its_fields_in_order) {
    const command_description& made = describe<tidy>();
    EXPECT_EQ(&made, &describe<tidy>()) << "made once";
    EXPECT_EQ(made.info.name, "disk tidy");
    EXPECT_EQ(made.info.aliases.size(), 1u);
    ASSERT_EQ(made.fields.size(), 7u);
    EXPECT_EQ(made.fields[0].name, "server");
    EXPECT_EQ(made.fields[6].kind, field_kind::flag);
    EXPECT_EQ(made.fields[6].short_name, 'n');
    EXPECT_TRUE(describe<nothing_to_say>().fields.empty());
}

TEST(describe, knows_what_is_required) {
    EXPECT_TRUE(field_of("server").required);
    EXPECT_FALSE(field_of("folder").required);
    EXPECT_FALSE(field_of("older").required) << "it has a default";
    EXPECT_FALSE(field_of("size").required);
    EXPECT_TRUE(field_of("reason").required) << "neither default nor optional";
    EXPECT_FALSE(field_of("dry").required);
}

TEST(describe, knows_the_defaults_as_they_would_be_typed) {
    EXPECT_EQ(field_of("older").default_text, "1w");
    EXPECT_EQ(field_of("reason").default_text, "");
}

TEST(describe, takes_the_options_of_a_group_in_their_place) {
    const auto fields = describe<show_log>().fields;
    std::string all;
    for (const field_description& each : fields)
        (((all += each.name) += ' ') += each.heading) += ';';
    EXPECT_EQ(all, "server ;folder ;lines Pages;all Pages;follow ;");
    EXPECT_EQ(fields[2].default_text, "20");
    EXPECT_EQ(fields[2].short_name, 'l');
    show_log made;
    EXPECT_EQ(fields[2].in(&made), &made.pages.lines.value);
    EXPECT_EQ(fields[3].in(&made), &made.pages.all.value);
    EXPECT_EQ(fields[4].in(&made), &made.follow.value);
}

TEST(describe, an_optional_argument_may_begin_with_a_value) {
    EXPECT_EQ(describe<show_log>().fields[1].default_text, "/var/log");
    EXPECT_FALSE(describe<show_log>().fields[1].required);
}

TEST(describe, makes_a_fresh_command_with_its_defaults) {
    const auto made = describe<show_log>().make();
    EXPECT_EQ(*static_cast<const show_log*>(made.get())->pages.lines, 20);
}

TEST(describe, finds_each_value_in_a_command) {
    tidy made;
    made.server.value = "web1";
    made.dry.value = true;
    EXPECT_EQ(field_of("server").in(&made), &made.server.value);
    EXPECT_EQ(field_of("older").in(&made), &made.older.value);
    EXPECT_EQ(field_of("dry").in(&made), &made.dry.value);
    ASSERT_TRUE(field_of("size").value->read(field_of("size").in(&made), "large", true, {}));
    EXPECT_EQ(made.how_large.value, size::large);
}

TEST(describe, a_command_is_filled_like_any_struct) {
    const tidy made{.server = {"web1"}, .older = {std::chrono::hours(1)}, .dry = {true}};
    EXPECT_EQ(*made.server, "web1");
    EXPECT_EQ(made.server->size(), 4u);
    EXPECT_EQ(made.older->count(), 1);
    EXPECT_TRUE(*made.dry);
}

} // namespace
} // namespace chatops
