#include "apps/sim/play.hpp"

#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"

#include <cstdio>

namespace chatops::apps {

namespace {

mocks::worlds::company_settings company_settings_of(const simulated& what,
                                                    const sim_settings& from) {
    mocks::worlds::company_settings settings;
    settings.simulation.seed = from.seed;
    settings.mode =
        from.socket_mode ? mocks::worlds::slack_mode::socket : mocks::worlds::slack_mode::http;
    settings.others = what.others;
    return settings;
}

void print(std::FILE* to, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), to);
    std::fflush(to);
}

} // namespace

playing::playing(const simulated& what, const sim_settings& settings)
    : settings_(settings), commands_(what.commands),
      company_(what.world, company_settings_of(what, settings), commands_), script_(company_),
      completer_(commands_.names(), [this, own = what.things](const line::completion_request& of) {
          return things_in(company_, own, of);
      }) {
    exchanges_shown_ = company_.simulation().wires().exchanges().size();
}

bool playing::play(std::string_view line, bool colours) {
    const auto seen = script_.play(line);
    completer_.forget();
    if (!seen) {
        print(stderr, seen.error().message + "\n");
        if (!seen.error().expected.empty())
            print(stderr, "expected " + seen.error().expected + "\n");
        return false;
    }
    print(stdout, *seen);
    if (settings_.trace) {
        const std::string lines = mocks::worlds::exchange_lines(company_, exchanges_shown_);
        print(stdout, colours ? "\x1b[2m" + lines + "\x1b[0m" : lines);
    }
    exchanges_shown_ = company_.simulation().wires().exchanges().size();
    return true;
}

line::completions playing::complete(std::string_view line) {
    return completer_.complete(line, company_.simulation().now());
}

int play_script(const simulated& what, const std::string& path, const sim_settings& settings) {
    const auto text =
        native::read_file(path == "-" ? "/dev/stdin" : path, limits::configuration_bytes);
    if (!text) {
        print(stderr, text.error().message + "\n");
        return 2;
    }
    playing game(what, settings);
    bool good = true;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const std::string line(rest.substr(0, end));
        print(stdout, line + "\n");
        good = game.play(line, false) && good;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    if (settings.hash) print(stdout, "transcript " + game.transcript_hash() + "\n");
    return good ? 0 : 1;
}

} // namespace chatops::apps
