// How long it takes to decide whether something is allowed, and to draw what is answered.
#include "chatops/gate/decision.hpp"
#include "chatops/slack/block_kit.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace chatops;

/// A table such as `do droplets` makes, of so many rows.
reply long_table(int rows) {
    table_part table{{"name", "region", "size", "status", "address"}, {}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({"acme-web-" + std::to_string(i), "fra1", "s-2vcpu-4gb", "active",
                              "203.0.113." + std::to_string(i % 250)});
    reply what = reply::neutral(std::to_string(rows) + " droplets");
    what.add(std::move(table));
    return what;
}

void draw_table(benchmark::State& state) {
    const anchor shown{run_id{"r"}, "do droplets", long_table(static_cast<int>(state.range(0)))};
    for (auto _ : state) benchmark::DoNotOptimize(slack::block_kit(shown));
}
BENCHMARK(draw_table)->ArgName("rows")->Arg(20)->Arg(200);

void draw_chart(benchmark::State& state) {
    chart_part chart{{}, "%", "14:00", "now"};
    for (int course = 0; course < 10; ++course) {
        auto& one = chart.courses.emplace_back();
        one.name = "acme-web-" + std::to_string(course);
        for (int i = 0; i < 300; ++i) one.points.emplace_back(i * 37 % 100);
    }
    reply what = reply::neutral("Load of 10 droplets");
    what.add(chart);
    const anchor shown{run_id{"r"}, "do droplets", what};
    for (auto _ : state) benchmark::DoNotOptimize(slack::block_kit(shown));
}
BENCHMARK(draw_chart);

/// Rules for many teams, each with its role, applications and channel; the last allows what is
/// asked.
config::rules rules_of(int count) {
    config::rules made;
    for (int i = 0; i < count; ++i) {
        const std::string team = "team-" + std::to_string(i);
        config::rule one;
        one.roles = {i % 5 == 0 ? "developer" : team};
        one.commands = {i % 3 == 0 ? "heroku *" : "heroku scale"};
        one.effects = {effect::read, effect::change};
        one.values["app"] = {team + "-*"};
        one.line = i + 1;
        made.allowed.push_back(std::move(one));
    }
    return made;
}

void decide(benchmark::State& state) {
    const int count = static_cast<int>(state.range(0));
    const config::rules all = rules_of(count);
    const gate::rulebook book(all);
    gate::facts asked;
    asked.person = "dev";
    asked.roles = {"developer", "team-" + std::to_string(count - 1)};
    asked.command = "heroku scale";
    asked.effect = effect::change;
    asked.values = {{"app", "team-" + std::to_string(count - 1) + "-staging"},
                    {"formation", "web=3"}};
    asked.channel = "acme";
    asked.channel_id = "C0ACME";
    if (book.allowing(asked) == nullptr) return state.SkipWithError("it should be allowed");
    for (auto _ : state) benchmark::DoNotOptimize(book.allowing(asked));
}
BENCHMARK(decide)->ArgName("rules")->Arg(10)->Arg(10'000);

} // namespace
