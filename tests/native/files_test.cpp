#include "chatops/native/files.hpp"
#include "tests/native/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace {

using chatops::native::read_file;
using chatops::native::write_private_file;

class files : public ::testing::Test {
  protected:
    std::string written(const std::string& name, const std::string& bytes) {
        std::ofstream(folder.file(name), std::ios::binary) << bytes;
        return folder.file(name);
    }
    chatops::native::testing::temporary_folder folder;
};

TEST_F(files, reads_all_of_a_file) {
    EXPECT_EQ(read_file(written("empty", ""), 0).value(), "");
    const std::string bytes = std::string("a\0\n\xff", 4) + std::string(100'000, 'x');
    EXPECT_EQ(read_file(written("large", bytes), bytes.size()).value(), bytes);
}

TEST_F(files, says_what_is_wrong_and_where) {
    const auto missing = read_file(folder.file("missing.toml"), 10);
    EXPECT_EQ(missing.error().code, "file_not_found");
    EXPECT_EQ(missing.error().message, folder.file("missing.toml") + ": No such file or directory");
    const auto is_folder = read_file(folder.file(""), 10);
    EXPECT_EQ(is_folder.error().code, "file_not_readable");
    EXPECT_NE(is_folder.error().message.find("Is a directory"), std::string::npos);
    const auto large = read_file(written("large", "12345678901"), 10);
    EXPECT_EQ(large.error().code, "file_too_large");
    EXPECT_NE(large.error().message.find("larger than 10 bytes"), std::string::npos);
    EXPECT_EQ(read_file("/dev/zero", 1'000).error().code, "file_too_large");
}

TEST_F(files, writes_for_the_owner_alone_and_replaces_what_was_there) {
    const std::string path = written("config.toml", "old and longer");
    ::chmod(path.c_str(), 0644);
    ASSERT_TRUE(write_private_file(path, "new"));
    EXPECT_EQ(read_file(path, 100).value(), "new");
    struct stat about {};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    EXPECT_FALSE(std::filesystem::exists(path + ".new"));
}

TEST_F(files, leaves_the_old_file_when_it_cannot_write) {
    EXPECT_EQ(write_private_file(folder.file("no/such/folder"), "x").error().code,
              "file_not_writable");
    const std::string path = written("kept", "old");
    std::filesystem::create_directory(path + ".new");
    EXPECT_EQ(write_private_file(path, "new").error().code, "file_not_writable");
    EXPECT_EQ(read_file(path, 100).value(), "old");
}

} // namespace
