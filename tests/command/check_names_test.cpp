// What may stand beside each other in a catalogue; what may not is in tests/compile_fail.
#include "chatops/command/check_names.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

template <std::size_t Number>
struct numbered {
    static constexpr char name[]{'c',
                                 'o',
                                 'm',
                                 'm',
                                 'a',
                                 'n',
                                 'd',
                                 ' ',
                                 'n',
                                 '0' + Number / 100,
                                 '0' + Number / 10 % 10,
                                 '0' + Number % 10,
                                 '\0'};
    static constexpr command_info info{.name = name, .help = "One of many", .effect = effect::read};
};
struct list_apps {
    static constexpr command_info info{
        .name = "heroku apps", .help = "List", .effect = effect::read, .aliases = {"apps"}};
};
struct list_app {
    static constexpr command_info info{
        .name = "heroku app", .help = "Show", .effect = effect::read};
};

template <std::size_t... Numbers>
consteval bool check_many(std::index_sequence<Numbers...>) {
    return check_names<numbered<Numbers>...>();
}

static_assert(check_names<>() && check_names<list_apps>() && check_names<list_app, list_apps>());
// A catalogue of the size that is hoped for must not exhaust the compiler.
static_assert(check_many(std::make_index_sequence<400>{}));

TEST(begins_name, looks_at_whole_words) {
    EXPECT_TRUE(begins_name("heroku ps", "heroku ps scale"));
    EXPECT_FALSE(begins_name("heroku ps", "heroku psql"));
    EXPECT_FALSE(begins_name("heroku ps", "heroku ps"));
    EXPECT_FALSE(begins_name("heroku ps scale", "heroku ps"));
}

} // namespace
} // namespace chatops
