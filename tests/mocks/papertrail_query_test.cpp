// Papertrail's search language: what a search finds, and what it refuses.
#include "mocks/papertrail/query.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::mocks::papertrail {
namespace {

constexpr searched_line login_line{
    "www42", "203.0.113.7", "sshd", "Authpriv", "Error", "Failed password for root from 10.1.2.3"};
constexpr searched_line request_line{"nyc-db2",        "198.51.100.1",
                                     "production.log", "User",
                                     "Info",           "GET /orders \"count(*)\" took 12 ms"};

bool papertrail_finds(const std::string& text, const searched_line& in = login_line) {
    const auto read = query::parse(text);
    EXPECT_TRUE(read) << text << ": " << (read ? "" : read.error().message);
    return read && read->matches(in);
}

std::string query_refusal(const std::string& text) {
    const auto read = query::parse(text);
    return read ? "fine"
                : read.error().message.substr(std::string("Invalid search query: ").size());
}

TEST(papertrail_query, finds_words_anywhere_in_any_case_and_all_of_them) {
    EXPECT_TRUE(papertrail_finds(""));
    EXPECT_TRUE(papertrail_finds("  "));
    EXPECT_TRUE(papertrail_finds("failed"));
    EXPECT_TRUE(papertrail_finds("PASSW"));
    EXPECT_TRUE(papertrail_finds("www42")) << "the sender's name";
    EXPECT_TRUE(papertrail_finds("ssh")) << "the program's";
    EXPECT_TRUE(papertrail_finds("root failed"));
    EXPECT_TRUE(papertrail_finds("root AND failed"));
    EXPECT_FALSE(papertrail_finds("root accepted"));
    EXPECT_TRUE(papertrail_finds("10.1.2"));
}

TEST(papertrail_query, finds_phrases_in_either_quotation_marks) {
    EXPECT_TRUE(papertrail_finds("\"failed password\""));
    EXPECT_TRUE(papertrail_finds("'Password for'"));
    EXPECT_FALSE(papertrail_finds("\"password failed\""));
    EXPECT_TRUE(papertrail_finds("'\"count(*)\"'", request_line));
    EXPECT_TRUE(papertrail_finds("\"\"")) << "nothing is everywhere";
    EXPECT_TRUE(papertrail_finds("don't OR root")) << "a sign within a word is one of its letters";
}

TEST(papertrail_query, chooses_and_leaves_out) {
    EXPECT_TRUE(papertrail_finds("accepted OR failed"));
    EXPECT_FALSE(papertrail_finds("accepted OR denied"));
    EXPECT_TRUE(papertrail_finds("accepted or root failed OR sshd")) << "a small `or` is a word";
    EXPECT_FALSE(papertrail_finds("-root"));
    EXPECT_TRUE(papertrail_finds("-accepted"));
    EXPECT_TRUE(papertrail_finds("NOT accepted failed"));
    EXPECT_FALSE(papertrail_finds("failed NOT (root admin)") && papertrail_finds("failed -root"));
    EXPECT_TRUE(papertrail_finds("--failed")) << "twice is not at all";
    EXPECT_TRUE(papertrail_finds("(www42 sshd) OR (nyc-db2 other.log)"));
    EXPECT_FALSE(papertrail_finds("(www42 some.log) OR (nyc-db2 other.log)"));
    EXPECT_TRUE(papertrail_finds("10.1.2 -(\"TTL exceeded\" OR \"1 packet\")"));
    EXPECT_TRUE(papertrail_finds("failed password OR nothing AND here")) << "AND binds closer";
}

TEST(papertrail_query, looks_at_one_attribute_only) {
    EXPECT_TRUE(papertrail_finds("program:sshd"));
    EXPECT_FALSE(papertrail_finds("program:failed"));
    EXPECT_TRUE(papertrail_finds("message:'password for'"));
    EXPECT_FALSE(papertrail_finds("message:sshd"));
    EXPECT_TRUE(papertrail_finds("sender:www host:42"));
    EXPECT_TRUE(papertrail_finds("ip:203.0.113."));
    EXPECT_FALSE(papertrail_finds("ip:113.7")) << "an address is known by its beginning";
    EXPECT_TRUE(papertrail_finds("severity:err -severity:info"));
    EXPECT_TRUE(papertrail_finds("facility:auth"));
    EXPECT_TRUE(papertrail_finds("program:(production.log staging.log)", request_line))
        << "a line has one program";
    EXPECT_TRUE(papertrail_finds("program:(apache OR sshd) severity:(critical error)"));
    EXPECT_FALSE(papertrail_finds("program:(apache AND sshd)"));
    EXPECT_TRUE(papertrail_finds("message:(failed root)")) << "and many words";
    EXPECT_FALSE(papertrail_finds("message:(failed accepted)"));
    EXPECT_FALSE(papertrail_finds("severity:(-error)"));
    EXPECT_FALSE(papertrail_finds("http://x status:500")) << "a word with a colon is a word";
}

TEST(papertrail_query, refuses_what_cannot_be_read_and_says_why) {
    EXPECT_EQ(query_refusal("(a"), "there is a ( without its )");
    EXPECT_EQ(query_refusal("a)"), "there is a ) without its (");
    EXPECT_EQ(query_refusal("()"), "there is nothing to look for");
    EXPECT_EQ(query_refusal("\"a b"), "a quotation has no end");
    EXPECT_EQ(query_refusal("a OR"), "there is nothing to look for");
    EXPECT_EQ(query_refusal("OR a"), "there is nothing to look for");
    EXPECT_EQ(query_refusal("a AND"), "nothing follows AND");
    EXPECT_EQ(query_refusal("AND a"), "nothing precedes AND");
    EXPECT_EQ(query_refusal("a AND OR b"), "nothing follows AND");
    EXPECT_EQ(query_refusal("a -"), "nothing is excluded");
    EXPECT_EQ(query_refusal("NOT"), "nothing is excluded");
    EXPECT_EQ(query_refusal("program: a"), "an attribute has no value");
    EXPECT_EQ(query_refusal("severity:loud"), "there is no such severity");
    EXPECT_EQ(query_refusal("facility:moon"), "there is no such facility");
    EXPECT_EQ(query_refusal("program:(a sender:b)"), "an attribute stands within another");
    EXPECT_EQ(query_refusal(std::string(100, '(') + 'a' + std::string(100, ')')),
              "its parentheses are too deep");
    EXPECT_EQ(query_refusal(std::string(100, '-') + 'a'), "its exclusions are too deep");
    EXPECT_EQ(query_refusal(std::string(5'000, 'a')), "it is too long");
}

} // namespace
} // namespace chatops::mocks::papertrail
