#include "apps/sim/save.hpp"

#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"
#include "mocks/worlds/transcript.hpp"

#include <algorithm>
#include <fstream>

namespace chatops::apps {

namespace {

/// What of a path is the file's name, without its ending: the test's.
std::string name_in(const std::string& path) {
    const std::string file = path.substr(path.rfind('/') + 1);
    return file.substr(0, file.rfind('.'));
}

result<void> check_place(const playing& what, const std::string& path) {
    if (path.empty()) return mistake{"no_file", "Say where: `save FILE`, like `save scaling.txt`."};
    const auto there = native::read_file(path, limits::configuration_bytes);
    if (!there && there.error().code == "file_not_found") return {};
    if (!there) return there.error();
    if (there->empty() || mocks::worlds::is_transcript(*there, what.simulated_world())) return {};
    return mistake{"no_transcript",
                   path + " holds something else than a conversation: it was left as it is. Save "
                          "it under another name."};
}

} // namespace

result<std::string> save_conversation(const playing& what, const std::string& path) {
    if (auto good = check_place(what, path); !good) return good.error();
    const auto text = what.transcript();
    if (!text) return text.error();
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << *text << std::flush;
    if (!file) return mistake{"file_not_writable", path + ": it could not be written whole."};
    const auto lines = std::count(text->begin(), text->end(), '\n');
    const std::string name = name_in(path);
    return "Saved " + std::to_string(what.lines().size()) + " lines with their answers (" +
           std::to_string(lines) + " lines of text) to " + path +
           ".\nRead it: what stands there is what the test expects. In "
           "tests/scenarios/transcripts/ it is the test `test-scenarios --gtest_filter='*" +
           name +
           "'`;\na change of an answer that is meant is written anew by "
           "CHATOPS_WRITE_TRANSCRIPTS=1. `chatops-sim --script " +
           path + "` plays its lines again.\n";
}

} // namespace chatops::apps
