// A log that is followed goes on after what there was.
#include "tests/mocks/heroku_account.hpp"

#include <algorithm>

namespace chatops::mocks {
namespace {

class heroku_tails : public heroku_account {
  public:
    using heroku_account::heroku_account;

    sim::stream_id follow(const std::string& body, const std::string& accept = "*/*") {
        const seen session = post("/apps/acme-staging/log-sessions", body);
        http::request what;
        what.url = std::string(session.body.at("logplex_url").get_string());
        what.url.erase(0, what.url.find("/streams"));
        what.headers = {{"Accept", accept}};
        const sim::answer begun = server.serve(what, {now, now});
        first = begun.what.body;
        return begun.goes_on.value_or(0);
    }
    void writes(const std::string& text, const std::string& app = "acme-staging") {
        http::request what;
        what.method = "POST";
        what.url = "/_mock/log";
        what.body = json::text(boost::json::object{{"app", app}, {"text", text}});
        const auto answered = server.control(what, {now, now});
        ASSERT_TRUE(answered);
        EXPECT_EQ(answered->status, 200);
    }
    /// All that is due by now, as a host asks for it.
    std::string due(sim::stream_id of) {
        std::string text;
        for (auto at = server.due(); at && *at <= now; at = server.due()) {
            sim::outbox out;
            server.advance({now, now}, out);
            for (const auto& each : out.pieces)
                if (each.of == of) text += each.text;
            is_over = is_over || std::count(out.ended.begin(), out.ended.end(), of) > 0;
        }
        return text;
    }

    std::string first;
    bool is_over = false;
};

TEST_F(heroku_tails, go_on_with_each_line_until_the_reader_leaves) {
    writes("one\ntwo");
    const auto reader = follow(R"({"lines":1,"tail":true})");
    EXPECT_EQ(first, "2024-02-29T12:00:00.000000+00:00 app[web.1]: two\n");
    EXPECT_EQ(due(reader), "") << "nothing new";
    writes("three");
    EXPECT_EQ(due(reader), "2024-02-29T12:00:00.000000+00:00 app[web.1]: three\n");
    send("DELETE", "/apps/acme-staging/dynos/web.2");
    now += 5s;
    EXPECT_EQ(due(reader),
              "2024-02-29T12:00:00.000000+00:00 heroku[web.2]: Restarting\n"
              "2024-02-29T12:00:00.000000+00:00 heroku[web.2]: Starting process with command "
              "`bin/web`\n"
              "2024-02-29T12:00:05.000000+00:00 heroku[web.2]: State changed from starting to "
              "up\n");
    server.left(reader, {now, now});
    writes("four");
    EXPECT_EQ(due(reader), "");
}

TEST_F(heroku_tails, show_what_their_session_asked_for_and_number_their_events) {
    const auto worker = follow(R"({"tail":true,"dyno_name":"worker.1"})", "text/event-stream");
    const auto all = follow(R"({"tail":true,"source":"app"})", "text/event-stream");
    writes("one");
    writes("two");
    EXPECT_EQ(due(all), "id: 1\ndata: 2024-02-29T12:00:00.000000+00:00 app[web.1]: one\n\n"
                        "id: 2\ndata: 2024-02-29T12:00:00.000000+00:00 app[web.1]: two\n\n");
    EXPECT_EQ(due(worker), "");
    EXPECT_EQ(follow(R"({"lines":10})"), 0U) << "no tail: it ends with what there is";
}

TEST_F(heroku_tails, end_with_their_application) {
    const auto reader = follow(R"({"tail":true})");
    remove("/apps/acme-staging");
    due(reader);
    EXPECT_TRUE(is_over);
}

heroku::seed visited_account() {
    heroku::seed given = agency_account();
    given.apps.front().is_visited = true;
    return given;
}

class heroku_visits : public heroku_tails {
  public:
    heroku_visits() : heroku_tails(visited_account()) {}
};

TEST_F(heroku_visits, are_written_while_somebody_follows) {
    EXPECT_FALSE(server.due()) << "nobody looks";
    const auto reader = follow(R"({"tail":true,"lines":0})");
    now += 10s;
    const std::string text = due(reader);
    EXPECT_NE(text.find(" heroku[router]: at=info method=GET path=\"/"), std::string::npos) << text;
    EXPECT_NE(text.find(" app[web.1]: GET /"), std::string::npos) << text;
    server.left(reader, {now, now});
    EXPECT_FALSE(server.due());
}

} // namespace
} // namespace chatops::mocks
