#include "apps/sim/chat.hpp"

#include "apps/sim/save.hpp"
#include "mocks/worlds/transcript.hpp"

#include <editline/readline.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace chatops::apps {

namespace {

/// libedit's callbacks take no context.
playing* completed_from = nullptr;
std::vector<std::string> candidates;

constexpr std::string_view save_word = "save ";

/// What the terminal itself understands, beside what people do.
struct own_word {
    std::string_view word;
    std::string_view help;
};
constexpr std::array<own_word, 4> own_words{{
    {"save", "save FILE     write what was played, with its answers, as a test"},
    {"wait", "wait 10m      let time pass"},
    {"quit", "quit          leave; `exit` and Ctrl-D, too"},
    {"exit", ""},
}};
/// What is typed after a person's name.
constexpr std::string_view deeds =
    "  dev: COMMAND  be someone else from now on; `dev #globex: COMMAND`, elsewhere\n"
    "  lead clicks Confirm        lead fills app=acme; formation=web=3\n"
    "  lead opens home            lead points at WORDS OF A MESSAGE\n"
    "  lead edits OLD -> NEW\n";

std::string help_of_terminal() {
    std::string text = "In this terminal:\n";
    for (const own_word& each : own_words)
        if (!each.help.empty()) text += "  " + std::string(each.help) + "\n";
    return text + std::string(deeds);
}

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
    candidates.clear();
    // What follows is a file: libedit's own completion knows those.
    if (line.compare(0, save_word.size(), save_word) == 0) return nullptr;
    const std::string_view command = std::string_view(line).substr(command_begin(line));
    for (const line::completion& each : completed_from->complete(command).items)
        candidates.push_back(each.text);
    for (const own_word& each : own_words)
        if (each.word.substr(0, line.size()) == line) candidates.emplace_back(each.word);
    // `worker=` wants its value at once.
    const bool goes_on = candidates.size() == 1 && candidates.front().back() == '=';
    rl_completion_append_character = goes_on ? 0 : ' ';
    rl_attempted_completion_over = 1;
    return candidates.empty() ? nullptr : rl_completion_matches("", next_candidate);
}

/// A whole line of a script, and not what the speaker says: `lead fills app=acme`.
bool is_script_line(std::string_view line, const playing& in) {
    return command_begin(line) > 0 || line.substr(0, 1) == "#" ||
           mocks::worlds::is_transcript("# it\n" + std::string(line), in.simulated_world()) ||
           line.substr(0, 5) == "wait ";
}

/// Whose line it was: `dev` of `dev #acme: help`.
std::string speaker_of(std::string_view line) {
    return command_begin(line) == 0 ? std::string()
                                    : std::string(line.substr(0, line.find_first_of(" :")));
}

/// Writes it, or says why not.
void save(const playing& game, std::string_view path) {
    const auto saved = save_conversation(game, std::string(path));
    std::fputs((saved ? *saved : saved.error().message + "\n").c_str(), saved ? stdout : stderr);
}

void greet(const playing& game, std::uint64_t seed) {
    std::string people;
    for (const auto& each : game.simulated_world().slack.users)
        people += (people.empty() ? "" : ", ") + each.name;
    std::string channels;
    for (const auto& each : game.simulated_world().projects)
        channels += (channels.empty() ? "#" : ", #") + each.channel;
    std::printf("A company of %s, with %s; seed %llu.\nType a command (`help`), `dev: …` to be "
                "someone else, `lead clicks Confirm`, `wait 10m`, `save FILE` to keep it as a "
                "test, or `quit`.\n",
                people.c_str(), channels.c_str(), static_cast<unsigned long long>(seed));
}

/// Does what a line says; false at the end.
bool take(const std::string& line, playing& game, std::string& speaker, bool terminal) {
    if (line == "quit" || line == "exit") return false;
    ::add_history(line.c_str());
    const bool saves = line == "save" || line.compare(0, save_word.size(), save_word) == 0;
    if (saves) {
        const auto path = line.find_first_not_of(' ', save_word.size() - 1);
        save(game, path == std::string::npos ? std::string_view() : &line[path]);
        return true;
    }
    const std::string who = speaker_of(line);
    const bool played =
        game.play(is_script_line(line, game) ? line : speaker + ": " + line, terminal);
    // Who is not there cannot speak next either.
    if (played && !who.empty()) speaker = who;
    if (terminal && line == "help") std::fputs(help_of_terminal().c_str(), stdout);
    return true;
}

} // namespace

int chat_on_terminal(const mocks::worlds::simulated& what, const sim_settings& settings) {
    const bool terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    playing game(what, settings);
    completed_from = &game;
    rl_readline_name = const_cast<char*>("chatops-sim");
    rl_attempted_completion_function = complete_word;
    std::string speaker = what.world.people.front().name;
    if (terminal) greet(game, settings.seed);
    for (;;) {
        const std::string prompt =
            terminal ? speaker + " #" + game.channel() + "> " : std::string();
        char* const typed = ::readline(prompt.c_str());
        if (typed == nullptr) break;
        const std::string line = typed;
        std::free(typed);
        if (!line.empty() && !take(line, game, speaker, terminal)) break;
    }
    if (terminal) std::printf("\n");
    return 0;
}

} // namespace chatops::apps
