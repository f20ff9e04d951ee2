// How long a typed line takes: to typed options, to completions, to help; with few names and with
// many.
#include "chatops/line/complete.hpp"
#include "chatops/line/help.hpp"
#include "chatops/line/parse_as.hpp"
#include "chatops/line/write.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <benchmark/benchmark.h>

#include <deque>
#include <string>
#include <vector>

namespace {

using namespace chatops;

struct scale {
    static constexpr command_info info{.name = "scale",
                                       .help = "Run more or fewer dynos of an application",
                                       .effect = effect::change,
                                       .examples = {"scale acme web=3"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"formation", "what to run, as process=quantity", list<heroku::quantity>> formation;
    flag<"wait", "answer only once the dynos are up", 'w'> wait;
};

struct note {
    static constexpr command_info info{
        .name = "note", .help = "Keep a text", .effect = effect::change};

    argument<"text", "what to keep"> text;
};

constexpr std::string_view typed = "scale web=3 --app acme-production";

/// `scale`, and others with the same options: a quarter each of one word, of three, and half of
/// two.
class many_names {
  public:
    explicit many_names(int count) {
        for (int i = 1; i < count; ++i) {
            const std::string last = "c" + std::to_string(100'000 + i);
            const std::string group = "group" + std::to_string(i % 40);
            names_.push_back(i % 4 == 0   ? last
                             : i % 4 == 1 ? group + " sub " + last
                                          : group + " " + last);
            descriptions_.push_back({{.name = names_.back(),
                                      .help = "One of many commands, with a help of usual length",
                                      .effect = effect::read},
                                     describe<scale>().fields});
        }
    }

    [[nodiscard]] line::directory directory() const {
        std::vector<const command_description*> all{&describe<scale>()};
        for (const command_description& each : descriptions_) all.push_back(&each);
        return line::directory(std::move(all));
    }
    [[nodiscard]] const std::string& name(std::size_t number) const {
        return names_[number % names_.size()];
    }

  private:
    std::deque<std::string> names_;
    std::deque<command_description> descriptions_;
};

bool read(const line::directory& commands, std::string_view text) {
    const auto words = line::split(text);
    if (!words) return false;
    const auto found = commands.find(*words);
    if (!found) return false;
    scale made;
    const auto common = line::parse(*found->command, *words, found->words, &made);
    benchmark::DoNotOptimize(made);
    return common.has_value();
}

/// The line of DESIGN.md, over and over.
void one_line(benchmark::State& state) {
    const many_names names(static_cast<int>(state.range(0)));
    const line::directory commands = names.directory();
    std::string text(typed);
    for (auto _ : state) {
        benchmark::DoNotOptimize(text.data());
        if (!read(commands, text)) state.SkipWithError("the line was not understood");
    }
}
BENCHMARK(one_line)->ArgName("names")->Arg(10)->Arg(10'000);

/// Another command each time, so that no cache knows the name; and far from the last one.
void any_line(benchmark::State& state) {
    const many_names names(static_cast<int>(state.range(0)));
    const line::directory commands = names.directory();
    std::string text;
    std::size_t number = 0;
    for (auto _ : state) {
        text = names.name(number += 4'001);
        text += " web=3 --app acme-production";
        if (!read(commands, text)) state.SkipWithError("the line was not understood");
    }
}
BENCHMARK(any_line)->ArgName("names")->Arg(10)->Arg(10'000);

/// Only what a mistyped name costs: it is compared with every other.
void unknown_name(benchmark::State& state) {
    const many_names names(static_cast<int>(state.range(0)));
    const line::directory commands = names.directory();
    for (auto _ : state) benchmark::DoNotOptimize(read(commands, "scael web=3 --app acme"));
}
BENCHMARK(unknown_name)->ArgName("names")->Arg(10)->Arg(10'000);

void complete_line(benchmark::State& state, std::string_view text) {
    const many_names names(static_cast<int>(state.range(0)));
    const line::directory commands = names.directory();
    std::size_t found = 0;
    for (auto _ : state) {
        const auto made = line::complete(text, commands);
        found = made.items.size() + (made.value ? 1 : 0);
        benchmark::DoNotOptimize(found);
    }
    if (found == 0) state.SkipWithError("nothing was completed");
    state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(complete_line, nothing_typed, "")->ArgName("names")->Arg(10)->Arg(10'000);
BENCHMARK_CAPTURE(complete_line, a_name, "c1")->ArgName("names")->Arg(10)->Arg(10'000);
BENCHMARK_CAPTURE(complete_line, a_group, "group1 ")->ArgName("names")->Arg(10)->Arg(10'000);
BENCHMARK_CAPTURE(complete_line, an_option, "scale acme web=1 --w")->ArgName("names")->Arg(10'000);
BENCHMARK_CAPTURE(complete_line, a_value, "scale ac")->ArgName("names")->Arg(10'000);

void help_of_a_command(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(line::text_of_help(line::help_of(describe<scale>())));
}
BENCHMARK(help_of_a_command);

/// What `help` shows, as text.
void help_of_all(benchmark::State& state) {
    const many_names names(static_cast<int>(state.range(0)));
    const line::directory commands = names.directory();
    for (auto _ : state) benchmark::DoNotOptimize(line::text_of_help(line::help_of(commands)));
}
BENCHMARK(help_of_all)->ArgName("commands")->Arg(100);

void written_again(benchmark::State& state) {
    const auto made = line::parse<scale>(typed.substr(6)).value();
    for (auto _ : state) benchmark::DoNotOptimize(line::write(describe<scale>(), &made.command));
}
BENCHMARK(written_again);

/// The longest line that Slack sends, as one value.
void long_line(benchmark::State& state) {
    const std::string text = "\"" + std::string(100'000, 'a') + "\"";
    for (auto _ : state)
        if (!line::parse<note>(text)) state.SkipWithError("the line was not understood");
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(long_line);

} // namespace
