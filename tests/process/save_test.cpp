// A conversation typed into chatops-sim is saved as a test, which passes; what is no conversation
// is left alone.
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/transcript.hpp"
#include "tests/process/programs.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace chatops::process_test {
namespace {

/// What the program says to lines that come one after the other.
class terminal {
  public:
    /// Both of its outputs, in the order in which they were written.
    std::string says_to(const std::string& lines, const std::string& flags = {}) const {
        std::ofstream(folder_.path() + "/typed") << lines;
        const std::string run = "cd '" + folder_.path() +
                                "' && '" CHATOPS_BIN_DIR "/chatops-sim' " + flags +
                                " < typed > said 2>&1";
        EXPECT_EQ(std::system(run.c_str()), 0) << run;
        return content_of(path("said"));
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return folder_.path() + "/" + name;
    }

  private:
    scratch_folder folder_;
};

/// As the transcripts' test plays it.
std::string played_as_a_test(const std::string& saved) {
    const auto held_in = mocks::worlds::setting_of(saved);
    if (!held_in) return held_in.error().message;
    const auto told = mocks::worlds::written_transcript(
        mocks::worlds::lines_played(saved, mocks::worlds::agency()), *held_in,
        mocks::worlds::agency(), {}, support::all_commands());
    return told ? *told : told.error().message;
}

const std::string conversation = "dev #globex: heroku ps globex\n"
                                 "heroku rollback globex\n"
                                 "lead: heroku rollback globex v4\n"
                                 "lead clicks Confirm\n"
                                 "/ops heroku scale\n"
                                 "lead fills app=acme; formation=web=3; -flags0=--wait\n"
                                 "lead opens home\n"
                                 "wait 10m\n";

TEST(Save, WritesATestThatPasses) {
    const terminal at;
    const std::string said = at.says_to(conversation + "save kept.txt\n");
    EXPECT_NE(said.find("Saved 8 lines with their answers"), std::string::npos) << said;
    EXPECT_NE(said.find("to kept.txt"), std::string::npos) << said;
    EXPECT_NE(said.find("tests/scenarios/transcripts/"), std::string::npos) << said;
    const std::string saved = content_of(at.path("kept.txt"));
    EXPECT_EQ(saved.find("dev #globex: heroku ps globex\nops #globex:\n"), 0U) << saved;
    // A bare line is said by who spoke last.
    EXPECT_NE(saved.find("\ndev: heroku rollback globex\nops #globex:\n    ❌ Not allowed\n"),
              std::string::npos)
        << saved;
    EXPECT_NE(saved.find("acme: web 2 → 3, and all is up"), std::string::npos) << saved;
    EXPECT_NE(saved.find("ops home of lead:"), std::string::npos) << saved;
    EXPECT_EQ(played_as_a_test(saved), saved);
}

TEST(Save, SaysSeedAndWayOfDelivery) {
    const terminal at;
    at.says_to("runs\nsave kept.txt\n", "--seed 7 --socket-mode");
    const std::string saved = content_of(at.path("kept.txt"));
    EXPECT_EQ(saved.find("# seed 7\n# over sockets\nlead: runs\n"), 0U) << saved;
    EXPECT_EQ(played_as_a_test(saved), saved);
}

TEST(Save, WritesOverAConversationAndNothingElse) {
    const terminal at;
    std::ofstream(at.path("notes.txt")) << "my notes\n";
    const std::string said =
        at.says_to("whoami\nsave notes.txt\nsave kept.txt\nhelp\nsave kept.txt\nsave\nsave .\n");
    EXPECT_EQ(content_of(at.path("notes.txt")), "my notes\n");
    EXPECT_NE(
        said.find("notes.txt holds something else than a conversation: it was left as it is."),
        std::string::npos)
        << said;
    EXPECT_EQ(content_of(at.path("kept.txt")).find("lead: whoami\n"), 0U);
    EXPECT_NE(content_of(at.path("kept.txt")).find("\nlead: help\n"), std::string::npos);
    EXPECT_NE(said.find("Say where: `save FILE`"), std::string::npos) << said;
    EXPECT_NE(said.find(".: Is a directory"), std::string::npos) << said;
}

TEST(Save, HasNothingToSaveBeforeAnythingWasSaid) {
    const terminal at;
    const std::string said = at.says_to("lead clicks Nothing\nsave kept.txt\n");
    EXPECT_NE(said.find("Nothing was said yet"), std::string::npos) << said;
    EXPECT_FALSE(std::filesystem::exists(at.path("kept.txt")));
}

TEST(Save, PlaysWhatItSavedAgain) {
    const terminal at;
    at.says_to(conversation + "save kept.txt\n");
    const std::string again = at.says_to("", "--script kept.txt");
    EXPECT_EQ(again, content_of(at.path("kept.txt")));
}

} // namespace
} // namespace chatops::process_test
