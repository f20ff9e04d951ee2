#include "chatops/core/limits.hpp"
#include "chatops/native/log_writer.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <regex>

namespace {

using namespace chatops;

std::string line_with(std::string value) {
    return native::log_line(log_level::info, "e", {{"v", std::move(value)}})
        .substr(std::string_view("level=info event=e ").size());
}

TEST(log_line, names_level_event_and_fields) {
    EXPECT_EQ(native::log_line(log_level::warning, "request refused",
                               {{"status", "401"}, {"why", "stale timestamp"}}),
              R"(level=warning event="request refused" status=401 why="stale timestamp")");
}

TEST(log_line, quotes_what_would_be_read_otherwise) {
    EXPECT_EQ(line_with("plain"), "v=plain");
    EXPECT_EQ(line_with(""), R"(v="")");
    EXPECT_EQ(line_with("a=b"), R"(v="a=b")");
    EXPECT_EQ(line_with(R"(say "hi" \o/)"), R"(v="say \"hi\" \\o/")");
    EXPECT_EQ(line_with("größe"), "v=größe");
}

TEST(log_line, lets_nothing_break_the_line_or_move_the_cursor) {
    EXPECT_EQ(line_with("a\nlevel=error event=forged"), R"(v="a\nlevel=error event=forged")");
    EXPECT_EQ(line_with("\x1b[2J\r\t\x7f"), R"(v="\x1b[2J\r\t\x7f")");
    EXPECT_EQ(line_with(std::string("a\0b", 3)), R"(v="a\x00b")");
    EXPECT_EQ(line_with("\u009b2J"), R"(v="\xc2\x9b2J")");
    EXPECT_EQ(line_with("user\u202egnp.exe"), R"(v="user\xe2\x80\xaegnp.exe")");
    EXPECT_EQ(line_with("\xff\xc0\xaf"), R"(v="\xff\xc0\xaf")");
}

TEST(log_line, cuts_a_value_that_wants_to_fill_the_disk) {
    const std::string line = line_with(std::string(1'000'000, 'x'));
    EXPECT_EQ(line.size(), limits::log_value_bytes + std::string_view("v=...").size());
}

TEST(log_writer, writes_one_line_an_event_at_once) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
    native::log_writer to_file(log_level::info, file.get());
    to_file.write(log_level::debug, "unwanted", {});
    to_file.info("started {} %v", {{"port", "9107"}});
    char bytes[200] = {};
    std::rewind(file.get());
    const std::size_t size = std::fread(bytes, 1, sizeof bytes, file.get());
    EXPECT_TRUE(
        std::regex_match(std::string(bytes, size),
                         std::regex(R"(time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z level=info )"
                                    R"(event="started \{\} %v" port=9107\n)")))
        << std::string(bytes, size);
}

} // namespace
