#include "mocks/worlds/transcript.hpp"

#include "mocks/worlds/script.hpp"
#include "mocks/worlds/script_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

constexpr std::string_view of_seed = "# seed ";
constexpr std::string_view over_sockets = "# over sockets";
constexpr std::string_view of_world = "# world ";

std::vector<std::string_view> lines_in(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

bool begins_with(std::string_view line, std::string_view beginning) {
    return line.substr(0, beginning.size()) == beginning;
}

bool is_setting(std::string_view line) {
    return begins_with(line, of_seed) || line == over_sockets || begins_with(line, of_world);
}

/// `lead: …`, `dev #acme: …`, `lead clicks …`, `wait 10m`.
bool is_played(std::string_view line, const world& in) {
    if (begins_with(line, "wait ")) return true;
    const std::string_view who = line.substr(0, line.find_first_of(" :"));
    return who.size() < line.size() &&
           std::any_of(in.slack.users.begin(), in.slack.users.end(),
                       [&](const auto& each) { return each.name == who; });
}

bool is_done_by_someone(std::string_view line, const world& in) {
    return is_played(line, in) && !begins_with(line, "wait ");
}

std::string heading(const transcript_setting& of) {
    std::string text;
    if (!of.world.empty()) text += std::string(of_world) + of.world + "\n";
    if (of.seed != transcript_setting().seed)
        text += std::string(of_seed) + std::to_string(of.seed) + "\n";
    if (of.mode == slack_mode::socket) text += std::string(over_sockets) + "\n";
    return text;
}

} // namespace

bool is_an_answer(std::string_view line, const world& in) {
    return begins_with(line, "    ") || begins_with(line, in.slack.app.name + " ");
}

std::string named_in_transcripts(const world& of) {
    return of.name == "agency" ? std::string() : of.name;
}

result<std::string> written_transcript(const std::vector<std::string>& lines,
                                       const transcript_setting& held_in, world where,
                                       const std::vector<other_vendor>& others,
                                       const catalogue& commands) {
    const bool says_something = std::any_of(lines.begin(), lines.end(), [&](const auto& each) {
        return is_done_by_someone(each, where);
    });
    if (!says_something)
        return mistake{"not_said", "Nothing was said yet: there is nothing to save."};
    company_settings settings;
    settings.simulation.seed = held_in.seed;
    settings.mode = held_in.mode;
    settings.others = others;
    company played_in(std::move(where), settings, commands);
    script playing(played_in);
    std::string text = heading(held_in);
    for (const std::string& line : lines) {
        auto seen = playing.play(line);
        if (!seen) {
            mistake wrong = seen.error();
            wrong.message = line + ": " + wrong.message;
            return wrong;
        }
        text += line + "\n" + *seen;
    }
    return text;
}

result<transcript_setting> setting_of(std::string_view transcript) {
    transcript_setting made;
    for (const std::string_view line : lines_in(transcript)) {
        if (line == over_sockets) made.mode = slack_mode::socket;
        if (begins_with(line, of_world)) made.world = line.substr(of_world.size());
        if (!begins_with(line, of_seed)) continue;
        const std::string_view digits = line.substr(of_seed.size());
        const auto [end, wrong] =
            std::from_chars(digits.data(), digits.data() + digits.size(), made.seed);
        if (wrong != std::errc() || end != digits.data() + digits.size())
            return mistake{"bad_setting", "This is no seed: " + std::string(line)};
    }
    return made;
}

std::vector<std::string> lines_played(std::string_view transcript, const world& in) {
    std::vector<std::string> lines;
    for (const std::string_view line : lines_in(transcript))
        if (!is_an_answer(line, in) && !is_setting(line)) lines.emplace_back(line);
    return lines;
}

bool is_transcript(std::string_view text, const world& in) {
    const auto lines = lines_in(text);
    const auto is_known = [&](std::string_view line) {
        return trimmed(line).empty() || line.front() == '#' || is_an_answer(line, in) ||
               is_played(line, in);
    };
    return std::any_of(lines.begin(), lines.end(),
                       [&](std::string_view each) { return is_done_by_someone(each, in); }) &&
           std::all_of(lines.begin(), lines.end(), is_known);
}

} // namespace chatops::mocks::worlds
