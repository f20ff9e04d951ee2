// The same line with CLI11, in the same run: 50 commands, one argument, one repeated, one flag.
#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>

#include <deque>
#include <string>
#include <vector>

namespace {

struct options {
    std::string app;
    std::vector<std::string> formation;
    bool wait = false;
};

void add_options(CLI::App& to, options& into) {
    to.add_option("--app", into.app, "the application")->required();
    to.add_option("formation", into.formation, "what to run, as process=quantity")->required();
    to.add_flag("-w,--wait", into.wait, "answer only once the dynos are up");
}

/// CLI11 hands over `web=3` as text; splitting it is left out, in its favour.
void cli11_one_line(benchmark::State& state) {
    CLI::App app;
    app.require_subcommand(1);
    options scale;
    std::deque<options> others;
    add_options(*app.add_subcommand("scale", "Run more or fewer dynos of an application"), scale);
    for (int i = 1; i < 50; ++i)
        add_options(*app.add_subcommand("c" + std::to_string(100'000 + i), "One of many"),
                    others.emplace_back());
    for (auto _ : state) {
        // The words are ready, last first, as its parse wants them: its own splitting is left out,
        // too.
        app.parse(std::vector<std::string>{"acme-production", "--app", "web=3", "scale"});
        benchmark::DoNotOptimize(scale);
    }
    if (scale.app != "acme-production" || scale.formation != std::vector<std::string>{"web=3"})
        state.SkipWithError("the line was not understood");
}
BENCHMARK(cli11_one_line);

} // namespace
