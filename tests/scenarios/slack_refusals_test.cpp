// What Slack refuses the bot: told to whoever can mend it, and nothing that was asked is lost.
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace chatops {
namespace {

using support::has;
using support::story;

std::string planned(const std::string& method, const std::string& error,
                    const std::string& more = R"(,"count":0)") {
    return R"({"match":"POST /api/)" + method + R"(","kind":"error","error":")" + error + "\"" +
           more + "}";
}

/// From now on Slack answers so.
void slack_answers(story& s, const std::string& plan) {
    const auto set = s.world.simulation().control(s.world.vendors().slack_server(), "PUT",
                                                  "/_mock/faults", "[" + plan + "]");
    EXPECT_EQ(set.status, 200) << set.body;
}

void time_passes(story& s, duration how_long) {
    s.world.simulation().wait(how_long);
    s.world.simulation().settle();
}

std::ptrdiff_t log_lines_with(const story& s, const std::string& words) {
    const auto& lines = s.world.simulation().log().lines;
    return std::count_if(lines.begin(), lines.end(),
                         [&](const std::string& each) { return has(each, words); });
}

/// Messages with that text that everyone in the channel sees, or that one person sees alone.
int seen(const story& s, std::string_view channel, std::string_view text,
         std::string_view alone = {}) {
    int count = 0;
    for (const auto& each : s.world.messages())
        if (each.channel == channel && each.ephemeral_to == alone &&
            has(each.text + boost::json::serialize(each.blocks), text))
            ++count;
    return count;
}

TEST(slack_refusal, of_the_installation_is_told_once_and_all_goes_on_when_it_is_mended) {
    for (const char* const word : {"account_inactive", "token_revoked", "missing_scope"}) {
        story s;
        // A token is refused whatever is asked, a scope lacks for some of it.
        slack_answers(s, planned(has(word, "scope") ? "chat.*" : "*", word));
        s.lead.says("/ops heroku scale acme web=3");
        time_passes(s, std::chrono::minutes(3));
        EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 0) << word;
        EXPECT_EQ(seen(s, "acme", "I cannot answer here yet", "lead"), 1) << word;
        EXPECT_EQ(seen(s, "acme", word, "lead"), 1) << word;
        EXPECT_EQ(log_lines_with(s, "error: slack installation broken"), 1) << word;
        // To post its message, and from then on to look whether it was posted, which needs no
        // scope of chat's.
        const int reasons = has(word, "scope") ? 1 : 2;
        EXPECT_EQ(log_lines_with(s, "run parked"), reasons) << word;
        EXPECT_EQ(log_lines_with(s, "run goes on"), 0) << word;
        slack_answers(s, "");
        time_passes(s, std::chrono::minutes(1));
        EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 1) << word;
        EXPECT_EQ(seen(s, "acme", "web 2 → 3"), 1) << word;
        EXPECT_EQ(log_lines_with(s, "slack installation works again"), 1) << word;
        EXPECT_EQ(log_lines_with(s, "run goes on"), 1) << word;
    }
}

TEST(slack_refusal, that_lasts_leaves_undone_what_nobody_may_want_any_more) {
    for (const char* const line : {"/ops heroku scale acme web=3", "/ops heroku apps"}) {
        story s;
        slack_answers(s, planned("*", "account_inactive"));
        s.lead.says(line);
        time_passes(s, limits::beginning_minutes + std::chrono::minutes(1));
        slack_answers(s, "");
        time_passes(s, std::chrono::minutes(1));
        EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 0) << line;
        const bool changes = has(line, "scale");
        EXPECT_EQ(seen(s, "acme", "Nothing was done: this was asked more than 60 minutes ago"),
                  changes ? 1 : 0);
        EXPECT_EQ(seen(s, "acme", "6 applications"), changes ? 0 : 1) << "a look does no harm";
    }
}

TEST(slack_refusal, is_no_reason_for_a_bot_that_was_away_to_do_what_is_old) {
    story s;
    slack_answers(s, planned("*", "account_inactive"));
    s.lead.says("/ops heroku scale acme web=3");
    s.world.simulation().crash();
    slack_answers(s, "");
    s.world.simulation().wait(std::chrono::hours(60));
    s.world.simulation().start();
    time_passes(s, std::chrono::minutes(1));
    EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 0);
    EXPECT_EQ(seen(s, "acme", "Nothing was done: this was asked more than 60 minutes ago"), 1);
}

TEST(slack_refusal, of_a_scope_says_which) {
    story s;
    slack_answers(s, planned("chat.postMessage", "missing_scope"));
    s.lead.says("/ops heroku ps acme");
    EXPECT_EQ(seen(s, "acme", "Needed: chat:write.", "lead"), 1);
    EXPECT_EQ(log_lines_with(s, "Needed: chat:write."), 2) << "as an error, and of the run";
}

