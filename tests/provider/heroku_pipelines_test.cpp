// Pipelines, promotions, features, log drains and webhooks, one conversation after another; and
// addresses in which a credential may stand.
#include "tests/provider/heroku_conversation.hpp"

namespace chatops::heroku {
namespace {

const std::string coupling_json =
    R"({"id":"c-1","app":{"id":"id-acme"},"pipeline":{"id":"p-1"},"stage":"staging","new":1})";
const std::string drain_json =
    R"({"id":"d-1","url":"https://me:s3cr3t@logs.example/a?key=s3cr3t","addon":null,)"
    R"("token":"d.s3cr3t","created_at":"2024-02-29T11:00:00Z"})";
const std::string webhook_json =
    R"({"id":"w-1","url":"https://hooks.example/s3cr3t","include":["api:release"],)"
    R"("level":"notify","created_at":"2024-02-29T11:00:00Z"})";

TEST_F(heroku_client, sees_pipelines_and_what_is_in_them) {
    network
        .on("GET /pipelines", 200,
            R"([{"id":"p-2","name":"b","created_at":"2024-02-29T11:00:00Z"},)"
            R"({"id":"p-1","name":"a","created_at":"2024-02-29T11:00:00Z","owner":null}])")
        .on("GET /pipeline-couplings", 200, "[" + coupling_json + "]")
        .on("GET /pipelines/p-1/pipeline-couplings", 200, "[]")
        .on("GET /apps/acme/pipeline-couplings", 200, coupling_json)
        .on("GET /apps/acme/pipeline-couplings", 404, R"({"id":"not_found","message":"No."})")
        .on("GET /apps/acme/pipeline-couplings", 403, R"({"id":"forbidden","message":"No."})");
    auto heroku = made();
    EXPECT_EQ(world.play(heroku.pipelines()).front().name, "a");
    EXPECT_EQ(world.play(heroku.couplings()).at(0).stage, "staging");
    EXPECT_TRUE(world.play(heroku.couplings_of("p-1")).empty());
    EXPECT_EQ(world.play(heroku.find_coupling(acme))->pipeline.id, "p-1");
    EXPECT_EQ(world.play(heroku.find_coupling(acme)), std::nullopt);
    EXPECT_EQ(failure_of(heroku.find_coupling(acme)), "403 forbidden : No.");
}

TEST_F(heroku_client, changes_pipelines_and_what_is_in_them) {
    const std::string pipeline_json =
        R"({"id":"p-1","name":"shop","created_at":"2024-02-29T11:00:00Z"})";
    network.on("POST /pipelines", 201, pipeline_json)
        .on("POST /pipelines", 503, html)
        .silent("PATCH /pipelines/p-1", happened)
        .on("PATCH /pipelines/p-1", 200, pipeline_json)
        .on("GET /pipelines/p-1", 404, R"({"id":"not_found","message":"No."})")
        .on("DELETE /pipelines/p-1", 404, R"({"id":"not_found","message":"No."})")
        .on("POST /pipeline-couplings", 201, coupling_json)
        .silent("PATCH /pipeline-couplings/c-1", happened)
        .on("PATCH /pipeline-couplings/c-1", 200, coupling_json)
        .on("DELETE /pipeline-couplings/c-1", 200, coupling_json)
        .on("DELETE /pipeline-couplings/c-1", 403, R"({"id":"forbidden","message":"No."})");
    auto heroku = made();
    const pipeline_order shop{"shop"};
    EXPECT_EQ(world.play(heroku.create_pipeline(shop)).id, "p-1");
    EXPECT_EQ(network.sent.at(0).body, R"({"name":"shop"})");
    EXPECT_EQ(failure_of(heroku.create_pipeline(shop)),
              "perhaps done: it answered 503 (POST /pipelines)")
        << "what could happen twice is not asked for twice";
    EXPECT_EQ(world.play(heroku.change_pipeline("p-1", shop)).name, "shop");
    EXPECT_EQ(world.play(heroku.find_pipeline("p-1")), std::nullopt);
    world.play(heroku.destroy_pipeline("p-1"));
    const coupling_order into{"id-acme", "p-1", "staging"};
    EXPECT_EQ(world.play(heroku.couple(into)).stage, "staging");
    EXPECT_EQ(network.sent.at(6).body, R"({"app":"id-acme","pipeline":"p-1","stage":"staging"})");
    const stage_change to{"staging"};
    EXPECT_EQ(world.play(heroku.move_coupling("c-1", to)).id, "c-1");
    EXPECT_EQ(network.sent.at(8).body, R"({"stage":"staging"})");
    world.play(heroku.uncouple("c-1"));
    EXPECT_EQ(failure_of(heroku.uncouple("c-1")), "403 forbidden : No.");
}

TEST_F(heroku_client, promotes_once_and_follows_it) {
    network.on("POST /pipeline-promotions", 201, R"({"id":"m-1","status":"pending"})")
        .on("POST /pipeline-promotions", 503, html)
        .on("GET /pipeline-promotions/m-1", 200, R"({"id":"m-1","status":"completed"})")
        .on("GET /pipeline-promotions/m-1/promotion-targets", 200,
            R"([{"app":{"id":"id-b"},"status":"failed","release":null,"error_message":"No."}])");
    auto heroku = made();
    promotion_order order;
    order.pipeline.id = "p-1";
    order.source.app.id = "id-a";
    order.source.release = with_id{"r-1"};
    order.targets.push_back({{"id-b"}});
    EXPECT_EQ(world.play(heroku.promote(order)).id, "m-1");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"pipeline":{"id":"p-1"},"source":{"app":{"id":"id-a"},"release":{"id":"r-1"}},)"
              R"("targets":[{"app":{"id":"id-b"}}]})");
    EXPECT_EQ(failure_of(heroku.promote(order)),
              "perhaps done: it answered 503 (POST /pipeline-promotions)")
        << "what could happen twice is not asked for twice";
    EXPECT_EQ(world.play(heroku.show_promotion("m-1")).status, "completed");
    EXPECT_EQ(world.play(heroku.promotion_targets("m-1")).at(0).error_message, "No.");
}

