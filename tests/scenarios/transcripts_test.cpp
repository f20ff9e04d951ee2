// Conversations as people read them. Each file in transcripts/ is a script with the bot's answers
// between its lines, as `save FILE` in chatops-sim and “Save as a test” in the page write it: a
// file that is put there is a test.
//
// A change that is meant: CHATOPS_WRITE_TRANSCRIPTS=1 writes them anew. Read what has changed.
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/transcript.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {
namespace {

using namespace mocks::worlds;

const std::string folder = CHATOPS_SOURCE_DIR "/tests/scenarios/transcripts/";

std::string content_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What a transcript says when it is told anew.
std::string told_anew(const std::string& kept) {
    const auto held_in = setting_of(kept);
    if (!held_in) return held_in.error().message;
    if (!held_in->world.empty() && held_in->world != agency().name)
        return "It was held in the world " + held_in->world +
               ", and these tests play in the agency.";
    auto told = written_transcript(lines_played(kept, agency()), *held_in, agency(), {},
                                   support::all_commands());
    return told ? *told : told.error().message;
}

/// CMake says which there are: one that is added is found by the next build.
std::vector<std::string> names_in_folder() {
    std::vector<std::string> names;
    std::string_view rest = CHATOPS_TRANSCRIPTS;
    while (!rest.empty()) {
        const auto end = rest.find(' ');
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return names;
}

class transcript : public testing::TestWithParam<std::string> {};

TEST_P(transcript, reads_as_it_did) {
    const std::string path = folder + GetParam() + ".txt";
    const std::string kept = content_of(path);
    ASSERT_FALSE(kept.empty()) << path;
    const std::string told = told_anew(kept);
    if (std::getenv("CHATOPS_WRITE_TRANSCRIPTS") != nullptr && is_transcript(told, agency()))
        std::ofstream(path) << told;
    EXPECT_EQ(told, kept);
}

INSTANTIATE_TEST_SUITE_P(of, transcript, testing::ValuesIn(names_in_folder()),
                         [](const auto& info) {
                             // GoogleTest takes letters and digits in a name.
                             std::string name = info.param;
                             for (char& c : name)
                                 if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
                             return name;
                         });

TEST(transcripts, what_was_held_elsewhere_says_so) {
    EXPECT_EQ(told_anew("# world moon\nlead #acme: help\n"),
              "It was held in the world moon, and these tests play in the agency.");
    EXPECT_EQ(told_anew("# seed x\nlead #acme: help\n"), "This is no seed: # seed x");
}

TEST(transcripts, another_seed_is_another_conversation_and_is_played_with_it) {
    const std::vector<std::string> lines{"lead #acme: do droplet snapshot acme-web-1 before",
                                         "lead #acme: runs"};
    const transcript_setting held_in{7, slack_mode::socket, {}};
    const auto saved = written_transcript(lines, held_in, agency(), {}, support::all_commands());
    ASSERT_TRUE(saved) << saved.error().message;
    EXPECT_EQ(told_anew(*saved), *saved);
    // Without its setting, the ids of runs are others.
    const std::string heading = "# seed 7\n# over sockets\n";
    ASSERT_EQ(saved->find(heading), 0U);
    const std::string bare = saved->substr(heading.size());
    EXPECT_NE(told_anew(bare), bare);
}

} // namespace
} // namespace chatops
