// What people type for Heroku's things: right names pass unchanged, wrong ones say what is right.
#include "chatops/command/text_of.hpp"
#include "chatops/core/json_types.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <gtest/gtest.h>

namespace chatops::heroku {
namespace {

static_assert(says_its_text<app_name> && says_its_text<process_type> && says_its_text<quantity> &&
              says_its_text<dyno_group> && says_its_text<release_version>);
static_assert(json::mapped<app_name> && json::mapped<quantity> && json::mapped<dyno_group> &&
              json::mapped<release_version>);

/// What was read, written again; or the mistake's code and place.
template <class T>
std::string read(std::string_view text) {
    const auto made = T::parse(text);
    if (made) return made->to_text();
    const mistake& wrong = made.error();
    EXPECT_FALSE(wrong.message.empty());
    EXPECT_FALSE(wrong.expected.empty());
    return wrong.code + ' ' + std::to_string(wrong.begin) + '-' + std::to_string(wrong.end);
}

TEST(app_name, is_as_heroku_allows_it) {
    for (const std::string_view good :
         {"acme", "acme-production", "a1b", "abcdefghijklmnopqrstuvwxyz0123"})
        EXPECT_EQ(read<app_name>(good), good);
    for (const std::string_view bad :
         {"", "ab", "Acme", "1acme", "-acme", "acme-", "acme_x", "acme/../x", "acme staging",
          "äcme", "abcdefghijklmnopqrstuvwxyz01234", "..", "a%2f"})
        EXPECT_EQ(read<app_name>(bad), "heroku_app_name 0-" + std::to_string(bad.size()));
}

TEST(app_name, that_is_none_is_told_so_in_a_sentence) {
    const mistake wrong = app_name::parse("Acme").error();
    EXPECT_EQ(wrong.message, "“Acme” is not a name of a Heroku application.");
    EXPECT_EQ(wrong.expected,
              "3 to 30 lower-case letters, digits and dashes, like acme-production");
}

TEST(assignment, is_a_name_and_all_that_follows_the_sign_hidden) {
    const assignment read = assignment::parse("URL=postgres://u:p@h/d?a=b").value();
    EXPECT_EQ(read.variable.text, "URL");
    EXPECT_EQ(read.value.reveal(), "postgres://u:p@h/d?a=b");
    EXPECT_EQ(read.to_text(), "URL=[secret]");
    EXPECT_EQ(assignment::reveal(read).reveal(), "URL=postgres://u:p@h/d?a=b");
    EXPECT_EQ(assignment::parse("EMPTY=").value().value.reveal(), "");
    EXPECT_EQ(assignment::parse("hunter2").error().code, "heroku_assignment");
    EXPECT_EQ(assignment::parse("API-KEY=hunter2").error().code, "heroku_variable");
}

TEST(quantity, names_a_process_a_number_and_perhaps_a_size) {
    EXPECT_EQ(read<quantity>("web=3"), "web=3");
    EXPECT_EQ(read<quantity>("web=0"), "web=0");
    EXPECT_EQ(read<quantity>("worker_2=10:Standard-2X"), "worker_2=10:Standard-2X");
    const quantity made = quantity::parse("web=003:basic").value();
    EXPECT_EQ(made.process.text, "web");
    EXPECT_EQ(made.count, 3);
    EXPECT_EQ(made.size, "basic");
}

TEST(quantity, that_is_wrong_says_where) {
    EXPECT_EQ(read<quantity>("web"), "heroku_quantity 0-3");
    EXPECT_EQ(read<quantity>(""), "heroku_quantity 0-0");
    EXPECT_EQ(read<quantity>("web=three"), "heroku_quantity 4-9");
    EXPECT_EQ(read<quantity>("web="), "heroku_quantity 4-4");
    EXPECT_EQ(read<quantity>("web=9999999999"), "heroku_quantity 4-14");
    EXPECT_EQ(read<quantity>("web=3:"), "heroku_quantity 6-6");
    EXPECT_EQ(read<quantity>("web=3:big one"), "heroku_quantity 6-13");
    EXPECT_EQ(read<quantity>("=3"), "heroku_process_type 0-0");
    EXPECT_EQ(read<quantity>("we b=3"), "heroku_process_type 0-4");
}

TEST(quantity, is_never_a_difference) {
    for (const std::string_view text : {"web+1", "web-1", "web=+1", "web=-1"}) {
        const auto made = quantity::parse(text);
        ASSERT_FALSE(made) << text;
        EXPECT_EQ(made.error().message,
                  "“" + std::string(text) +
                      "” is a difference, which would add up if it were asked for twice: say how "
                      "many there shall be.");
    }
    EXPECT_EQ(read<quantity>("web-1=2"), "web-1=2") << "a process type may have a dash";
}

TEST(dyno_group, is_a_process_type_or_one_of_its_dynos) {
    EXPECT_EQ(read<dyno_group>("web"), "web");
    EXPECT_EQ(read<dyno_group>("web.12"), "web.12");
    EXPECT_EQ(dyno_group::parse("web").value().number, std::nullopt);
    for (const std::string_view bad : {"web.", "web.0", "web.x", "web.1.2", "web.-1"})
        EXPECT_EQ(read<dyno_group>(bad), "heroku_dynos 0-" + std::to_string(bad.size())) << bad;
    EXPECT_EQ(read<dyno_group>(".1"), "heroku_process_type 0-0");
}

TEST(release_version, is_a_number_with_or_without_its_letter) {
    EXPECT_EQ(read<release_version>("v42"), "v42");
    EXPECT_EQ(read<release_version>("42"), "v42");
    EXPECT_EQ(read<release_version>("V42"), "v42");
    for (const std::string_view bad : {"", "v", "v0", "latest", "v4.2", "-1"})
        EXPECT_EQ(read<release_version>(bad), "heroku_release 0-" + std::to_string(bad.size()));
}

TEST(heroku_names, of_what_belongs_to_an_application_are_as_heroku_allows_them) {
    for (const std::string_view good : {"LOG_LEVEL", "a", "_1"})
        EXPECT_EQ(read<variable_name>(good), good);
    for (const std::string_view bad : {"", "A-B", "A=B", "A B", "Ä", "A.B", "../x"})
        EXPECT_EQ(read<variable_name>(bad), "heroku_variable 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"acme.example", "*.acme.example", "WWW.x-1.acme.example"})
        EXPECT_EQ(read<domain_name>(good), good);
    for (const std::string_view bad : {"", "acme", ".", "..", "*.", "a..b", "-a.b", "a-.b", "a_b.c",
                                       "https://a.b", "a.b/c", "a.b.", "*.*.b", "ä.b"})
        EXPECT_EQ(read<domain_name>(bad), "heroku_domain 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"postgresql-round-12345", "a"})
        EXPECT_EQ(read<addon_ref>(good), good);
    for (const std::string_view bad : {"", "..", "a/b", "a b", "A"})
        EXPECT_EQ(read<addon_ref>(bad), "heroku_addon 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"heroku-postgresql:essential-0", "papertrail"})
        EXPECT_EQ(read<plan_name>(good), good);
    for (const std::string_view bad : {"", ":", "a:", ":b", "a:b:c", "a b"})
        EXPECT_EQ(read<plan_name>(bad), "heroku_plan 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"heroku-postgresql", "papertrail"})
        EXPECT_EQ(read<service_name>(good), good);
    for (const std::string_view bad : {"", "a:b", "A", "a/b", ".."})
        EXPECT_EQ(read<service_name>(bad), "heroku_service 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"dev@acme.example", "o'brien+x@acme.example"})
        EXPECT_EQ(read<email>(good), good);
    for (const std::string_view bad :
         {"", "dev", "@acme.example", "dev@", "dev@acme", "a b@c.d", "a@b@c.d", "a/b@c.d"})
        EXPECT_EQ(read<email>(bad), "heroku_email 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"4f1e", "4f1e9a02-0000-4000-8000-000000000000"})
        EXPECT_EQ(read<build_ref>(good), good);
    for (const std::string_view bad : {"", "4f1", "4F1E", "../x"})
        EXPECT_EQ(read<build_ref>(bad), "heroku_build 0-" + std::to_string(bad.size()));
    for (const std::string_view good : {"https://a.b/c.tgz?d=e", "http://localhost/x"})
        EXPECT_EQ(read<source_url>(good), good);
    for (const std::string_view bad :
         {"", "https://", "ftp://a.b/c", "file:///etc/passwd", "https://a b", "a.b/c.tgz"})
        EXPECT_EQ(read<source_url>(bad), "heroku_source 0-" + std::to_string(bad.size()));
    using region = code_word<"region">;
    for (const std::string_view good : {"eu", "heroku-24", "Standard-2X"})
        EXPECT_EQ(read<region>(good), good);
    for (const std::string_view bad : {"", "a.b", "a b", "a_b"})
        EXPECT_EQ(read<region>(bad), "heroku_word 0-" + std::to_string(bad.size()));
}

} // namespace
} // namespace chatops::heroku
