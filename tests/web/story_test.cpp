// One script has one transcript: natively, with every compiler, and as WebAssembly. The page's own
// test in Chromium reads the same file.
#include "chatops/operations/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/script.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace chatops::web {
namespace {

struct story {
    std::uint64_t seed = 0;
    std::string transcript;
    std::vector<std::string> lines;
};

story read_story() {
    const std::string of_seed = "# seed ";
    const std::string of_transcript = "# transcript ";
    std::ifstream file(CHATOPS_SOURCE_DIR "/tests/web/story.txt");
    story made;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind(of_seed, 0) == 0)
            made.seed = std::stoull(line.substr(of_seed.size()));
        else if (line.rfind(of_transcript, 0) == 0)
            made.transcript = line.substr(of_transcript.size());
        else if (line.rfind('#', 0) != 0)
            made.lines.push_back(line);
    }
    return made;
}

TEST(Story, GivesTheSameTranscriptEverywhere) {
    const story told = read_story();
    ASSERT_FALSE(told.lines.empty());
    const catalogue commands(operations::all_entries());
    mocks::worlds::company_settings settings;
    settings.simulation.seed = told.seed;
    mocks::worlds::company company(mocks::worlds::agency(), settings, commands);
    mocks::worlds::script script(company);
    for (const std::string& line : told.lines) {
        const auto seen = script.play(line);
        ASSERT_TRUE(seen) << line << ": " << seen.error().message;
        EXPECT_TRUE(line.rfind("wait", 0) == 0 || !seen->empty()) << "nothing answers " << line;
    }
    EXPECT_EQ(company.transcript_hash(), told.transcript)
        << "If what is said or exchanged was meant to change, this is the story's new transcript.";
}

} // namespace
} // namespace chatops::web
