// What belongs to an application, one conversation after another: config vars, domains, add-ons,
// builds, logs, commands that run once.
#include "tests/provider/heroku_conversation.hpp"

namespace chatops::heroku {
namespace {

const std::string domain_json =
    R"({"id":"d-1","hostname":"www.acme.example","kind":"custom","cname":"x.herokudns.com",)"
    R"("created_at":"2024-02-29T11:00:00Z","acm_status":null})";
const std::string addon_json =
    R"({"id":"a-1","name":"redis-flat-1","addon_service":{"id":"s","name":"heroku-redis"},)"
    R"("plan":{"id":"p","name":"heroku-redis:mini"},"state":"provisioned",)"
    R"("config_vars":["REDIS_URL"],"created_at":"2024-02-29T11:00:00Z"})";

std::string build_json(const std::string& id, const std::string& more) {
    return R"({"id":")" + id +
           R"(","status":"pending","source_blob":{"url":"https://c.example/a.tgz","version":null},)"
           R"("user":{"email":"a@b"},"release":null,"created_at":"2024-02-29T11:00:00Z",)"
           R"("updated_at":"2024-02-29T11:00:00Z")" +
           more + "}";
}

TEST_F(heroku_client, asks_for_what_belongs_to_an_application_by_its_type) {
    network.on("GET /apps/acme/domains", 200, "[" + domain_json + "]")
        .on("GET /apps/acme/addons/a%2F1", 200, addon_json)
        .on("GET /apps/acme/addons/gone", 404, R"({"id":"not_found","message":"No."})")
        .on("POST /apps/acme/domains", 201, domain_json)
        .on("PATCH /apps/acme/addons/a-1", 200, addon_json);
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.list<domain>(acme)).at(0).cname, "x.herokudns.com");
    EXPECT_EQ(world.play(heroku.show<addon>(acme, "a/1")).plan.name, "heroku-redis:mini");
    EXPECT_EQ(world.play(heroku.find<addon>(acme, "gone")), std::nullopt);
    const domain_order www("www.acme.example");
    EXPECT_EQ(world.play(heroku.create<domain>(acme, www)).hostname, "www.acme.example");
    EXPECT_EQ(world.play(heroku.change_plan(acme, "a-1", plan_change{"heroku-redis:mini"})).id,
              "a-1");
    EXPECT_EQ(network.sent.at(3).body, R"({"hostname":"www.acme.example","sni_endpoint":null})");
    EXPECT_EQ(network.sent.at(4).body, R"({"plan":"heroku-redis:mini"})");
}

TEST_F(heroku_client, ends_what_is_gone_already_without_a_failure) {
    network.on("DELETE /apps/acme/domains/d-1", 200, domain_json)
        .on("DELETE /apps/acme/domains/d-1", 404, R"({"id":"not_found","message":"No."})")
        .on("DELETE /apps/acme/domains/d-1", 403, R"({"id":"forbidden","message":"No."})")
        .on("DELETE /apps/id-acme", 404, R"({"id":"not_found","message":"No."})");
    auto heroku = made();
    world.play(heroku.remove<domain>(acme, "d-1"));
    world.play(heroku.remove<domain>(acme, "d-1"));
    EXPECT_EQ(failure_of(heroku.remove<domain>(acme, "d-1")), "403 forbidden : No.");
    world.play(heroku.destroy_app("id-acme"));
}

TEST_F(heroku_client, keeps_values_of_config_vars_secret) {
    network.on("GET /apps/acme/config-vars", 200, R"({"KEY":"v\"1\u0000","OTHER":""})")
        .on("GET /apps/acme/releases/7/config-vars", 200, R"({"KEY":"old"})")
        .on("PATCH /apps/acme/config-vars", 200, R"({"KEY":"new"})")
        .on("GET /apps/acme/config-vars", 200, R"({"KEY":["s3cr3t"]})");
    every_try("GET /apps/acme/config-vars", 200, R"({"KEY":["s3cr3t"]})");
    auto heroku = made();
    const config_vars now = world.play(heroku.config_vars(acme));
    EXPECT_EQ(now.at("KEY").reveal(), std::string_view("v\"1\0", 4));
    EXPECT_EQ(world.play(heroku.config_vars_of(acme, release_version{7})).at("KEY").reveal(),
              "old");
    config_changes to;
    to.emplace("KEY", secret("a\"\\\n</b>&'`$ä"));
    to.emplace("OTHER", std::nullopt);
    world.play(heroku.change_config_vars(acme, to));
    const auto sent = json::parse(network.sent.at(2).body).value();
    EXPECT_EQ(sent.at("KEY"), "a\"\\\n</b>&'`$ä");
    EXPECT_TRUE(sent.at("OTHER").is_null());
    const std::string failed = failure_of(heroku.config_vars(acme));
    EXPECT_EQ(failed.find("s3cr3t"), std::string::npos) << failed;
    EXPECT_NE(failed.find("not what was expected"), std::string::npos) << failed;
    network.script.resize(network.sent.size());
}