TEST(slack_refusal, of_a_place_is_answered_in_direct_messages) {
    for (const char* const word :
         {"not_in_channel", "channel_not_found", "is_archived", "no_permission",
          "ekm_access_denied", "restricted_action", "restricted_action_thread_only_channel",
          "cannot_reply_to_message"}) {
        story s;
        slack_answers(s, planned("chat.postMessage", word, ""));
        s.lead.says("heroku scale acme web=3", "acme");
        EXPECT_EQ(seen(s, "@lead", "web 2 → 3"), 1) << word;
        EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 1) << word;
        EXPECT_EQ(log_lines_with(s, "run parked"), 0) << word;
    }
}

TEST(slack_refusal, everywhere_is_told_to_the_asker_and_answered_once_it_passes) {
    for (const char* const line : {"/ops heroku scale acme web=3", "heroku scale acme web=3"}) {
        story s;
        slack_answers(s, planned("chat.postMessage", "restricted_action"));
        s.lead.says(line, "acme");
        time_passes(s, std::chrono::minutes(2));
        EXPECT_EQ(seen(s, "acme", "A setting of the workspace", "lead"), 1) << line;
        slack_answers(s, "");
        time_passes(s, std::chrono::minutes(1));
        EXPECT_EQ(seen(s, "acme", "web 2 → 3"), 1) << line;
    }
}

TEST(slack_refusal, that_passes_is_tried_again_and_nothing_is_lost_or_done_twice) {
    for (const char* const word : {"fatal_error", "internal_error", "service_unavailable",
                                   "request_timeout", "team_added_to_org"})
        for (const char* const method : {"chat.postMessage", "chat.update"})
            for (const char* const more :
                 {"", R"(,"has_effect":true)", R"(,"count":3)", R"(,"count":8)"}) {
                const std::string what = std::string(method) + ' ' + word + more;
                story s;
                slack_answers(s, planned(method, word, more));
                s.lead.says("heroku scale acme web=3", "acme");
                time_passes(s, std::chrono::minutes(5));
                EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 1) << what;
                EXPECT_EQ(seen(s, "acme", "web 2 → 3"), 1) << what;
                EXPECT_EQ(s.bot.messages(), 1) << what;
            }
}

TEST(slack_refusal, of_a_form_is_shown_plainer_with_the_whole_as_a_file) {
    for (const char* const word : {"msg_too_long", "msg_blocks_too_long", "invalid_blocks"}) {
        story s;
        slack_answers(s, planned("chat.update", word, ""));
        s.lead.says("heroku ps acme", "acme");
        EXPECT_EQ(seen(s, "acme", "does not take this in its usual form"), 1) << word;
        EXPECT_EQ(seen(s, "acme", "all 3 dynos are up"), 1) << word;
        EXPECT_EQ(seen(s, "acme", "The whole answer"), 1) << word;
        EXPECT_EQ(seen(s, "@lead", ""), 0) << word;
    }
}

TEST(slack_refusal, of_a_questions_form_leaves_it_to_be_answered) {
    story s;
    slack_answers(s, planned("chat.update", "invalid_blocks", ""));
    s.lead.says("heroku rollback acme");
    EXPECT_EQ(seen(s, "acme", "does not take this in its usual form"), 1);
    s.lead.clicks("Confirm");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 1);
}

TEST(slack_refusal, of_a_file_is_told_to_the_asker) {
    for (const char* const word : {"missing_scope", "storage_limit_reached"}) {
        story s;
        slack_answers(s, planned("chat.update", "msg_too_long", "") + "," +
                             planned("files.getUploadURLExternal", word));
        s.lead.says("heroku ps acme", "acme");
        time_passes(s, std::chrono::minutes(2));
        EXPECT_EQ(seen(s, "acme", "The rest of my answer could not be put", "lead"), 1) << word;
        EXPECT_EQ(log_lines_with(s, "run ended"), 1) << word;
    }
}

TEST(slack_refusal, that_passes_loses_no_whisper) {
    story s;
    s.lead.says("heroku rollback acme", "acme");
    slack_answers(s, R"({"match":"POST /actions/*","kind":"status","status":503,"count":0},)" +
                         planned("chat.postEphemeral", "internal_error", R"(,"count":2)"));
    s.dev.clicks("Confirm");
    time_passes(s, std::chrono::minutes(1));
    EXPECT_EQ(seen(s, "acme", "Only lead", "dev"), 1);
}

TEST(slack_refusal, of_one_person_delays_no_other) {
    story s;
    slack_answers(s, planned("chat.postMessage", "restricted_action", R"(,"count":2)"));
    s.lead.begins_to_say("heroku ps acme", "acme");
    s.dev.begins_to_say("heroku ps globex", "globex");
    time_passes(s, std::chrono::minutes(1));
    EXPECT_EQ(seen(s, "globex", "globex: ") + seen(s, "@dev", "globex: "), 1);
    EXPECT_EQ(seen(s, "acme", "all 3 dynos are up") + seen(s, "@lead", "all 3 dynos are up"), 1);
}

} // namespace
} // namespace chatops
