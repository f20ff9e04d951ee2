// Conversations as people read them. Each file in transcripts/ is a script with the bot's answers
// between its lines, as `chatops-sim --script FILE --seed 1` prints it.
//
// A change that is meant: CHATOPS_WRITE_TRANSCRIPTS=1 writes them anew. Read what has changed.
#include "mocks/worlds/script.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace chatops {
namespace {

const std::string folder = CHATOPS_SOURCE_DIR "/tests/scenarios/transcripts/";

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

bool is_an_answer(std::string_view line) {
    return line.substr(0, 4) == "ops " || line.substr(0, 4) == "    ";
}

class transcript : public testing::TestWithParam<std::string> {};

TEST_P(transcript, reads_as_it_did) {
    const std::string path = folder + GetParam() + ".txt";
    const std::vector<std::string> kept = lines_of(path);
    ASSERT_FALSE(kept.empty()) << path;
    support::story s;
    mocks::worlds::script script(s.world);
    std::string expected;
    std::string played;
    for (const std::string& line : kept) {
        expected += line + "\n";
        if (is_an_answer(line)) continue;
        const auto seen = script.play(line);
        ASSERT_TRUE(seen) << line << ": " << seen.error().message;
        played += line + "\n" + *seen;
    }
    if (std::getenv("CHATOPS_WRITE_TRANSCRIPTS") != nullptr) std::ofstream(path) << played;
    EXPECT_EQ(played, expected);
}

INSTANTIATE_TEST_SUITE_P(of, transcript,
                         testing::Values("rights", "digitalocean", "heroku", "confirmation",
                                         "mistakes", "places", "runs", "may", "cancel", "audit",
                                         "form", "shortcut", "home", "conversation"),
                         [](const auto& info) { return info.param; });

} // namespace
} // namespace chatops
