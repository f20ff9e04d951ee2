// Only Slack can sign, only for five minutes, and a refusal tells nothing of what would have been
// right.
#include "chatops/slack/signature.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

const secret key{std::string(support::signing_key)};

time_point at(std::int64_t seconds) { return time_point(std::chrono::seconds(seconds)); }

signature_verdict check(const http::request& what, time_point now) {
    return check_signature(key, what.headers.get("X-Slack-Request-Timestamp"),
                           what.headers.get("X-Slack-Signature"), what.body, now);
}

TEST(signature, of_slacks_own_example_is_good) {
    // Source: "Verifying requests from Slack", the step-by-step walk-through.
    const std::string body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id="
        "G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2F"
        "webhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F"
        "T1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015."
        "47445629121.803a0bc887a14d10d2c447fce8b6703c";
    EXPECT_EQ(check_signature(key, "1531420618",
                              "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                              body, at(1531420618)),
              signature_verdict::good);
}

TEST(signature, lives_for_five_minutes_either_way) {
    const http::request what = support::command_request("help");
    const std::int64_t sent = support::slack_now_s;
    EXPECT_EQ(check(what, at(sent)), signature_verdict::good);
    EXPECT_EQ(check(what, at(sent + 300)), signature_verdict::good);
    EXPECT_EQ(check(what, at(sent + 300) + duration(1)), signature_verdict::stale);
    EXPECT_EQ(check(what, at(sent - 300)), signature_verdict::good);
    // Bolt 5.1 takes this one.
    EXPECT_EQ(check(what, at(sent - 600)), signature_verdict::stale);
}

TEST(signature, is_over_every_byte_and_the_time) {
    const http::request right = support::command_request("help");
    for (std::size_t i = 0; i < right.body.size(); ++i) {
        http::request changed = right;
        changed.body[i] = static_cast<char>(changed.body[i] ^ 1);
        EXPECT_EQ(check(changed, at(support::slack_now_s)), signature_verdict::wrong) << i;
    }
    http::request later = right;
    later.headers.set("X-Slack-Request-Timestamp", std::to_string(support::slack_now_s + 1));
    EXPECT_EQ(check(later, at(support::slack_now_s)), signature_verdict::wrong);
    const http::request other = support::signed_request("/slack/commands", "x", right.body,
                                                        support::slack_now_s, "another key");
    EXPECT_EQ(check(other, at(support::slack_now_s)), signature_verdict::wrong);
}

TEST(signature, with_headers_that_slack_does_not_send_is_refused) {
    const http::request right = support::command_request("help");
    const std::string good(right.headers.get("X-Slack-Signature"));
    const std::string now = std::to_string(support::slack_now_s);
    std::string upper = good;
    for (char& c : upper) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
    const struct {
        std::string time, signature;
        signature_verdict verdict;
    } cases[] = {
        {"", good, signature_verdict::missing},
        {now, "", signature_verdict::missing},
        {"yesterday", good, signature_verdict::malformed},
        {now + "x", good, signature_verdict::malformed},
        {" " + now, good, signature_verdict::malformed},
        {"+" + now, good, signature_verdict::malformed},
        {"-" + now, good, signature_verdict::malformed},
        {"1.7e9", good, signature_verdict::malformed},
        {"99999999999999999999999999", good, signature_verdict::malformed},
        {"9999999999", good, signature_verdict::stale},
        {"0", good, signature_verdict::stale},
        {now, good.substr(3), signature_verdict::malformed},
        {now, "v1=" + good.substr(3), signature_verdict::malformed},
        {now, good + "0", signature_verdict::malformed},
        {now, good.substr(0, good.size() - 1), signature_verdict::malformed},
        {now, "v0=" + std::string(64, 'g'), signature_verdict::malformed},
        {now, upper, signature_verdict::malformed},
        {now, "v0=" + std::string(64, '0'), signature_verdict::wrong},
    };
    for (const auto& each : cases)
        EXPECT_EQ(
            check_signature(key, each.time, each.signature, right.body, at(support::slack_now_s)),
            each.verdict)
            << each.time << ' ' << each.signature;
}

TEST(signature, words_for_logs_are_distinct) {
    EXPECT_EQ(word_of(signature_verdict::good), "good");
    EXPECT_EQ(word_of(signature_verdict::missing), "missing");
    EXPECT_EQ(word_of(signature_verdict::malformed), "malformed");
    EXPECT_EQ(word_of(signature_verdict::stale), "stale");
    EXPECT_EQ(word_of(signature_verdict::wrong), "wrong");
}

} // namespace
} // namespace chatops::slack