TEST_F(heroku_client, reads_output_elsewhere_without_its_token) {
    network
        .on("GET /apps/acme/builds/b-1", 200,
            build_json("b-1", R"(,"output_stream_url":"https://out.example/streams/1?sig=x")"))
        .silent("GET /streams/1?sig=x", happened)
        .on("GET /streams/1?sig=x", 200, "-----> done\n");
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.build_output(acme, "b-1")), "-----> done\n");
    const http::request& sent = network.sent.at(2);
    EXPECT_EQ(sent.url, "https://out.example/streams/1?sig=x");
    EXPECT_FALSE(sent.headers.has("Authorization")) << "that is somebody else's host";
}

TEST_F(heroku_client, reads_what_a_release_phase_wrote) {
    const std::string bare = release_json(7);
    const std::string told = bare.substr(0, bare.size() - 1) +
                             R"(,"output_stream_url":"https://out.example/streams/7?sig=x"})";
    network.on("GET /apps/acme/releases/7", 200, told)
        .on("GET /streams/7?sig=x", 200, "Migrating\n")
        .on("GET /apps/acme/releases/7", 200, bare)
        .on("GET /apps/acme/releases/7", 200, told)
        .on("GET /streams/7?sig=x", 404, "gone");
    auto heroku = made();
    const release_version seventh{7};
    EXPECT_EQ(world.play(heroku.release_output(acme, seventh)), "Migrating\n");
    EXPECT_FALSE(network.sent.at(1).headers.has("Authorization")) << "that is somebody else's host";
    EXPECT_EQ(world.play(heroku.release_output(acme, seventh)), std::nullopt);
    EXPECT_EQ(failure_of(heroku.release_output(acme, seventh)),
              "404 http_404 : its output cannot be read any more (404)");
}

TEST_F(heroku_client, lists_what_add_ons_there_are) {
    network
        .on("GET /addon-services", 200,
            R"([{"name":"heroku-redis","human_name":"Heroku Key-Value Store","state":"ga"}])")
        .on("GET /addon-services/heroku-redis/plans", 200,
            R"([{"name":"heroku-redis:premium-0","state":"ga","default":false,)"
            R"("price":{"cents":1500,"unit":"month","contract":false}},)"
            R"({"name":"heroku-redis:mini","state":"ga","price":{"cents":300,"unit":"month"}}])");
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.offers<addon_service>()).at(0).human_name,
              "Heroku Key-Value Store");
    const service_name redis{"heroku-redis"};
    const auto plans = world.play(heroku.plans_of(redis));
    EXPECT_EQ(plans.at(0).short_name(), "mini") << "the cheapest first";
    EXPECT_EQ(plans.at(1).price->cents, 1500);
}

