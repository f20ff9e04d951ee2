#include "apps/sim/play.hpp"

#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"
#include "chatops/sim/completion.hpp"
#include "mocks/worlds/transcript.hpp"

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
    : settings_(settings), others_(what.others), commands_(what.commands),
      company_(what.world, company_settings_of(what, settings), commands_), script_(company_) {
    exchanges_shown_ = company_.simulation().wires().exchanges().size();
}

bool playing::play(std::string_view line, bool colours) {
    const auto seen = script_.play(line);
    if (!seen) {
        print(stderr, seen.error().message + "\n");
        if (!seen.error().expected.empty())
            print(stderr, "expected " + seen.error().expected + "\n");
        return false;
    }
    print(stdout, *seen);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines_.emplace_back(line);
    if (settings_.trace) {
        const std::string lines = mocks::worlds::exchange_lines(company_, exchanges_shown_);
        print(stdout, colours ? "\x1b[2m" + lines + "\x1b[0m" : lines);
    }
    exchanges_shown_ = company_.simulation().wires().exchanges().size();
    return true;
}

line::completions playing::complete(std::string_view line) {
    return sim::complete(company_.simulation(), line);
}

result<std::string> playing::transcript() const {
    mocks::worlds::transcript_setting held_in;
    held_in.seed = settings_.seed;
    held_in.world = mocks::worlds::named_in_transcripts(simulated_world());
    if (settings_.socket_mode) held_in.mode = mocks::worlds::slack_mode::socket;
    return mocks::worlds::written_transcript(lines_, held_in, simulated_world(), others_,
                                             commands_);
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
        // A transcript has the answers between its lines.
        if (!mocks::worlds::is_an_answer(line, what.world)) {
            print(stdout, line + "\n");
            good = game.play(line, false) && good;
        }
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    if (settings.hash) print(stdout, "transcript " + game.transcript_hash() + "\n");
    return good ? 0 : 1;
}

} // namespace chatops::apps
