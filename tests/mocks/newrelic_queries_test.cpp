// NRQL: what is asked of the events, and what is refused.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

using newrelic_queries = newrelic_account;

TEST_F(newrelic_queries, count_the_requests_of_the_last_hour) {
    // 60 and 6 a minute.
    EXPECT_NEAR(number("SELECT count(*) FROM Transaction"), 3960, 5);
    EXPECT_NEAR(number("SELECT count(*) FROM Transaction WHERE appName = 'acme'"), 3600, 5);
    EXPECT_NEAR(number("select count(*) from Transaction since 5 minutes ago"), 330, 5);
    EXPECT_NEAR(number("FROM Transaction SELECT rate(count(*), 1 minute) WHERE appName='acme'"), 60,
                0.5);
    EXPECT_EQ(rows("SELECT count(*) FROM Nothing"), R"([{"count":0}])");
}

TEST_F(newrelic_queries, know_what_the_agent_measures_of_each_request) {
    EXPECT_NEAR(number("SELECT count(apm.service.transaction.duration) FROM Metric"), 3960, 5);
    EXPECT_GT(number("SELECT count(apm.service.error.count) FROM Metric"), 0);
    EXPECT_DOUBLE_EQ(number("SELECT count(apm.service.error.count) FROM Metric"),
                     number("SELECT count(*) FROM TransactionError"));
    EXPECT_DOUBLE_EQ(number("SELECT average(apm.service.transaction.duration) FROM Metric"),
                     number("SELECT average(duration) FROM Transaction"));
}

TEST_F(newrelic_queries, answer_the_same_however_often_and_in_whatever_parts) {
    const std::string whole = rows("SELECT count(*), sum(duration) FROM Transaction");

    EXPECT_EQ(rows("SELECT count(*), sum(duration) FROM Transaction"), whole);
    EXPECT_DOUBLE_EQ(
        number("SELECT count(*) FROM Transaction SINCE 1 hour ago UNTIL 30 minutes ago") +
            number("SELECT count(*) FROM Transaction SINCE 30 minutes ago"),
        number("SELECT count(*) FROM Transaction"));
}

TEST_F(newrelic_queries, sample_where_there_are_too_many_and_count_each_for_several) {
    EXPECT_NEAR(number("SELECT count(*) FROM Transaction SINCE 1 week ago"), 66 * 60 * 24 * 7,
                66 * 60 * 24 * 7 * 0.001);
    EXPECT_NEAR(number("SELECT average(duration) FROM Transaction SINCE 1 week ago"),
                number("SELECT average(duration) FROM Transaction SINCE 1 day ago"), 0.02);
}

TEST_F(newrelic_queries, see_errors_and_slowness_when_an_application_is_in_trouble) {
    const char* const percent =
        "SELECT percentage(count(*), WHERE error IS TRUE) FROM Transaction WHERE appName = 'acme' "
        "SINCE 5 minutes ago";
    const char* const slow =
        "SELECT average(duration) FROM Transaction WHERE appName = 'acme' SINCE 5 minutes ago";
    EXPECT_LT(number(percent), 2);
    const double usual = number(slow);
    control("/_mock/trouble", R"({"app":"acme","kind":"errors"})");
    control("/_mock/trouble", R"({"app":"acme","kind":"slow"})");
    later(5min);

    EXPECT_NEAR(number(percent), 35, 12);
    EXPECT_GT(number(slow), 5 * usual);
    EXPECT_GT(number("SELECT count(*) FROM TransactionError SINCE 5 minutes ago"), 50);
    control("/_mock/trouble", R"({"app":"acme","kind":"down"})");
    later(5min);
    EXPECT_EQ(rows("SELECT count(*) FROM Transaction WHERE appName = 'acme' SINCE 5 minutes ago"),
              R"([{"count":0}])");
}

TEST_F(newrelic_queries, name_what_is_computed_as_new_relic_does) {
    const replied made = ask(
        "{ actor { account(id: 1234567) { nrql(query: \"SELECT count(*), average(duration), "
        "max(duration) AS 'Longest', percentile(duration, 50, 99), uniqueCount(host), "
        "latest(appName), filter(count(*), WHERE error IS TRUE) AS failed, average(duration) * "
        "1000 AS ms FROM Transaction WHERE appName = 'acme'\") { results totalResult metadata { "
        "eventTypes facets messages timeWindow { begin end since until } } } } } }");
    const std::string place = "/data/actor/account/nrql";
    const object& row = made.body.at_pointer(place + "/results/0").as_object();
    std::string keys;
    for (const auto& each : row) keys += std::string(each.key().data(), each.key().size()) + ' ';

    EXPECT_EQ(keys, "count average.duration Longest percentile.duration uniqueCount.host "
                    "latest.appName failed ms ");
    EXPECT_EQ(row.at("uniqueCount.host").as_int64(), 2);
    EXPECT_EQ(row.at("latest.appName").as_string(), "acme");
    EXPECT_NEAR(row.at("average.duration").as_double(), 0.2, 0.1);
    EXPECT_NEAR(row.at("ms").to_number<double>(), row.at("average.duration").as_double() * 1000,
                1e-3);
    EXPECT_LT(row.at("percentile.duration").at("50").as_double(),
              row.at("percentile.duration").at("99").as_double());
    EXPECT_EQ(made.at(place + "/metadata"),
              R"({"eventTypes":["Transaction"],"facets":null,"messages":[],"timeWindow":{"begin":)"
              R"(1709204400000,"end":1709208000000,"since":"60 MINUTES AGO","until":"NOW"}})");
    EXPECT_EQ(made.at(place + "/totalResult"), "null");
}

