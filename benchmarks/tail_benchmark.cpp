// A log of Papertrail's, followed in a thread at 500 lines a second: what is missing there, what
// stands there twice, and how often a vendor refused. The time that passes is the simulation's.
#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace chatops;

constexpr int lines_a_second = 500;

const catalogue& commands() {
    static const catalogue all(operations::all_entries());
    return all;
}

/// In messages, and in files.
std::string all_read(mocks::worlds::company& world) {
    std::string all;
    for (const auto& each : world.messages())
        if (!each.thread_ts.empty()) all += each.text + boost::json::serialize(each.blocks) + '\n';
    sim::mock& slack = *world.vendor("slack");
    const boost::json::value state = slack.state();
    for (const auto& each : state.at("files").as_array()) {
        http::request what;
        const std::string url(each.at("url_private").as_string());
        what.url = url.substr(url.find("/files-pri/"));
        what.headers = {{"Authorization", "Bearer " + world.vendors().data().slack.app.bot_token}};
        all += slack.handle(what, world.simulation().wires().when()).body;
    }
    return all;
}

/// How often each line, which says its number, can be read.
std::vector<int> times_read(const std::string& all, int written) {
    std::vector<int> times(static_cast<std::size_t>(written));
    constexpr std::string_view mark = ": request ";
    for (auto at = all.find(mark); at != std::string::npos; at = all.find(mark, at + 1)) {
        std::size_t number = 0;
        std::from_chars(all.data() + at + mark.size(), all.data() + all.size(), number);
        if (number >= 1 && number <= times.size()) ++times[number - 1];
    }
    return times;
}

void tail(benchmark::State& state) {
    const auto seconds = static_cast<int>(state.range(0));
    for (auto _ : state) {
        mocks::worlds::company world(mocks::worlds::agency(), {}, commands());
        sim::simulation& simulation = world.simulation();
        const auto comes = [&](int rate) {
            const boost::json::object what{{"lines_a_second", rate}, {"text", "request"}};
            simulation.control(*world.vendor("papertrail"), "POST", "/_mock/rate",
                               boost::json::serialize(what));
        };
        comes(0);
        if (!world.say("lead", "acme", "@ops papertrail tail request --for 10m"))
            return state.SkipWithError("it could not be said");
        simulation.wait(std::chrono::seconds(5));
        comes(lines_a_second);
        simulation.wait(std::chrono::seconds(seconds));
        comes(0);
        simulation.wait(std::chrono::minutes(11));
        simulation.settle();
        const auto times = times_read(all_read(world), seconds * lines_a_second);
        state.counters["missing"] = static_cast<double>(std::count(times.begin(), times.end(), 0));
        state.counters["twice"] = static_cast<double>(
            std::count_if(times.begin(), times.end(), [](int count) { return count > 1; }));
        double refused = 0;
        for (const auto& each : simulation.wires().exchanges())
            refused += each->answer.status == 429 ? 1 : 0;
        state.counters["refused"] = refused;
    }
    state.SetItemsProcessed(state.iterations() * seconds * lines_a_second);
}
BENCHMARK(tail)->ArgName("seconds")->Arg(60)->Iterations(1)->Repetitions(1)->Unit(
    benchmark::kMillisecond);

} // namespace