TEST_F(heroku_client, switches_features_and_cancels_builds_as_often_as_it_takes) {
    network.silent("PATCH /apps/acme/features/preboot", happened)
        .on("PATCH /apps/acme/features/preboot", 200,
            R"({"id":"f-1","name":"preboot","enabled":true,"description":null})")
        .silent("DELETE /apps/acme/builds/b-1", happened)
        .on("DELETE /apps/acme/builds/b-1", 422,
            R"({"id":"invalid_params","message":"Build is not pending."})");
    auto heroku = made();
    EXPECT_TRUE(world.play(heroku.switch_feature(acme, "preboot", feature_change{true})).enabled);
    EXPECT_EQ(network.sent.at(1).body, R"({"enabled":true})");
    EXPECT_EQ(failure_of(heroku.cancel_build(acme, "b-1")),
              "422 invalid_params : Build is not pending.");
}

TEST_F(heroku_client, keeps_no_more_of_an_address_than_everybody_may_see) {
    network.on("POST /apps/acme/log-drains", 201, drain_json)
        .on("GET /apps/acme/log-drains", 200, "[" + drain_json + "]")
        .on("POST /apps/acme/webhooks", 201, webhook_json)
        .silent("PATCH /apps/acme/webhooks/w-1", happened)
        .on("PATCH /apps/acme/webhooks/w-1", 200, webhook_json)
        .on("POST /apps/acme/log-drains", 503, html);
    auto heroku = made();
    const secret url("https://me:s3cr3t@logs.example/a?key=s3cr3t");
    EXPECT_EQ(world.play(heroku.create_drain(acme, url)).url.text,
              "https://[hidden]@logs.example/[hidden]");
    EXPECT_EQ(json::parse(network.sent.at(0).body).value().at("url"),
              "https://me:s3cr3t@logs.example/a?key=s3cr3t");
    const auto all = world.play(heroku.list<log_drain>(acme));
    EXPECT_EQ(json::text(json::write(all)).find("s3cr3t"), std::string::npos);
    webhook_order order;
    order.url = secret("https://hooks.example/s3cr3t");
    order.include = {"api:release"};
    order.level = "notify";
    EXPECT_EQ(world.play(heroku.create_webhook(acme, order)).url.text,
              "https://hooks.example/[hidden]");
    EXPECT_EQ(network.sent.at(2).body, R"({"url":"https://hooks.example/s3cr3t",)"
                                       R"("include":["api:release"],"level":"notify"})");
    webhook_change to;
    to.level = "sync";
    EXPECT_EQ(world.play(heroku.change_webhook(acme, "w-1", to)).id, "w-1");
    EXPECT_EQ(network.sent.at(4).body, R"({"level":"sync"})") << "what is left out stays";
    EXPECT_EQ(failure_of(heroku.create_drain(acme, url)),
              "perhaps done: it answered 503 (POST /apps/acme/log-drains)");
}

