// One conversation with Papertrail after another: what is asked, and how patiently.
#include "tests/provider/papertrail_conversation.hpp"

namespace chatops::papertrail {
namespace {

const std::string searching = "GET /api/v1/events/search.json?";

TEST_F(papertrail_client, says_who_it_is) {
    network.on("GET /api/v1/systems/7.json", 200,
               R"({"id":7,"name":"web-1","ip_address":null,"hostname":"w","last_event_at":null,)"
               R"("syslog":{"hostname":"logs.papertrailapp.com","port":514},"_links":{}})");
    auto papertrail = made();
    const auto found = world.play(papertrail.show<papertrail::system>(7));
    EXPECT_EQ(found.name, "web-1");
    EXPECT_EQ(found.ip_address, std::nullopt);
    EXPECT_EQ(found.syslog->port, 514);
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.headers.get("X-Papertrail-Token"), "very-secret");
    EXPECT_FALSE(sent.headers.has("Authorization"));
}

TEST_F(papertrail_client, reads_ids_as_texts_and_as_numbers) {
    network.on(
        searching + "limit=2", 200,
        page_json(event_json("\"812520720696492064\"") + "," + event_json("812520720696492063"),
                  "812520720696492063", "812520720696492064", "reached_beginning"));
    auto papertrail = made();
    const auto found = world.play(papertrail.newest({}, 2));
    ASSERT_EQ(found.events.size(), 2U);
    EXPECT_EQ(found.events[0].id, 812'520'720'696'492'063);
    EXPECT_EQ(found.events[1].id, 812'520'720'696'492'064);
    EXPECT_EQ(found.events[0].program, "");
    EXPECT_EQ(found.events[0].received_at, world.start) << "noon in UTC";
    EXPECT_TRUE(found.end.is_whole);
}

TEST_F(papertrail_client, says_all_of_what_is_looked_for) {
    network.on(searching + "q=%22a%20b%22%20-c%26d%3D%25&system_id=7&group_id=8"
                           "&min_time=1709200000&max_time=1709208000&limit=1000",
               200, page_json("", "1", "9", "reached_beginning"));
    auto papertrail = made();
    search_order which;
    which.query = "\"a b\" -c&d=%";
    which.system_id = 7;
    which.group_id = 8;
    which.since = time_point(1'709'200'000s);
    which.until = world.start;
    EXPECT_TRUE(world.play(papertrail.newest(which, 5'000)).events.empty());
}

TEST_F(papertrail_client, goes_back_page_by_page_without_a_line_twice) {
    network.on(searching + "limit=2", 200,
               page_json(event_json("\"8\"") + "," + event_json("\"9\""), "8", "9",
                         "reached_record_limit"));
    network.on(searching + "max_id=8&limit=2", 200,
               page_json(event_json("\"7\"") + "," + event_json("\"8\""), "7", "8",
                         "reached_record_limit"));
    network.on(searching + "max_id=7&limit=2", 200, page_json("", "5", "6", "reached_time_limit"));
    network.on(searching + "max_id=5&limit=2", 200,
               page_json(event_json("\"3\""), "1", "4", "reached_beginning"));
    EXPECT_EQ(pages_of({}), "8 9  | 7  |  | 3 whole");
}

TEST_F(papertrail_client, ends_where_nothing_more_is_looked_at) {
    network.on(searching + "limit=2", 200,
               page_json(event_json("\"8\""), "8", "9", "reached_record_limit"));
    network.on(searching + "max_id=8&limit=2", 200,
               page_json(event_json("\"8\""), "8", "8", "reached_record_limit"));
    EXPECT_EQ(pages_of({}), "8  | whole");
}

TEST_F(papertrail_client, stops_when_enough_was_seen) {
    network.on(searching + "limit=2", 200,
               page_json(event_json("\"8\""), "8", "9", "reached_record_limit"));
    EXPECT_EQ(pages_of({}, 2, 1), "8 in part");
}

TEST_F(papertrail_client, asks_for_what_came_after_without_a_gap) {
    network.on(searching + "min_id=7&tail=false&limit=3", 200,
               page_json(event_json("\"7\"") + "," + event_json("\"8\""), "7", "8", "reached_end"));
    auto papertrail = made();
    const event_page page = world.play(papertrail.after({}, 7, 3));
    ASSERT_EQ(page.events.size(), 1U) << "the line at the boundary was read before";
    EXPECT_EQ(page.max_id, 8);
    EXPECT_TRUE(page.is_last());
}

TEST_F(papertrail_client, follows_a_log_from_its_last_lines_on) {
    network.on(searching + "q=boom&limit=10", 200,
               page_json(event_json("\"3\"", "one"), "1", "4", "reached_beginning"));
    network.on(searching + "q=boom&min_id=4&tail=false&limit=1000", 200,
               page_json("", "4", "4", "reached_end"));
    network.on(searching + "q=boom&min_id=4&tail=false&limit=1000", 200,
               page_json(event_json("\"5\"", "two"), "4", "6", "reached_record_limit"));
    network.on(searching + "q=boom&min_id=6&tail=false&limit=1000", 200,
               page_json(event_json("\"8\"", "three"), "6", "9", "reached_end"));
    auto papertrail = made();
    const event_writer write = [](const std::vector<event>& events) {
        std::string text;
        for (const event& each : events) text += each.message + '\n';
        return text;
    };
    search_order which;
    which.query = "boom";
    auto seen = std::make_shared<std::optional<std::int64_t>>();
    const auto stream = world.play(papertrail.tail(which, write, seen));
    EXPECT_EQ(world.play(stream->receive()), "one\n");
    EXPECT_EQ(world.play(stream->receive()), "two\n");
    EXPECT_EQ(world.time.now() - world.start, 4s) << "every two seconds while nothing comes";
    EXPECT_EQ(world.play(stream->receive()), "three\n");
    EXPECT_EQ(world.time.now() - world.start, 4s) << "and at once where there is more";
    EXPECT_EQ(**seen, 9);
    stream->close();
    EXPECT_EQ(world.play(stream->receive()), std::nullopt);
}

TEST_F(papertrail_client, ends_what_is_followed_where_it_is_refused) {
    network.on(searching + "limit=10", 200, page_json("", "1", "4", "reached_beginning"));
    network.on(searching + "min_id=4&tail=false&limit=1000", 404,
               R"({"message":"Group not found"})");
    auto papertrail = made();
    const event_writer write = [](const std::vector<event>&) { return std::string(); };
    const auto stream =
        world.play(papertrail.tail({}, write, std::make_shared<std::optional<std::int64_t>>()));
    EXPECT_EQ(failure_of(stream->receive()), "not done: Group not found");
}

TEST_F(papertrail_client, says_what_was_refused_in_papertrails_words) {
    network.on(searching + "q=%28&limit=1", 400, R"x({"message":"Invalid search query: no )"})x",
               {{"X-Request-Id", "r-1"}});
    auto papertrail = made();
    search_order which;
    which.query = "(";
    EXPECT_EQ(failure_of(papertrail.newest(which, 1)),
              "400 http_400 r-1: Invalid search query: no )");
    network.on("GET /api/v1/systems.json", 401, R"({"message":"Invalid API token"})");
    auto another = made();
    EXPECT_EQ(failure_of(another.list<papertrail::system>()),
              "401 http_401 : Invalid API token Check the token of papertrail in the "
              "configuration.");
}

TEST_F(papertrail_client, refuses_answers_that_do_not_say_what_they_looked_at) {
    network.on(searching + "limit=1", 200, R"({"events":[]})");
    auto papertrail = made();
    EXPECT_NE(failure_of(papertrail.newest({}, 1)).find("not done: "), std::string::npos);
}

TEST_F(papertrail_client, makes_things_as_papertrail_reads_them) {
    const std::string group =
        R"({"id":3,"name":"G","system_wildcard":null,"systems":[{"id":7,"name":"w"}]})";
    network.on("POST /api/v1/groups.json", 200, group);
    network.on("PUT /api/v1/groups/3.json", 200, group);
    network.on("POST /api/v1/systems/7/join.json", 200, R"({"message":"x"})");
    network.on("POST /api/v1/users/invite.json", 200, R"({"message":"x"})");
    network.on("DELETE /api/v1/groups/3.json", 404, R"({"message":"Group not found"})");
    auto papertrail = made();
    group_order order;
    order.name = "G";
    order.system_ids = {7};
    EXPECT_EQ(world.play(papertrail.create<papertrail::group>(order)).systems.at(0).name, "w");
    world.play(papertrail.change<papertrail::group>(3, name_change{"H"}));
    world.play(papertrail.join(7, 3));
    world.play(papertrail.invite({"a@b.example", true}));
    world.play(papertrail.remove<papertrail::group>(3));
    EXPECT_EQ(network.sent.at(0).body, R"({"group":{"name":"G","system_ids":[7]}})");
    EXPECT_EQ(network.sent.at(1).body, R"({"group":{"name":"H"}})");
    EXPECT_EQ(network.sent.at(2).body, R"({"group_id":3})");
    EXPECT_EQ(network.sent.at(3).body, R"({"user":{"email":"a@b.example","read_only":true}})");
}

TEST_F(papertrail_client, changes_by_what_a_system_is_recognized) {
    const std::string system = R"({"id":7,"name":"w","ip_address":null,"hostname":"w9"})";
    network.on("PUT /api/v1/systems/7.json", 200, system);
    network.silent("PUT /api/v1/systems/7.json", happened);
    network.on("PUT /api/v1/systems/7.json", 200, system);
    auto papertrail = made();
    system_change to;
    to.hostname = "w9";
    to.ip_address = "";
    const std::optional<std::int64_t> port = 3;
    EXPECT_EQ(world.play(papertrail.change_system(7, to, port)).hostname, "w9");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"system":{"hostname":"w9","ip_address":""},"destination_id":3})");
    const std::optional<std::int64_t> none;
    EXPECT_EQ(world.play(papertrail.change_system(7, to, none)).id, 7) << "it may be asked twice";
}

TEST_F(papertrail_client, waits_for_its_turn_before_it_is_refused) {
    network.on("GET /api/v1/users.json", 200, "[]",
               {{"X-Rate-Limit-Remaining", "0"}, {"X-Rate-Limit-Reset", "3"}});
    network.on("GET /api/v1/users.json", 200, "[]");
    auto papertrail = made();
    world.play(papertrail.list<papertrail::user>());
    world.play(papertrail.list<papertrail::user>());
    EXPECT_GE(network.sent_at.at(1) - network.sent_at.at(0), 3s);
}

TEST_F(papertrail_client, reads_what_is_used_and_archived) {
    network.on("GET /api/v1/accounts.json", 200,
               R"({"log_data_transfer_used":10,"log_data_transfer_used_percent":3.5,)"
               R"("log_data_transfer_plan_limit":100,"log_data_transfer_hard_limit":200})");
    network.on("GET /api/v1/archives.json", 200,
               R"([{"start":"2024-02-27T00:00:00Z","filename":"a.gz","filesize":"12"},)"
               R"({"start":"2024-02-28T00:00:00Z","filename":"b.gz","filesize":13,)"
               R"("_links":{"download":{"href":"https://p.example/b/download?signature=x"}}},)"
               R"({"start":"2024-02-26T00:00:00Z","filename":"c.gz","filesize":"1 kB"}])");
    auto papertrail = made();
    EXPECT_EQ(world.play(papertrail.usage()).log_data_transfer_used_percent, 3.5);
    const auto all = world.play(papertrail.archives());
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].filename, "b.gz");
    EXPECT_EQ(all[0].filesize, 13);
    EXPECT_EQ(all[0].download, "https://p.example/b/download") << "a signature lets anybody in";
    EXPECT_EQ(all[1].download, std::nullopt);
    EXPECT_EQ(all[1].filesize, 12);
    EXPECT_EQ(all[2].filesize, std::nullopt);
}

} // namespace
} // namespace chatops::papertrail
