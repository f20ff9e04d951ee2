// A conversation as a file: its lines with the answers between them, which a test plays again.
#pragma once

#include "mocks/worlds/company.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::worlds {

/// In what a conversation was held. A transcript says what of it is not the usual, in comments at
/// its beginning: `# seed 7`, `# over sockets`, `# world agency`.
struct transcript_setting {
    std::uint64_t seed = 1;
    slack_mode mode = slack_mode::http;
    /// Empty: whichever the test plays in.
    std::string world = {};
};

/// What a transcript says of its world: nothing for the agency, in which tests play.
std::string named_in_transcripts(const world& of);

/// Plays the lines from the world's beginning and writes them with what the bot answered. Mistakes:
/// those of `script::play`, with the line in their message; `not_said` where no line is said to the
/// bot.
result<std::string> written_transcript(const std::vector<std::string>& lines,
                                       const transcript_setting& held_in, world where,
                                       const std::vector<other_vendor>& others,
                                       const catalogue& commands);

/// What such a file says of where it was held. Mistake: `bad_setting`.
result<transcript_setting> setting_of(std::string_view transcript);

/// Whether that line of a transcript is part of an answer, and not played.
bool is_an_answer(std::string_view line, const world& in);

/// The lines that are played: without the bot's answers.
std::vector<std::string> lines_played(std::string_view transcript, const world& in);

/// Whether that text is a transcript, or a script without answers, of that world: nothing else in
/// it would be lost if it were written anew.
bool is_transcript(std::string_view text, const world& in);

} // namespace chatops::mocks::worlds