TEST(visible_part, is_scheme_and_host) {
    EXPECT_EQ(visible_part("syslog+tls://logs.example:6514"), "syslog+tls://logs.example:6514");
    EXPECT_EQ(visible_part("https://logs.example/"), "https://logs.example");
    EXPECT_EQ(visible_part("https://a:b@logs.example"), "https://[hidden]@logs.example");
    EXPECT_EQ(visible_part("https://key@logs.example:8443/?k=v#x"),
              "https://[hidden]@logs.example:8443/[hidden]");
    EXPECT_EQ(visible_part("https://localhost:1/x"), "https://localhost:1/[hidden]");
    EXPECT_EQ(host_of("https://key@logs.example:8443/?k=v"), "logs.example:8443");
    for (const std::string_view url :
         {"https://a:b@logs.example/x", "syslog://logs.example", "https://tok/en@logs.example"}) {
        const std::string once = visible_part(url);
        EXPECT_EQ(visible_part(once), once);
    }
}

TEST(visible_part, of_a_password_that_holds_a_slash_is_nothing) {
    for (const std::string_view url :
         {"https://user:s3/cr3t@logs.example/x", "https://s3cr3t/@logs.example",
          "https://s3cr3t?@logs.example", "https://", "s3cr3t", "", "https://s3cr3t"})
        EXPECT_EQ(visible_part(url).find("s3"), std::string::npos) << url;
    EXPECT_EQ(visible_part("https://user:s3/cr3t@logs.example/x"), "https://[hidden]");
}

TEST(secret_url, says_no_more_than_everybody_may_see) {
    const auto read = drain_url::parse("https://a:b@logs.example/c?d=e").value();
    EXPECT_EQ(read.to_text(), "https://[hidden]@logs.example/[hidden]");
    EXPECT_TRUE(drain_url::parse(read.to_text())) << "what is written can be read";
    EXPECT_EQ(drain_url::reveal(read).reveal(), "https://a:b@logs.example/c?d=e");
    for (const std::string_view bad :
         {"", "s3cr3t", "https://", "https://s3cr3t", "ftp://logs.example", "https://a.b /s3cr3t",
          "https://a:s3/cr3t@logs.example", "https://logs.example:s3cr3t", "https://ä.example"}) {
        const mistake wrong = drain_url::parse(bad).error();
        EXPECT_EQ(wrong.code, "heroku_drain_url") << bad;
        EXPECT_EQ((wrong.message + wrong.expected).find("s3"), std::string::npos) << bad;
    }
    EXPECT_TRUE(drain_url::parse("syslog+tls://logs.example:6514"));
    EXPECT_EQ(webhook_url::parse("syslog+tls://logs.example:6514").error().code,
              "heroku_webhook_url");
}

TEST(heroku_names, of_pipelines_and_drains_are_as_heroku_allows_them) {
    for (const std::string_view good : {"acme", "4f1e9a02-0000-4000-8000-000000000000"})
        EXPECT_TRUE(pipeline_ref::parse(good)) << good;
    for (const std::string_view bad : {"", "ab", "A-b", "a/b", "..."})
        EXPECT_EQ(pipeline_ref::parse(bad).error().code, "heroku_pipeline") << bad;
    for (const std::string_view good : {"abc", "acme-shop-2"})
        EXPECT_TRUE(pipeline_name::parse(good)) << good;
    for (const std::string_view bad :
         {"", "ab", "1abc", "-ab", "a_b", "abcdefghijklmnopqrstuvwxyz01234"})
        EXPECT_EQ(pipeline_name::parse(bad).error().code, "heroku_pipeline_name") << bad;
    for (const std::string_view good : {"4f1e", "logs.example"})
        EXPECT_TRUE(drain_ref::parse(good)) << good;
    for (const std::string_view bad : {"", "4f1", "....", "a..b", "a/b/c", "https://a.b"})
        EXPECT_EQ(drain_ref::parse(bad).error().code, "heroku_drain") << bad;
    EXPECT_EQ(webhook_ref::parse("x").error().message, "“x” names no webhook.");
}

} // namespace
} // namespace chatops::heroku
