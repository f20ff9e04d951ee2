// A command from start to end in one process: said, run against the mock, journaled in memory,
// answered; on virtual time, with neither a network nor a disk to wait for.
#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace chatops;

const catalogue& commands() {
    static const catalogue all(operations::all_entries());
    return all;
}

std::unique_ptr<mocks::worlds::company> quick_company() {
    mocks::worlds::company_settings settings;
    settings.simulation.network_latency = duration{0};
    settings.simulation.disk_latency = duration{0};
    settings.simulation.keeps_exchanges = false;
    mocks::worlds::world agency = mocks::worlds::agency();
    // What our manifest subscribes to: Slack then tells the bot of no other message.
    agency.slack.app.events = {"app_mention", "message.im"};
    return std::make_unique<mocks::worlds::company>(std::move(agency), settings, commands());
}

std::size_t delivered(const mocks::worlds::company& world) {
    std::size_t count = 0;
    for (const journal::event& each : world.simulation().journal().events())
        count += each.what == journal::kind::delivered ? 1 : 0;
    return count;
}

/// One conversation after the other; every thousand of them in a new company, as its Slack keeps
/// all that was said.
void scenario(benchmark::State& state, std::string_view line) {
    constexpr int told_in_one = 1'000;
    auto world = quick_company();
    std::size_t said = 0;
    for (auto _ : state) {
        if (said == told_in_one) {
            state.PauseTiming();
            if (delivered(*world) != said) return state.SkipWithError("a command was not answered");
            world = quick_company();
            said = 0;
            state.ResumeTiming();
        }
        if (!world->say("lead", "acme", line)) return state.SkipWithError("it could not be said");
        world->simulation().settle();
        ++said;
    }
    if (delivered(*world) != said) state.SkipWithError("a command was not answered");
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(scenario, looks, "/ops heroku apps");
BENCHMARK_CAPTURE(scenario, looks_twice, "/ops heroku ps acme");
BENCHMARK_CAPTURE(scenario, changes, "/ops heroku scale acme web=3");
BENCHMARK_CAPTURE(scenario, mention, "@ops heroku apps");

} // namespace
