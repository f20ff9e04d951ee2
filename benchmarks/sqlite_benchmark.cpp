// The journal on disk: how many appends a second, one after the other and many at once.
#include "chatops/native/sqlite_store.hpp"

#include <benchmark/benchmark.h>
#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace chatops;

/// What a slash command leaves: its delivery's key, and who said what where.
journal::batch accepted(std::uint64_t number) {
    journal::batch made;
    made.delivery_key = "T0AGENCY01/13345224609.738474920." + std::to_string(number);
    journal::entry entry;
    entry.run.text = "run" + std::to_string(number);
    entry.data = "{\"line\":\"" + std::string(400, 'x') + "\"}";
    made.entries.push_back(std::move(entry));
    return made;
}

/// `state.range(0)` appends under way at any time: each that ends begins the next.
void append(benchmark::State& state) {
    std::string folder = std::filesystem::temp_directory_path() / "chatops-bench-XXXXXX";
    if (!mkdtemp(folder.data())) return state.SkipWithError("no temporary folder");
    asio::io_context io(1);
    auto store = std::make_unique<native::sqlite_store>(
        io, native::sqlite_settings{.path = folder + "/journal.db"});
    std::uint64_t number = 0;
    std::uint64_t done = 0;
    const auto loop = [&](std::uint64_t until) -> asio::awaitable<void> {
        while (number < until) {
            const journal::batch what = accepted(++number);
            co_await store->append(what);
            ++done;
        }
    };
    constexpr std::uint64_t round = 512;
    for (auto _ : state) {
        const std::uint64_t until = number + round;
        for (std::int64_t i = 0; i < state.range(0); ++i)
            asio::co_spawn(io, loop(until), asio::detached);
        io.run();
        io.restart();
    }
    if (done != number) state.SkipWithError("an append failed");
    state.SetItemsProcessed(static_cast<std::int64_t>(done));
    state.counters["appends_per_commit"] =
        static_cast<double>(done) / static_cast<double>(store->commits());
    store.reset();
    std::filesystem::remove_all(folder);
}
BENCHMARK(append)->Arg(1)->Arg(32)->Arg(256)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
