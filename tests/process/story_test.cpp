// The program that plays scripts gives a story the transcript that every compiler and the page
// give.
#include "tests/process/programs.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::process_test {
namespace {

/// What follows `# name ` in a story.
std::string told(const std::string& story, const std::string& name) {
    const std::string before = "# " + name + " ";
    const auto begin = story.find(before) + before.size();
    return story.substr(begin, story.find('\n', begin) - begin);
}

TEST(Story, GivesItsTranscriptOnTheCommandLine) {
    const std::string path = CHATOPS_SOURCE_DIR "/tests/web/story.txt";
    const std::string story = content_of(path);
    const scratch_folder folder;
    program played("chatops-sim", {"--script", path, "--seed", told(story, "seed"), "--hash"},
                   folder.path());
    EXPECT_EQ(played.wait(), 0) << played.errors();
    const std::string last = "\ntranscript " + told(story, "transcript") + "\n";
    EXPECT_NE(played.output().find(last), std::string::npos) << played.output();
}

} // namespace
} // namespace chatops::process_test
