// What is kept is what would be rendered, for every reply.
#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/response_cache.hpp"
#include "tests/support/slack_replies.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

TEST(response_cache, gives_the_same_text_again) {
    response_cache cache;
    const reply what = support::one_of_everything();
    const std::string& first = cache.text(what);
    EXPECT_EQ(first, response_text(what));
    EXPECT_EQ(&cache.text(support::one_of_everything()), &first);
}

TEST(response_cache, tells_replies_apart_that_differ_in_one_place) {
    response_cache cache;
    const reply what = support::one_of_everything();
    cache.text(what);
    reply others[] = {what, what, what, what, what, what, what};
    others[0].how = tone::bad;
    others[1].title += '.';
    std::get<text_part>(others[2].parts[0]).text += '.';
    std::get<fields_part>(others[3].parts[1]).fields[1].second += '.';
    std::get<table_part>(others[4].parts[2]).rows[0][0] += '.';
    std::get<change_part>(others[5].parts[3]).lines[0].after += '.';
    others[6].parts.pop_back();
    for (const reply& each : others) {
        EXPECT_EQ(cache.text(each), response_text(each));
        EXPECT_EQ(cache.text(what), response_text(what));
    }
}

TEST(response_cache, survives_more_replies_than_it_keeps) {
    response_cache cache;
    for (int i = 0; i < 20; ++i) {
        const reply what = reply::good("answer " + std::to_string(i % 7));
        EXPECT_EQ(cache.text(what), response_text(what));
    }
}

} // namespace
} // namespace chatops::slack
