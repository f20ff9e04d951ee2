// Older logs as files, and what browsers ask first.
#include "mocks/papertrail/gzip.hpp"
#include "tests/mocks/papertrail_account.hpp"

#include <cstdint>

namespace chatops::mocks::papertrail {
namespace {

using papertrail_archives = quiet_papertrail;

std::uint32_t number_at(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t number = 0;
    for (int i = count; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + static_cast<unsigned>(i)]);
    return number;
}

/// What a file of blocks that are not squeezed holds.
std::string unpacked(std::string_view file) {
    std::string bytes;
    std::size_t at = 10;
    for (bool is_last = false; !is_last;) {
        is_last = file[at] == 1;
        const std::uint32_t length = number_at(file, at + 1, 2);
        EXPECT_EQ(number_at(file, at + 3, 2), length ^ 0xFFFFU);
        bytes += file.substr(at + 5, length);
        at += 5 + length;
    }
    EXPECT_EQ(number_at(file, at + 4, 4), bytes.size());
    EXPECT_EQ(file.size(), at + 8);
    return bytes;
}

TEST(papertrail_gzip, is_what_any_program_undoes) {
    const std::string file = gzip("123456789");
    EXPECT_EQ(file.substr(0, 3), "\x1F\x8B\x08");
    EXPECT_EQ(unpacked(file), "123456789");
    EXPECT_EQ(number_at(file, file.size() - 8, 4), 0xCBF43926U) << "the check value of CRC-32";
    EXPECT_EQ(unpacked(gzip("")), "");
    const std::string large(200'000, 'x');
    EXPECT_EQ(unpacked(gzip(large)), large);
}

TEST_F(papertrail_archives, are_downloaded_from_elsewhere) {
    writes("GET /\tx 502", "acme-web-1", "nginx", "Error");
    writes("late");
    now = start + 13h;
    for (const char* const name : {"2024-02-29", "2024-02-29.tsv.gz"}) {
        const seen told = get("archives/" + std::string(name) + "/download");
        EXPECT_EQ(told.status(), 302);
        const std::string address = told.header("Location");
        EXPECT_EQ(address.substr(0, 63),
                  "https://papertrailapp.com/archives/2024-02-29.tsv.gz?signature=");
        http::request what{"GET", address.substr(25), {}, {}};
        const http::response file = server.handle(what, {now, now});
        EXPECT_EQ(file.status, 200) << "without a token";
        const std::string text = unpacked(file.body);
        EXPECT_NE(text.find("\t2024-02-29 12:00:00 +0000\t"), std::string::npos) << text;
        EXPECT_NE(text.find("\tacme-web-1\t203.0.113.9\tUser\tError\tnginx\tGET / x 502\n"),
                  std::string::npos)
            << text;
        EXPECT_NE(text.find("\tlate\n"), std::string::npos);
        what.method = "HEAD";
        EXPECT_EQ(server.handle(what, {now, now}).body, "");
    }
}

TEST_F(papertrail_archives, are_nobodys_without_a_signature) {
    writes("one");
    now = start + 13h;
    http::request what{"GET", "/archives/2024-02-29.tsv.gz", {}, {}};
    EXPECT_EQ(server.handle(what, {now, now}).status, 403);
    what.url += "?signature=0123";
    EXPECT_EQ(server.handle(what, {now, now}).status, 403);
    EXPECT_EQ(get("archives/2024-02-28/download").message(), "Archive not found");
    EXPECT_EQ(send("GET", "archives/2024-02-29/download", {}, {}).status(), 401);
}

TEST_F(papertrail_archives, of_a_day_that_is_not_over_are_none) {
    writes("one");
    EXPECT_EQ(get("archives/2024-02-29/download").status(), 404);
}

TEST_F(papertrail_archives, may_be_asked_for_by_other_pages) {
    is_patient = false;
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(
            send("OPTIONS", "archives.json", {}, {{"Origin", "https://page.example"}}).status(),
            204)
            << "without a token, and not counted";
    const seen allowed = send("OPTIONS", "archives.json", {}, {});
    EXPECT_EQ(allowed.header("Access-Control-Allow-Origin"), "*");
    EXPECT_NE(allowed.header("Access-Control-Allow-Headers").find("X-Papertrail-Token"),
              std::string::npos);
    EXPECT_EQ(get("users.json").header("Access-Control-Allow-Origin"), "*");
}

} // namespace
} // namespace chatops::mocks::papertrail
