// Whatever is searched for at the mock of Papertrail: it is a search, or it is refused with its
// place; and a line is found or not.
#include "chatops/core/utf8.hpp"
#include "fuzz/holds.hpp"
#include "mocks/papertrail/query.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using chatops::mocks::papertrail::query;
using chatops::mocks::papertrail::searched_line;
using fuzz::holds;

constexpr searched_line lines[] = {
    {"www42", "203.0.113.7", "sshd", "Authpriv", "Error", "Failed password for root from 10.1.2.3"},
    {"", "", "", "", "", ""},
    {"nyc-db2", "198.51.100.1", "production.log", "User", "Info", "GET /orders \"count(*)\""},
};

void searched(std::string_view text) {
    const auto read = query::parse(text);
    if (!read) {
        holds(!read.error().code.empty() && !read.error().message.empty(), "it says what is wrong");
        holds(read.error().begin <= read.error().end && read.error().end <= text.size(),
              "its place is in the text");
        holds(chatops::is_utf8(read.error().message), "what is said of it is text");
        return;
    }
    // Left out, what was found is not, and the other way round.
    const auto opposite = query::parse("-(" + std::string(text) + ")");
    for (const searched_line& line : lines) {
        const bool is_found = read->matches(line);
        if (opposite) holds(opposite->matches(line) != is_found, "it is found or left out");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    searched(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
