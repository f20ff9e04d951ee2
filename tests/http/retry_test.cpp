// Patience with the network: what may be repeated is, later and later; what may not is left alone.
#include "chatops/core/time.hpp"
#include "chatops/http/retry.hpp"
#include "support/played.hpp"
#include "support/scripted_transport.hpp"

namespace chatops::http {
namespace {

using namespace std::chrono_literals;

constexpr auto happened = effect_known::may_have_happened;
constexpr auto nothing_happened = effect_known::did_not_happen;

const time_point start{duration{1'709'208'000'000}};

response with(std::string name, std::string value, std::string date = {}) {
    response answer{429, {{std::move(name), std::move(value)}}, {}};
    if (!date.empty()) answer.headers.add("Date", date);
    return answer;
}

std::optional<std::int64_t> seconds_asked(const response& answer) {
    const auto when = retry_after(answer, start);
    if (!when) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(*when - start).count();
}

TEST(retry_after, is_read_as_seconds_or_as_a_date) {
    EXPECT_EQ(seconds_asked({}), std::nullopt);
    EXPECT_EQ(seconds_asked(with("Retry-After", "7")), 7);
    EXPECT_EQ(seconds_asked(with("retry-after", "0")), 0);
    EXPECT_EQ(seconds_asked(with("Retry-After", "Thu, 29 Feb 2024 12:00:30 GMT")), 30);
    EXPECT_EQ(seconds_asked(with("Retry-After", "soon")), std::nullopt);
    EXPECT_EQ(seconds_asked(with("Retry-After", "-5")), std::nullopt);
    EXPECT_EQ(seconds_asked(with("Retry-After", "7 s")), std::nullopt);
}

TEST(retry_after, as_a_date_counts_from_the_other_sides_clock) {
    // Their clock is an hour ahead of ours; they want half a minute.
    EXPECT_EQ(seconds_asked(with("Retry-After", "Thu, 29 Feb 2024 13:00:30 GMT",
                                 "Thu, 29 Feb 2024 13:00:00 GMT")),
              30);
    EXPECT_EQ(seconds_asked(with("Retry-After", "Thu, 29 Feb 2024 11:00:00 GMT")), 0);
}

TEST(retry_after, is_at_most_a_day) {
    EXPECT_EQ(seconds_asked(with("Retry-After", "99999999999999999999")), 86'400);
    EXPECT_EQ(seconds_asked(with("Retry-After", "4000000000")), 86'400);
    EXPECT_EQ(seconds_asked(with("Retry-After", "Thu, 29 Feb 2034 12:00:00 GMT")), std::nullopt);
    EXPECT_EQ(seconds_asked(with("Retry-After", "Tue, 28 Feb 2034 12:00:00 GMT")), 86'400);
}

TEST(retry, waits_longer_and_longer_and_then_gives_up) {
    seeded_random chance(1);
    patience how{start + 10min};
    retry decide(how, repeatable::yes, chance);
    const trial silent{trial::end::silent, happened};
    duration longest_seen{0};
    for (int tries = 1; tries < how.tries; ++tries) {
        const auto again = decide.next(silent, start);
        ASSERT_TRUE(again) << tries;
        const duration most = std::min(how.first_wait * (1 << (tries - 1)), how.longest_wait);
        EXPECT_GE(*again, start);
        EXPECT_LE(*again - start, most) << tries;
        longest_seen = std::max(longest_seen, *again - start);
    }
    EXPECT_GT(longest_seen, how.first_wait);
    EXPECT_EQ(decide.next(silent, start), std::nullopt);
    EXPECT_EQ(decide.tries(), how.tries);
}

TEST(retry, spreads_those_who_failed_together) {
    seeded_random chance(2);
    int early = 0;
    for (int each = 0; each < 1'000; ++each) {
        retry decide({start + 10min}, repeatable::yes, chance);
        const auto again = decide.next({trial::end::silent, happened}, start);
        early += *again - start < 250ms ? 1 : 0;
    }
    EXPECT_NEAR(early, 500, 60);
}

struct judgement {
    const char* what;
    repeatable may;
    trial last;
    bool again;
};

TEST(retry, repeats_only_what_cannot_happen_twice) {
    const trial value{trial::end::final};
    const trial too_many{trial::end::limited};
    const trial unknown{trial::end::silent, happened};
    const trial refused_connection{trial::end::silent, nothing_happened};
    const judgement all[] = {
        {"an answer is an answer", repeatable::yes, value, false},
        {"a read that got none", repeatable::yes, unknown, true},
        {"a read that did not arrive", repeatable::yes, refused_connection, true},
        {"an effect that may have been had", repeatable::no, unknown, false},
        {"an effect that was not had", repeatable::no, refused_connection, true},
        {"an effect that was refused as one too many", repeatable::no, too_many, true},
        {"nothing, where someone else decides: unknown", repeatable::never, unknown, false},
        {"nothing: not arrived", repeatable::never, refused_connection, false},
        {"nothing: too many", repeatable::never, too_many, false},
    };
    for (const judgement& each : all) {
        seeded_random chance(1);
        retry decide({start + 1min}, each.may, chance);
        EXPECT_EQ(decide.next(each.last, start).has_value(), each.again) << each.what;
    }
}

TEST(retry, does_what_it_is_asked_to_but_not_beyond_its_deadline) {
    seeded_random chance(3);
    retry patient({start + 1min}, repeatable::yes, chance);
    const auto again = patient.next({trial::end::limited, happened, start + 20s}, start);
    ASSERT_TRUE(again);
    EXPECT_GE(*again, start + 20s);
    EXPECT_LE(*again, start + 20s + 500ms);
    retry hurried({start + 20s}, repeatable::yes, chance);
    EXPECT_EQ(hurried.next({trial::end::limited, happened, start + 20s}, start), std::nullopt)
        << "to wait and then not to ask would be a wait in vain";
}

TEST(retry, gives_one_try_a_part_of_the_time_only_if_another_may_follow) {
    seeded_random chance(3);
    EXPECT_EQ(retry({start + 30s}, repeatable::yes, chance).try_deadline(start), start + 10s);
    EXPECT_EQ(retry({start + 5s}, repeatable::yes, chance).try_deadline(start), start + 5s);
    EXPECT_EQ(retry({start + 30s}, repeatable::no, chance).try_deadline(start), start + 30s);
    EXPECT_EQ(retry({start + 30s}, repeatable::never, chance).try_deadline(start), start + 30s);
}

/// Sends `GET /` until it has a text.
class conversation : public testing::Test {
  protected:
    std::string ask(repeatable may, duration patience_of = 30s) {
        retry decide({world.time.now() + patience_of}, may, chance);
        request what;
        what.url = "http://host/";
        const auto send = [&](time_point deadline) { return network.send(what, deadline); };
        const auto read = [](const response& answer) {
            if (answer.status == 429) throw provider_error("host", 429, "rate_limit", "too many");
            if (answer.status == 422) throw provider_error("host", 422, "no", "not like this");
            if (answer.status >= 500) throw unavailable("host", "it is broken", happened);
            return answer.body;
        };
        const auto end = world.play(ending(decide, send, read));
        tries = decide.tries();
        return end;
    }

    template <class Send, class Read>
    asio::awaitable<std::string> ending(retry& decide, const Send& send, const Read& read) {
        std::string text;
        try {
            text = co_await send_with_retries<std::string>(world.time, decide, send, read);
        } catch (const unavailable& silent) {
            text = std::string("unavailable: ") + silent.what() +
                   (silent.effect() == happened ? ", perhaps done" : ", not done");
        } catch (const provider_error& refused) {
            text = std::string("refused: ") + refused.what();
        }
        co_return text;
    }

    support::played_world world;
    seeded_random chance{5};
    support::scripted_transport network{world.time};
    int tries = 0;
};

TEST_F(conversation, ends_with_the_first_good_answer) {
    network.on("GET /", 200, "good");
    EXPECT_EQ(ask(repeatable::yes), "good");
    EXPECT_EQ(tries, 1);
}

TEST_F(conversation, goes_on_after_what_passes) {
    network.silent("GET /", happened)
        .on("GET /", 503, "<html>")
        .on("GET /", 429, "", {{"Retry-After", "3"}})
        .on("GET /", 200, "good");
    EXPECT_EQ(ask(repeatable::yes), "good");
    EXPECT_EQ(tries, 4);
    EXPECT_GE(network.sent_at[3] - network.sent_at[2], 3s);
}

TEST_F(conversation, does_not_argue_with_a_refusal) {
    network.on("GET /", 422, "");
    EXPECT_EQ(ask(repeatable::yes), "refused: not like this");
}

TEST_F(conversation, ends_before_its_deadline) {
    for (int i = 0; i < 2; ++i) network.silent("GET /", happened, 1h);
    EXPECT_EQ(ask(repeatable::yes, 15s), "unavailable: no answer in time, perhaps done");
    EXPECT_LE(world.timeline.now(), world.start + 15s);
}

TEST_F(conversation, about_an_effect_stops_where_it_is_unknown) {
    network.silent("GET /", nothing_happened).silent("GET /", happened);
    EXPECT_EQ(ask(repeatable::no), "unavailable: the connection was reset, perhaps done");
}

TEST_F(conversation, remembers_that_an_earlier_try_may_have_been_carried_out) {
    network.silent("GET /", happened);
    for (int i = 0; i < 5; ++i) network.silent("GET /", nothing_happened);
    EXPECT_EQ(ask(repeatable::yes), "unavailable: the connection was reset, perhaps done");
    EXPECT_EQ(tries, 6);
}

TEST_F(conversation, whose_requests_never_arrived_has_done_nothing) {
    for (int i = 0; i < 6; ++i) network.silent("GET /", nothing_happened);
    EXPECT_EQ(ask(repeatable::no), "unavailable: the connection was reset, not done");
}

} // namespace
} // namespace chatops::http