TEST_F(newrelic_queries, group_by_facets_the_most_first) {
    const replied made =
        ask("{ actor { account(id: 1234567) { nrql(query: \"SELECT count(*) FROM Transaction FACET "
            "appName LIMIT 1\") { results totalResult otherResult metadata { facets } } } } }");
    const std::string place = "/data/actor/account/nrql";

    EXPECT_EQ(made.body.at_pointer(place + "/results").as_array().size(), 1U);
    EXPECT_EQ(made.at(place + "/results/0/facet"), R"("acme")");
    EXPECT_EQ(made.at(place + "/results/0/appName"), R"("acme")");
    EXPECT_EQ(made.at(place + "/metadata/facets"), R"(["appName"])");
    EXPECT_EQ(made.body.at_pointer(place + "/results/0/count").as_int64() +
                  made.body.at_pointer(place + "/otherResult/count").as_int64(),
              made.body.at_pointer(place + "/totalResult/count").as_int64());

    const std::string two = rows("SELECT count(*) FROM Transaction FACET appName, transactionType");
    EXPECT_EQ(two.find(R"([{"facet":["acme","Web"],"appName":"acme","transactionType":"Web",)"), 0U)
        << two;
    const std::string upward =
        rows("SELECT count(*) FROM Transaction FACET appName ORDER BY count(*) ASC");
    EXPECT_EQ(upward.find(R"([{"facet":"brix's \"shop\"")"), 0U) << upward;
}

TEST_F(newrelic_queries, cut_time_into_steps) {
    const std::string series =
        rows("SELECT count(*) FROM Transaction WHERE appName = 'acme' SINCE 10 minutes ago "
             "TIMESERIES 5 minutes");
    EXPECT_EQ(
        series.find(R"([{"beginTimeSeconds":1709207400,"endTimeSeconds":1709207700,"count":)"), 0U)
        << series;
    const auto steps = [&](const std::string& rest) {
        return json::parse(rows("SELECT count(*) FROM Transaction " + rest))->as_array().size();
    };
    EXPECT_EQ(steps("TIMESERIES"), 60U);
    EXPECT_EQ(steps("SINCE 1 day ago TIMESERIES AUTO"), 48U);
    EXPECT_EQ(steps("FACET appName SINCE 10 minutes ago TIMESERIES 5 minutes"), 4U);
}

TEST_F(newrelic_queries, compare_with_what_was_before) {
    const replied made = ask(
        "{ actor { account(id: 1234567) { nrql(query: \"SELECT count(*) FROM Transaction SINCE 5 "
        "minutes ago COMPARE WITH 1 hour ago\") { results currentResults previousResults metadata "
        "{ timeWindow { compareWith } } } } } }");
    const std::string place = "/data/actor/account/nrql";

    EXPECT_EQ(made.at(place + "/results/0/comparison"), R"("current")");
    EXPECT_EQ(made.at(place + "/results/1/comparison"), R"("previous")");
    EXPECT_EQ(made.at(place + "/results/1"), made.at(place + "/previousResults/0"));
    EXPECT_EQ(made.at(place + "/metadata/timeWindow/compareWith"), R"("1 HOUR AGO")");
}

TEST_F(newrelic_queries, show_events_themselves_the_newest_first) {
    const auto events = [&](const std::string& nrql) { return *json::parse(rows(nrql)); };
    const value all = events("SELECT * FROM Transaction");
    EXPECT_EQ(all.as_array().size(), 100U);
    EXPECT_TRUE(all.at(0).as_object().contains("httpResponseCode") ||
                all.at(0).at("transactionType").as_string() == "Other");
    EXPECT_GT(all.at(0).at("timestamp").as_int64(), all.at(99).at("timestamp").as_int64());

    const value slowest =
        events("SELECT name, duration FROM Transaction ORDER BY duration DESC LIMIT 2");
    EXPECT_EQ(slowest.as_array().size(), 2U);
    EXPECT_GE(slowest.at(0).at("duration").as_double(), slowest.at(1).at("duration").as_double());
    EXPECT_EQ(rows("SELECT version, user FROM Deployment SINCE 1 day ago"),
              R"([{"version":"v42","user":null,"timestamp":1709197200000}])");
}

TEST_F(newrelic_queries, know_issues_and_incidents_too) {
    EXPECT_EQ(rows("SELECT event, conditionName FROM NrAiIncident SINCE 1 day ago"),
              R"([{"event":"close","conditionName":"High error rate","timestamp":1709191980000},)"
              R"({"event":"open","conditionName":"High error rate","timestamp":1709190300000}])");
    EXPECT_EQ(rows("SELECT uniques(event) FROM NrAiIssue SINCE 1 day ago"),
              R"([{"uniques.event":["create","activate","close"]}])");
}

TEST_F(newrelic_queries, take_conditions_of_every_kind) {
    const auto count = [&](const std::string& where) {
        return number("SELECT count(*) FROM Transaction WHERE " + where);
    };
    const double all = number("SELECT count(*) FROM Transaction");
    const double acme = count("appName = 'acme'");
    EXPECT_EQ(count("appName != 'acme'"), all - acme);
    EXPECT_EQ(count("NOT (appName = 'acme')"), all - acme);
    EXPECT_EQ(count("appName LIKE '%cm%'"), acme);
    EXPECT_EQ(count("appName NOT LIKE 'acme%'"), all - acme);
    EXPECT_EQ(count("appName IN ('acme', 'other')"), acme);
    EXPECT_EQ(count("appName NOT IN ('acme')"), all - acme);
    EXPECT_EQ(count("appName = 'brix\\'s \"shop\"'"), all - acme);
    EXPECT_EQ(count("request.uri IS NULL"), count("transactionType = 'Other'"));
    EXPECT_EQ(count("request.uri IS NOT NULL OR appName = 'none'"),
              count("`transactionType` = 'Web'"));
    EXPECT_EQ(count("error IS TRUE") + count("error = false"), all);
    EXPECT_EQ(count("duration > 0.2 AND duration <= 0.5") + count("duration <= 0.2") +
                  count("duration > 0.5"),
              all);
    EXPECT_EQ(count("appName = 'acme' AND (error OR duration >= 0) -- a comment"), acme);
}

TEST_F(newrelic_queries, understand_moments_in_many_ways) {
    const auto window = [&](const std::string& rest) {
        const replied made =
            ask("query($q: Nrql!) { actor { account(id: 1234567) { nrql(query: $q) { metadata { "
                "timeWindow { begin end } } } } } }",
                R"({"q":)" + json::text(text_value("SELECT count(*) FROM Nothing " + rest)) + "}");
        return made.error() == "none" ? made.at("/data/actor/account/nrql/metadata/timeWindow")
                                      : made.error();
    };
    const std::string until_now = R"(,"end":1709208000000})";
    EXPECT_EQ(window("SINCE today"), R"({"begin":1709164800000)" + until_now);
    EXPECT_EQ(window("SINCE yesterday UNTIL today"),
              R"({"begin":1709078400000,"end":1709164800000})");
    EXPECT_EQ(window("SINCE 1709200000"), R"({"begin":1709200000000)" + until_now);
    EXPECT_EQ(window("SINCE 1709200000123"), R"({"begin":1709200000123)" + until_now);
    EXPECT_EQ(window("SINCE '2024-02-29 10:00:00'"), R"({"begin":1709200800000)" + until_now);
    EXPECT_EQ(window("SINCE '2024-02-29T11:00:00+01:00'"), R"({"begin":1709200800000)" + until_now);
    EXPECT_EQ(window("SINCE this hour"), "Your query's start time must be before its end time.");
    // A Thursday.
    EXPECT_EQ(window("SINCE this week"), R"({"begin":1708905600000)" + until_now);
    EXPECT_EQ(window("SINCE monday"), R"({"begin":1708905600000)" + until_now);
    EXPECT_EQ(window("SINCE last month UNTIL this month"),
              R"({"begin":1704067200000,"end":1706745600000})");
    EXPECT_EQ(window("SINCE 3 days ago UNTIL 1 day ago"),
              R"({"begin":1708948800000,"end":1709121600000})");
}

struct refused_query {
    const char* nrql;
    const char* error;
};

TEST_F(newrelic_queries, are_answered_at_once_though_their_asker_would_wait) {
    const replied made = in_account("nrql(query: \"SELECT count(*) FROM Nothing\", async: true) { "
                                    "results queryProgress { completed retryAfter } }");
    EXPECT_EQ(made.at("/data/actor/account/nrql"),
              R"({"results":[{"count":0}],"queryProgress":{"completed":true,"retryAfter":null}})");
    EXPECT_EQ(in_account("nrql(query: \"SELECT count(*) FROM Nothing\") { queryProgress { queryId "
                         "} }")
                  .at("/data/actor/account/nrql/queryProgress"),
              "null");
}

TEST_F(newrelic_queries, tell_hosts_apart) {
    const std::string hosts = rows("SELECT count(apm.service.transaction.duration) AS requests, "
                                   "latest(timestamp) AS at FROM Metric FACET host SINCE 30 "
                                   "minutes ago");
    for (const char* const name : {"acme-web-1", "acme-web-2"})
        EXPECT_NE(hosts.find(R"("host":")" + std::string(name) + '"'), std::string::npos) << hosts;
    EXPECT_NE(hosts.find(R"("at":17092079)"), std::string::npos) << hosts;
}

TEST_F(newrelic_queries, are_refused_in_new_relics_own_words) {
    const refused_query all[] = {
        {"SELECT count(*) FORM Transaction",
         "NRQL Syntax Error: Error at line 1 position 17, unexpected 'FORM'"},
        {"SELECT count(*) FROM Transaction\nHAVING x",
         "NRQL Syntax Error: Error at line 2 position 1, unexpected 'HAVING'"},
        {"SELECT count(*",
         "NRQL Syntax Error: Error at line 1 position 15, unexpected end of query"},
        {"SHOW EVENT TYPES", "NRQL Syntax Error: Error at line 1 position 1, unexpected 'SHOW'"},
        {"SELECT baseline(duration) FROM Transaction", "Unknown function baseline()"},
        {"SELECT count(*) FROM Transaction WHERE name RLIKE 'a'",
         "NRQL Syntax Error: Error at line 1 position 45, unexpected 'RLIKE'"},
        {"SELECT count(*) FROM Transaction SINCE 1h",
         "NRQL Syntax Error: Error at line 1 position 40, unexpected '1h'"},
        {"SELECT count(*) FROM Transaction SINCE 1 hour ago UNTIL 2 hours ago",
         "Your query's start time must be before its end time."},
        {"SELECT count(*) FROM Transaction TIMESERIES 1 second",
         "TIMESERIES supports a maximum of 366 buckets"},
        {"SELECT count(*) FROM Transaction TIMESERIES 2 hours",
         "TIMESERIES step size is larger than the current time window."},
        {"SELECT name FROM Transaction FACET host",
         "FACET and TIMESERIES are not supported on events."},
        {"SELECT name, count(*) FROM Transaction",
         "Attributes and aggregates cannot be selected together: name"},
        {"SELECT count(*) FROM Transaction LIMIT 5001", "LIMIT must be between 1 and 5000"},
        {"SELECT average(count(*)) FROM Transaction",
         "Aggregates cannot be of each other: average.count"},
        {"SELECT rate(duration, 1 minute) FROM Transaction", "rate() must be of an aggregate"},
        {"SELECT count(*) FROM Transaction WHERE name = 'a",
         "NRQL Syntax Error: Error at line 1 position 47, unexpected end of query"},
    };
    for (const refused_query& each : all) EXPECT_EQ(rows(each.nrql), each.error) << each.nrql;
    EXPECT_EQ(rows("SELECT count(*) FROM Transaction WHERE " + std::string(100, '(') + "a"),
              "NRQL Syntax Error: the query is nested too deeply");
    EXPECT_EQ(rows("SELECT " + std::string(4'100, 'a')),
              "NRQL query is longer than 4096 characters");
}

TEST_F(newrelic_queries, leave_the_rest_of_the_answer_whole_when_one_is_refused) {
    const replied made = ask("{ actor { account(id: 1234567) { name good: nrql(query: \"SELECT "
                             "count(*) FROM Nothing\") { results } bad: nrql(query: \"SELECT\") { "
                             "results } } } }");

    EXPECT_EQ(made.at("/data/actor/account"),
              R"({"name":"Agency","good":{"results":[{"count":0}]},"bad":null})");
    EXPECT_EQ(made.at("/errors/0/path"), R"(["actor","account","bad"])");
    EXPECT_EQ(made.at("/errors/0/extensions"),
              R"({"errorClass":"INVALID_INPUT","errorCode":"NRDB:1102004"})");
}

TEST_F(newrelic_queries, run_out_after_three_thousand_a_minute) {
    for (int i = 0; i < 3'000; ++i) ASSERT_EQ(rows("SELECT count(*) FROM N"), R"([{"count":0}])");

    const replied made = in_account("nrql(query: \"SELECT count(*) FROM N\") { results }");
    EXPECT_EQ(made.status(), 200);
    EXPECT_EQ(made.error_class(), R"("TOO_MANY_REQUESTS")");
    later(1min);
    EXPECT_EQ(rows("SELECT count(*) FROM N"), R"([{"count":0}])");
}

} // namespace
} // namespace chatops::mocks::newrelic
