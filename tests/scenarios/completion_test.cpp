// What the terminal and the page complete, in a company that does not notice.
#include "chatops/operations/heroku/values.hpp"
#include "chatops/sim/completion.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace chatops {
namespace {

using support::story;

std::vector<std::string> after(story& told, std::string_view line) {
    std::vector<std::string> texts;
    for (const line::completion& each : sim::complete(told.world.simulation(), line).items)
        texts.push_back(each.text);
    return texts;
}

/// Each type of value once, with nothing known and with something.
std::size_t ask_for_everything(story& told) {
    std::size_t known = 0;
    std::set<const void*> types;
    for (const entry& each : support::all_commands().entries())
        for (const field_description& field : each.what->fields) {
            if (!types.insert(field.value->type).second) continue;
            line::completion_request of{each.what, &field, {}, {}};
            known += sim::values_of(told.world.simulation(), of).size();
            for (const field_description& other : each.what->fields)
                if (other.name == "app")
                    of.known.push_back({&other, "acme"});
                else if (other.name == "domain")
                    of.known.push_back({&other, "acme.example"});
            known += sim::values_of(told.world.simulation(), of).size();
        }
    return known;
}

void tell(story& told, bool with_tab) {
    const auto tab = [&] {
        if (with_tab) {
            EXPECT_GT(ask_for_everything(told), 100U);
        }
    };
    tab();
    told.lead.says("heroku ps acme");
    tab();
    told.lead.begins_to_say("heroku scale acme web=3");
    // In the middle of it, too: with requests on their way, and half a second later.
    for (int i = 0; i < 40 && told.world.simulation().step(told.world.simulation().now() +
                                                           std::chrono::hours(1));
         ++i)
        if (i % 10 == 0) tab();
    told.settle();
    told.lead.says("digitalocean droplet create web-9 --size s-1vcpu-1gb --region fra1 --image "
                   "ubuntu-24-04-x64");
    tab();
    told.lead.clicks_if_asked("Confirm");
    told.heroku.fails("GET /apps*", "html");
    tab();
    told.lead.says("heroku apps");
    told.world.simulation().wait(std::chrono::minutes(5));
    tab();
    told.lead.says("heroku logs acme");
    tab();
    told.lead.says("heroku ps no-such-app");
}

TEST(completion, leaves_a_history_as_it_is) {
    for (const std::uint64_t seed : {1U, 7U}) {
        mocks::worlds::company_settings settings;
        settings.simulation.seed = seed;
        story with(settings);
        story without(settings);
        tell(with, true);
        tell(without, false);
        EXPECT_EQ(with.world.transcript(), without.world.transcript());
        EXPECT_EQ(with.world.transcript_hash(), without.world.transcript_hash());
        EXPECT_EQ(with.heroku.state(), without.heroku.state());
        EXPECT_EQ(with.digitalocean.state(), without.digitalocean.state());
        EXPECT_EQ(with.world.simulation().now(), without.world.simulation().now());
    }
}

TEST(completion, counts_no_request_at_a_provider) {
    story with;
    story without;
    ask_for_everything(with);
    const auto left = [](story& told) {
        told.lead.says("heroku apps");
        const auto& all = told.world.simulation().wires().exchanges();
        for (auto each = all.rbegin(); each != all.rend(); ++each)
            if ((*each)->to == "heroku")
                return std::string((*each)->answer.headers.get("RateLimit-Remaining")) + ' ' +
                       std::string((*each)->answer.headers.get("Request-Id"));
        return std::string("nothing was asked");
    };
    EXPECT_EQ(left(with), left(without));
}

TEST(completion, meets_no_faults_and_uses_none_up) {
    story told;
    told.heroku.fails("GET /apps*", "reset_before");
    EXPECT_EQ(after(told, "heroku ps globex-"), std::vector<std::string>{"globex-staging"});
    told.lead.says("heroku apps");
    EXPECT_GE(told.heroku.requests("GET", "/apps"), 2) << "the first one met the fault";
}

TEST(completion, knows_what_was_changed_a_moment_ago) {
    story told;
    EXPECT_EQ(after(told, "heroku config unset acme BRAND"), std::vector<std::string>());
    told.lead.says("/ops heroku config set acme BRAND_NEW=1");
    told.lead.clicks_if_asked("Confirm");
    EXPECT_EQ(after(told, "heroku config unset acme BRAND"), std::vector<std::string>{"BRAND_NEW"});
}

TEST(completion, offers_what_a_form_offers) {
    story told;
    told.lead.says("/ops heroku ps");
    told.lead.types("app", "");
    std::string typed;
    for (const std::string& each : after(told, "heroku ps ")) {
        if (each.substr(0, 2) == "--") continue;
        typed += (typed.empty() ? "" : ", ") + each;
    }
    EXPECT_EQ(typed, told.lead.sees_offered("app"));
}

TEST(completion, offers_nothing_where_nobody_can_be_asked) {
    struct closed final : sim::mock {
        [[nodiscard]] std::string_view name() const override { return "heroku"; }
        http::response handle(const http::request&, sim::moment) override { return {}; }
        [[nodiscard]] boost::json::value state() const override { return nullptr; }
    };
    config::configuration configuration;
    sim::simulation unknown({}, configuration, support::all_commands());
    EXPECT_TRUE(sim::complete(unknown, "heroku ps ac").items.empty()) << "not configured";
    configuration.providers["heroku"] = {"heroku", "http://heroku", secret("token"), {}};
    sim::simulation alone({}, configuration, support::all_commands());
    EXPECT_TRUE(sim::complete(alone, "heroku ps ac").items.empty()) << "not there";
    closed cannot_be_looked_at;
    alone.attach("http://heroku", cannot_be_looked_at);
    EXPECT_TRUE(sim::complete(alone, "heroku ps ac").items.empty()) << "does not show itself";
    EXPECT_FALSE(sim::complete(alone, "heroku p").items.empty()) << "words are known all the same";
}

} // namespace
} // namespace chatops
