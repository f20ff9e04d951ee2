// What is typed as a name at New Relic, and how a text stands inside a query.
#include "chatops/provider/newrelic/names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::newrelic {
namespace {

/// As NRQL reads it: the text, or what is wrong.
std::string read_back(const std::string& literal) {
    if (literal.size() < 2 || literal.front() != '\'' || literal.back() != '\'') return "no text";
    std::string text;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        if (literal[i] == '\'') return "ends in the middle";
        if (literal[i] == '\\' && ++i + 1 >= literal.size()) return "does not end";
        text += literal[i];
    }
    return text;
}

TEST(newrelic_nrql_text, is_the_text_again_whatever_stands_in_it) {
    EXPECT_EQ(nrql_text_of("acme"), "'acme'");
    EXPECT_EQ(nrql_text_of("acme's"), R"('acme\'s')");
    EXPECT_EQ(nrql_text_of(R"(a\b)"), R"('a\\b')");
    EXPECT_EQ(nrql_text_of(R"(\' OR 1 = 1 -- )"), R"('\\\' OR 1 = 1 -- ')");
    EXPECT_EQ(nrql_text_of(""), "''");
    std::string all;
    for (int c = 1; c < 128; ++c) {
        const std::string one(1, static_cast<char>(c));
        EXPECT_EQ(read_back(nrql_text_of(one)), one) << c;
        EXPECT_EQ(read_back(nrql_text_of(one + one)), one + one) << c;
        EXPECT_EQ(read_back(nrql_text_of("a" + one + "'")), "a" + one + "'") << c;
        all += one;
    }
    EXPECT_EQ(read_back(nrql_text_of(all)), all);
    EXPECT_EQ(read_back(nrql_text_of("Ünïcødé 👍 “x”")), "Ünïcødé 👍 “x”");
}

TEST(newrelic_names, are_one_line_of_anything) {
    for (const char* const good : {"acme", "acme's \"shop\" & <b>", "a/b?c=d#e", "$(rm -rf ~)",
                                   "Ünïcødé", "{\"a\":1}", "*_`~"})
        EXPECT_TRUE(app_ref::parse(good)) << good;
    for (const char* const bad : {"", "two\nlines", "a\tb", "\x7f", "\xff"})
        EXPECT_EQ(app_ref::parse(bad).error().code, "newrelic_reference") << bad;
    EXPECT_FALSE(policy_ref::parse(std::string(256, 'a')));
    EXPECT_TRUE(policy_ref::parse(std::string(255, 'a')));
    EXPECT_EQ(policy_ref::parse("").error().message, "“” is no name or id of an alert policy.");
}

TEST(newrelic_names, of_issues_are_their_ids_or_the_beginnings_of_them) {
    EXPECT_TRUE(issue_ref::parse("8f3a"));
    EXPECT_TRUE(issue_ref::parse("0ea2df1c-adab-45d2-aae0-042b609d2322"));
    for (const char* const bad : {"", "8f3", "8f3a 1c20", "8f3a%", "8f3a'"})
        EXPECT_EQ(issue_ref::parse(bad).error().code, "newrelic_id") << bad;
}

TEST(newrelic_names, of_queries_are_as_long_as_new_relic_reads) {
    EXPECT_TRUE(nrql_text::parse("SELECT count(*)\nFROM Transaction\tSINCE 1 day ago"));
    EXPECT_EQ(nrql_text::parse(" \n").error().code, "newrelic_query");
    EXPECT_FALSE(nrql_text::parse(std::string("SELECT \x01")));
    EXPECT_TRUE(nrql_text::parse(std::string(4'096, 'a')));
    EXPECT_FALSE(nrql_text::parse(std::string(4'097, 'a')));
}

TEST(newrelic_names, know_a_guid_from_a_name) {
    EXPECT_TRUE(is_guid("MTIzNDU2N3xBUE18QVBQTElDQVRJT058NzY1NDMyMQ"));
    EXPECT_TRUE(is_guid("Mjk4OTUxN3xBUE18QVBQTElDQVRJT058MQ=="));
    for (const char* const name : {"acme", "My-application-in-production", "acme production 2024",
                                   "Zm9vYmFyYmF6cXV4Zm9vYmFy"})
        EXPECT_FALSE(is_guid(name)) << name;
}

} // namespace
} // namespace chatops::newrelic