TEST_F(heroku_client, says_nothing_of_where_output_stands_when_it_cannot_be_read) {
    const std::string build =
        build_json("b-1", R"(,"output_stream_url":"https://out.example/streams/1?sig=x")");
    network.on("GET /apps/acme/builds/b-1", 200, build).on("GET /streams/1?sig=x", 404, "gone");
    network.on("GET /apps/acme/builds/b-1", 200,
               build_json("b-1", R"(,"output_stream_url":"http://out.example/streams/1")"));
    network.on("GET /apps/acme/builds/b-1", 200, build_json("b-1", ""));
    network.on("GET /apps/acme/builds/b-1", 200, build);
    every_try("GET /streams/1?sig=x", 503, "");
    auto heroku = made();
    EXPECT_EQ(failure_of(heroku.build_output(acme, "b-1")),
              "404 http_404 : its output cannot be read any more (404)");
    EXPECT_EQ(failure_of(heroku.build_output(acme, "b-1")),
              "not done: it is at an address without TLS (GET its output)");
    EXPECT_EQ(world.play(heroku.build_output(acme, "b-1")), "");
    EXPECT_EQ(failure_of(heroku.build_output(acme, "b-1")),
              "not done: it answered 503 (GET its output)");
    network.script.resize(network.sent.size());
}

TEST_F(heroku_client, opens_a_log_and_reads_it) {
    network
        .on("POST /apps/acme/log-sessions", 201,
            R"({"id":"l-1","logplex_url":"https://logs.example/s/1","created_at":"x"})")
        .on("GET /s/1", 200, "one\ntwo\n");
    auto heroku = made();
    log_order some;
    some.lines = 2;
    some.source = "app";
    some.dyno_name = "web.1";
    EXPECT_EQ(world.play(heroku.log(acme, some)), "one\ntwo\n");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"lines":2,"tail":false,"source":"app","dyno_name":"web.1"})");
}

TEST_F(heroku_client, runs_a_command_once_and_stops_dynos) {
    network.on("POST /apps/acme/dynos", 201, dyno_json("run.1234", "starting"))
        .on("POST /apps/acme/dynos", 503, html)
        .on("GET /apps/acme/dynos/run.1234", 404, R"({"id":"not_found","message":"No."})")
        .on("POST /apps/acme/dynos/web.2/actions/stop", 202, "{}")
        .on("POST /apps/acme/formations/web/actions/stop", 202, "{}");
    auto heroku = made();
    run_order order;
    order.command = "rake \"db:migrate\" | tee 'x'";
    EXPECT_EQ(world.play(heroku.run(acme, order)).name, "run.1234");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"command":"rake \"db:migrate\" | tee 'x'","type":"run","attach":false})");
    order.time_to_live = 300;
    EXPECT_EQ(failure_of(heroku.run(acme, order)),
              "perhaps done: it answered 503 (POST /apps/acme/dynos)")
        << "what could happen twice is not asked for twice";
    EXPECT_EQ(json::parse(network.sent.at(1).body).value().at("time_to_live"), 300);
    EXPECT_EQ(world.play(heroku.find_dyno(acme, "run.1234")), std::nullopt);
    world.play(heroku.stop(acme, dyno_group::parse("web.2").value()));
    world.play(heroku.stop(acme, dyno_group::parse("web").value()));
}

TEST_F(heroku_client, makes_changes_and_finds_applications) {
    network.on("POST /apps", 201, app_json("demo"))
        .on("GET /apps/demo", 404, R"({"id":"not_found","message":"No."})")
        .on("GET /apps/demo", 403, R"({"id":"forbidden","message":"Not yours."})")
        .silent("PATCH /apps/id-demo", happened)
        .on("PATCH /apps/id-demo", 200, app_json("demo"));
    auto heroku = made();
    app_order order;
    order.name = "demo";
    order.region = "eu";
    EXPECT_EQ(world.play(heroku.create_app(order)).name, "demo");
    EXPECT_EQ(network.sent.at(0).body, R"({"name":"demo","region":"eu"})");
    EXPECT_EQ(world.play(heroku.find_app("demo")), std::nullopt);
    EXPECT_EQ(failure_of(heroku.find_app("demo")), "403 forbidden : Not yours.");
    app_change to;
    to.maintenance = true;
    world.play(heroku.change_app("id-demo", to));
    EXPECT_EQ(network.sent.at(4).body, R"({"maintenance":true})");
}

TEST_F(heroku_client, asks_for_the_newest_builds) {
    network.on("GET /apps/acme/builds", 200, "[" + build_json("b-1", "") + "]");
    auto heroku = made();
    const auto newest = world.play(heroku.builds(acme, 2));
    EXPECT_EQ(newest.at(0).source_blob.url, "https://c.example/a.tgz");
    EXPECT_EQ(network.sent.at(0).headers.get("Range"), "created_at ..; max=2, order=desc");
}

} // namespace
} // namespace chatops::heroku
