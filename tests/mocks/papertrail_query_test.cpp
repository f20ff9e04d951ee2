// Papertrail's search language: what a search finds, and what it refuses.
#include "mocks/papertrail/query.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::mocks::papertrail {
namespace {

constexpr searched_line login{"www42",    "203.0.113.7", "sshd",
                              "Authpriv", "Error",       "Failed password for root from 10.1.2.3"};
constexpr searched_line request{"nyc-db2", "198.51.100.1", "production.log",
                                "User",    "Info",         "GET /orders \"count(*)\" took 12 ms"};

bool found(const std::string& text, const searched_line& in = login) {
    const auto read = query::parse(text);
    EXPECT_TRUE(read) << text << ": " << (read ? "" : read.error().message);
    return read && read->matches(in);
}

std::string refusal_of(const std::string& text) {
    const auto read = query::parse(text);
    return read ? "fine"
                : read.error().message.substr(std::string("Invalid search query: ").size());
}

TEST(papertrail_query, finds_words_anywhere_in_any_case_and_all_of_them) {
    EXPECT_TRUE(found(""));
    EXPECT_TRUE(found("  "));
    EXPECT_TRUE(found("failed"));
    EXPECT_TRUE(found("PASSW"));
    EXPECT_TRUE(found("www42")) << "the sender's name";
    EXPECT_TRUE(found("ssh")) << "the program's";
    EXPECT_TRUE(found("root failed"));
    EXPECT_TRUE(found("root AND failed"));
    EXPECT_FALSE(found("root accepted"));
    EXPECT_TRUE(found("10.1.2"));
}

TEST(papertrail_query, finds_phrases_in_either_quotation_marks) {
    EXPECT_TRUE(found("\"failed password\""));
    EXPECT_TRUE(found("'Password for'"));
    EXPECT_FALSE(found("\"password failed\""));
    EXPECT_TRUE(found("'\"count(*)\"'", request));
    EXPECT_TRUE(found("\"\"")) << "nothing is everywhere";
    EXPECT_TRUE(found("don't OR root")) << "a sign within a word is one of its letters";
}

TEST(papertrail_query, chooses_and_leaves_out) {
    EXPECT_TRUE(found("accepted OR failed"));
    EXPECT_FALSE(found("accepted OR denied"));
    EXPECT_TRUE(found("accepted or root failed OR sshd")) << "a small `or` is a word";
    EXPECT_FALSE(found("-root"));
    EXPECT_TRUE(found("-accepted"));
    EXPECT_TRUE(found("NOT accepted failed"));
    EXPECT_FALSE(found("failed NOT (root admin)") && found("failed -root"));
    EXPECT_TRUE(found("--failed")) << "twice is not at all";
    EXPECT_TRUE(found("(www42 sshd) OR (nyc-db2 other.log)"));
    EXPECT_FALSE(found("(www42 some.log) OR (nyc-db2 other.log)"));
    EXPECT_TRUE(found("10.1.2 -(\"TTL exceeded\" OR \"1 packet\")"));
    EXPECT_TRUE(found("failed password OR nothing AND here")) << "AND binds closer";
}

TEST(papertrail_query, looks_at_one_attribute_only) {
    EXPECT_TRUE(found("program:sshd"));
    EXPECT_FALSE(found("program:failed"));
    EXPECT_TRUE(found("message:'password for'"));
    EXPECT_FALSE(found("message:sshd"));
    EXPECT_TRUE(found("sender:www host:42"));
    EXPECT_TRUE(found("ip:203.0.113."));
    EXPECT_FALSE(found("ip:113.7")) << "an address is known by its beginning";
    EXPECT_TRUE(found("severity:err -severity:info"));
    EXPECT_TRUE(found("facility:auth"));
    EXPECT_TRUE(found("program:(production.log staging.log)", request)) << "a line has one program";
    EXPECT_TRUE(found("program:(apache OR sshd) severity:(critical error)"));
    EXPECT_FALSE(found("program:(apache AND sshd)"));
    EXPECT_TRUE(found("message:(failed root)")) << "and many words";
    EXPECT_FALSE(found("message:(failed accepted)"));
    EXPECT_FALSE(found("severity:(-error)"));
    EXPECT_FALSE(found("http://x status:500")) << "a word with a colon is a word";
}

TEST(papertrail_query, refuses_what_cannot_be_read_and_says_why) {
    EXPECT_EQ(refusal_of("(a"), "there is a ( without its )");
    EXPECT_EQ(refusal_of("a)"), "there is a ) without its (");
    EXPECT_EQ(refusal_of("()"), "there is nothing to look for");
    EXPECT_EQ(refusal_of("\"a b"), "a quotation has no end");
    EXPECT_EQ(refusal_of("a OR"), "there is nothing to look for");
    EXPECT_EQ(refusal_of("OR a"), "there is nothing to look for");
    EXPECT_EQ(refusal_of("a AND"), "nothing follows AND");
    EXPECT_EQ(refusal_of("AND a"), "nothing precedes AND");
    EXPECT_EQ(refusal_of("a AND OR b"), "nothing follows AND");
    EXPECT_EQ(refusal_of("a -"), "nothing is excluded");
    EXPECT_EQ(refusal_of("NOT"), "nothing is excluded");
    EXPECT_EQ(refusal_of("program: a"), "an attribute has no value");
    EXPECT_EQ(refusal_of("severity:loud"), "there is no such severity");
    EXPECT_EQ(refusal_of("facility:moon"), "there is no such facility");
    EXPECT_EQ(refusal_of("program:(a sender:b)"), "an attribute stands within another");
    EXPECT_EQ(refusal_of(std::string(100, '(') + 'a' + std::string(100, ')')),
              "its parentheses are too deep");
    EXPECT_EQ(refusal_of(std::string(100, '-') + 'a'), "its exclusions are too deep");
    EXPECT_EQ(refusal_of(std::string(5'000, 'a')), "it is too long");
}

} // namespace
} // namespace chatops::mocks::papertrail
