// A thousand people in two hundred channels, 500 messages a second: whether everyone is answered,
// and what the bot keeps of it. The time that passes for them is the simulation's.
#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace chatops;

constexpr int people = 1'000, channels = 200, messages_a_second = 500;

const catalogue& commands() {
    static const catalogue all(operations::all_entries());
    return all;
}

mocks::worlds::world crowd() {
    mocks::worlds::world made = mocks::worlds::agency();
    for (int i = 0; i < people; ++i) {
        const std::string name = "person" + std::to_string(i);
        const std::string id = "UCROWD" + std::to_string(10'000 + i);
        made.people.push_back({name, id, {"developer"}});
        made.slack.users.push_back({id, name, name, name + "@example.com"});
    }
    for (int i = 0; i < channels; ++i)
        made.slack.channels.push_back(
            {"CCROWD" + std::to_string(10'000 + i), "crowd" + std::to_string(i)});
    // What our manifest subscribes to: Slack then tells the bot of no other message.
    made.slack.app.events = {"app_mention", "message.im"};
    return made;
}

/// What is typed most, and what Slack's limits allow to be answered: some hundred messages a minute
/// in the workspace, a hundred forms, fifty edits; what is answered in the response is not limited.
std::string line_of(int number) {
    if (number % 1'500 == 0) return "@ops heroku ps acme-staging";
    if (number % 125 == 0) return "@ops whoami";
    if (number % 400 == 1) return "/ops heroku scale acme";
    switch (number % 4) {
    case 0: return "/ops help heroku scale";
    case 1: return "/ops heroku scal acme";
    case 2: return "/ops heroku restart --now acme";
    default: return "/ops help heroku";
    }
}

std::size_t heap_bytes() { return mallinfo2().uordblks; }

int answers_in(const mocks::worlds::company& world) {
    const auto all = world.messages();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const auto& each) { return each.user == "ops"; }));
}

/// Once: it says the same each time. The time it takes is its own measure.
void talk(benchmark::State& state) {
    const int count = static_cast<int>(state.range(0)) * messages_a_second;
    for (auto _ : state) {
        mocks::worlds::company_settings settings;
        settings.simulation.keeps_exchanges = false;
        mocks::worlds::company world(crowd(), settings, commands());
        for (int i = 0; i < count; ++i) {
            const std::string who = "person" + std::to_string(i * 7 % people);
            const std::string where = "crowd" + std::to_string(i * 13 % channels);
            if (!world.say(who, where, line_of(i)))
                return state.SkipWithError("it could not be said");
            world.simulation().wait(std::chrono::milliseconds(1'000 / messages_a_second));
        }
        world.simulation().settle();
        // What is given back when the bot ends is what it had.
        const std::size_t with_bot = heap_bytes();
        world.simulation().crash();
        state.counters["bot_bytes"] = static_cast<double>(with_bot - heap_bytes());
        state.counters["missing"] = count - answers_in(world);
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(talk)->ArgName("seconds")->Arg(20)->Arg(60)->Iterations(1)->Repetitions(1)->Unit(
    benchmark::kSecond);

} // namespace
