#include "apps/sim/chat.hpp"

#include <editline/readline.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace chatops::apps {

namespace {

/// libedit's callbacks take no context.
playing* completed_from = nullptr;
std::vector<std::string> candidates;

/// What of the line is the command: without `lead #acme: `.
std::size_t command_begin(std::string_view line) {
    const auto colon = line.find(": ");
    const auto space = line.find(' ');
    if (colon == std::string_view::npos || (space < colon && line[space + 1] != '#')) return 0;
    return colon + 2;
}

char* next_candidate(const char*, int state) {
    static std::size_t next = 0;
    if (state == 0) next = 0;
    return next < candidates.size() ? ::strdup(candidates[next++].c_str()) : nullptr;
}

char** complete_word(const char* /*word*/, int, int end) {
    const std::string line(rl_line_buffer, static_cast<std::size_t>(end));
    const std::string_view command = std::string_view(line).substr(command_begin(line));
    candidates.clear();
    for (const line::completion& each : completed_from->complete(command).items)
        candidates.push_back(each.text);
    // `worker=` wants its value at once.
    const bool goes_on = candidates.size() == 1 && candidates.front().back() == '=';
    rl_completion_append_character = goes_on ? 0 : ' ';
    rl_attempted_completion_over = 1;
    return candidates.empty() ? nullptr : rl_completion_matches("", next_candidate);
}

bool is_spoken_by_someone(std::string_view line) {
    return command_begin(line) > 0 || line.find(" clicks ") != std::string_view::npos ||
           line.substr(0, 5) == "wait " || line.substr(0, 1) == "#";
}

/// Whose line it was: `dev` of `dev #acme: help`.
std::string speaker_of(std::string_view line) {
    return command_begin(line) == 0 ? std::string()
                                    : std::string(line.substr(0, line.find_first_of(" :")));
}

} // namespace

int chat_on_terminal(const simulated& what, const sim_settings& settings) {
    const bool terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    playing game(what, settings);
    completed_from = &game;
    rl_readline_name = const_cast<char*>("chatops-sim");
    rl_attempted_completion_function = complete_word;
    std::string speaker = "lead";
    if (terminal)
        std::printf("A company of lead, dev, pm and guest, with #acme, #globex and #initech; seed "
                    "%llu.\nType a command (`help`), `dev: …` to be someone else, `lead clicks "
                    "Confirm`, `wait 10m`, or `quit`.\n",
                    static_cast<unsigned long long>(settings.seed));
    for (;;) {
        const std::string prompt =
            terminal ? speaker + " #" + game.channel() + "> " : std::string();
        char* const typed = ::readline(prompt.c_str());
        if (typed == nullptr) break;
        const std::string line = typed;
        std::free(typed);
        if (line.empty()) continue;
        if (line == "quit" || line == "exit") break;
        ::add_history(line.c_str());
        if (const std::string who = speaker_of(line); !who.empty()) speaker = who;
        game.play(is_spoken_by_someone(line) ? line : speaker + ": " + line, terminal);
    }
    if (terminal) std::printf("\n");
    return 0;
}

} // namespace chatops::apps
