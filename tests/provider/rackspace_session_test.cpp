// A session with Rackspace: its token, its catalogue, its faults; at the mock, over the
// simulation's network.
#include "chatops/core/errors.hpp"
#include "chatops/provider/rackspace/session.hpp"
#include "tests/provider/rackspace_place.hpp"

namespace chatops::rackspace {
namespace {

constexpr const char* tokens = "POST /v2.0/tokens";

/// What a request of servers is answered: how many there are, or the failure.
std::string servers_seen(place& at, session& by) {
    try {
        const auto what = by.calling("GET", "/servers");
        const auto given = at.world.play(by.ask(service::servers, what));
        return std::to_string(given.value.at("servers").as_array().size());
    } catch (const provider_error& refused) {
        return std::to_string(refused.status()) + ' ' + refused.id() + ": " + refused.what();
    } catch (const unavailable& silent) {
        return (silent.effect() == effect_known::did_not_happen ? "not done: " : "perhaps done: ") +
               std::string(silent.what());
    }
}

TEST(rackspace_session, asks_for_a_token_once_for_all_that_follows) {
    place at;
    session first(at.through());
    EXPECT_EQ(servers_seen(at, first), "4");
    EXPECT_EQ(servers_seen(at, first), "4");
    session second(at.through());
    EXPECT_EQ(servers_seen(at, second), "4") << "another client of the same account";
    EXPECT_EQ(at.times_asked(tokens), 1u);
}

TEST(rackspace_session, goes_to_the_region_of_the_configuration) {
    place at;
    at.where.more["region"] = "ord";
    session chicago(at.through());
    EXPECT_EQ(servers_seen(at, chicago), "1");
    EXPECT_EQ(at.network.exchanges().back()->what.url,
              "https://ord.servers.api.rackspacecloud.com/v2/654321/servers");
}

TEST(rackspace_session, says_that_there_is_no_such_region) {
    place at;
    at.where.more["region"] = "XYZ";
    session nowhere(at.through());
    EXPECT_EQ(servers_seen(at, nowhere),
              "404 no_such_region: The account has no cloud servers in that region. Check the "
              "region of rackspace in the configuration.");
}

TEST(rackspace_session, asks_anew_when_a_token_is_refused) {
    place at;
    session by(at.through());
    EXPECT_EQ(servers_seen(at, by), "4");
    at.control("/_mock/expired_tokens");
    EXPECT_EQ(servers_seen(at, by), "4");
    EXPECT_EQ(at.times_asked(tokens), 2u);
    EXPECT_EQ(at.times_asked("GET /v2/654321/servers"), 3u) << "one of them was refused";
}

TEST(rackspace_session, asks_anew_in_a_step_that_may_not_repeat_anything) {
    place at;
    session once(at.through(chatops::provider::repeats::never));
    EXPECT_EQ(servers_seen(at, once), "4");
    at.control("/_mock/expired_tokens");
    EXPECT_EQ(servers_seen(at, once), "4") << "what was refused was not done";
}

TEST(rackspace_session, asks_anew_before_the_token_ends) {
    place at;
    session by(at.through());
    EXPECT_EQ(servers_seen(at, by), "4");
    at.world.pass(23h);
    EXPECT_EQ(servers_seen(at, by), "4");
    EXPECT_EQ(at.times_asked(tokens), 1u);
    at.world.pass(56min);
    EXPECT_EQ(servers_seen(at, by), "4");
    EXPECT_EQ(at.times_asked(tokens), 2u);
    EXPECT_EQ(at.times_asked("GET /v2/654321/servers"), 3u) << "none was refused";
}

TEST(rackspace_session, asks_anew_when_the_configuration_says_something_else) {
    place at;
    session by(at.through());
    EXPECT_EQ(servers_seen(at, by), "4");
    at.where.more["region"] = "ORD";
    EXPECT_EQ(servers_seen(at, by), "1");
    EXPECT_EQ(at.times_asked(tokens), 2u);
}

TEST(rackspace_session, gives_up_when_the_key_is_wrong) {
    place at;
    at.where.token = secret("wrong");
    session by(at.through());
    EXPECT_EQ(servers_seen(at, by),
              "401 unauthorized: Unable to authenticate user with credentials provided. Check the "
              "api_key of rackspace in the configuration.");
    EXPECT_EQ(at.times_asked(tokens), 1u);
}

TEST(rackspace_session, comes_in_with_a_password) {
    place at;
    at.where.token = secret("correct horse battery staple");
    at.where.more["secret_key"] = "password";
    session by(at.through());
    EXPECT_EQ(servers_seen(at, by), "4");
    at.where.more["tenant"] = "111111";
    EXPECT_EQ(servers_seen(at, by).substr(0, 4), "401 ") << "another account's number";
}

TEST(rackspace_session, says_that_a_passcode_is_asked_for_which_a_bot_has_not) {
    auto given = mocks::rackspace::agency_account();
    given.passcode = "1411594";
    place at(given);
    at.where.token = secret("correct horse battery staple");
    at.where.more["secret_key"] = "password";
    session by(at.through());
    EXPECT_EQ(
        servers_seen(at, by),
        "401 passcode_required: It asks the user agency for a passcode as well (multi-factor "
        "authentication), and the bot has none. Put the user's API key into the configuration "
        "as api_key of rackspace, instead of the password: with a key none is asked for.");
    EXPECT_EQ(at.times_asked(tokens), 1u);
    place by_key(given);
    session comes_in(by_key.through());
    EXPECT_EQ(servers_seen(by_key, comes_in), "4");
}

TEST(rackspace_session, waits_as_long_as_the_identity_service_says) {
    const auto limited = [](int seconds) {
        return R"([{"match":{"path":"/v2.0/tokens"},"kind":"status","status":429,)"
               R"("retry_after_s":)" +
               std::to_string(seconds) + "}]";
    };
    place at;
    at.trouble(limited(7));
    session by(at.through());
    const time_point began = at.world.time.now();
    EXPECT_EQ(servers_seen(at, by), "4");
    EXPECT_GE(at.world.time.now() - began, 7s);
    EXPECT_EQ(at.times_asked(tokens), 2u);
    place busy;
    busy.trouble(limited(900));
    session first(busy.through());
    EXPECT_EQ(servers_seen(busy, first), "429 overLimit: OverLimit Retry...");
    EXPECT_EQ(servers_seen(busy, first).substr(0, 73),
              "429 rate_limit: The account's requests of this kind are used up; more are")
        << "it is not asked before";
    EXPECT_EQ(busy.times_asked(tokens), 1u);
    busy.world.pass(15min);
    EXPECT_EQ(servers_seen(busy, first), "4");
}

TEST(rackspace_session, sends_no_key_in_a_header_and_no_token_to_identity) {
    place at;
    session by(at.through());
    servers_seen(at, by);
    const auto& exchanges = at.network.exchanges();
    ASSERT_EQ(exchanges.size(), 2u);
    EXPECT_EQ(exchanges[0]->what.headers.get("X-Auth-Token"), "");
    EXPECT_EQ(exchanges[1]->what.headers.get("X-Auth-Token").size(), 32u);
    EXPECT_EQ(exchanges[1]->what.headers.get("Authorization"), "");
}

TEST(rackspace_session, knows_that_nothing_was_done_when_identity_does_not_answer) {
    place at;
    at.trouble(R"([{"match":{"path":"/v2.0/tokens"},"kind":"reset_after","count":0}])");
    session once(at.through(chatops::provider::repeats::never));
    auto what = once.calling("POST", "/servers");
    what.body = R"({"server":{}})";
    try {
        at.world.play(once.ask(service::servers, what));
        FAIL() << "it was answered";
    } catch (const unavailable& silent) {
        EXPECT_EQ(silent.effect(), effect_known::did_not_happen);
    }
    EXPECT_EQ(at.times_asked("POST /v2/654321/servers"), 0u);
}

TEST(rackspace_session, waits_when_a_request_was_one_too_many) {
    place at;
    session by(at.through());
    servers_seen(at, by);
    at.trouble(R"([{"match":{"path":"/v2/654321/servers"},"kind":"status","status":429}])");
    EXPECT_EQ(servers_seen(at, by), "4");
    EXPECT_EQ(at.times_asked("GET /v2/654321/servers"), 3u);
}

TEST(rackspace_session, reads_both_shapes_of_a_fault) {
    place at;
    session by(at.through());
    const auto failure = [&](service of, const std::string& path) {
        const auto what = by.calling("GET", path);
        try {
            at.world.play(by.ask(of, what));
        } catch (const provider_error& refused) {
            return std::to_string(refused.status()) + ' ' + refused.id() + ' ' + refused.what();
        }
        return std::string("fine");
    };
    EXPECT_EQ(failure(service::servers, "/servers/none"),
              "404 itemNotFound Instance none could not be found.");
    EXPECT_EQ(failure(service::dns, "/nothing").substr(0, 12), "404 http_404") << "it has no name";
}

} // namespace
} // namespace chatops::rackspace
