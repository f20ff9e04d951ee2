#include "mocks/slack/paging.hpp"

#include "chatops/core/base64.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::slack {

page read_page(const call& asked, std::string_view word, std::size_t total, std::size_t usual,
               std::size_t most) {
    const std::int64_t limit =
        asked.args.number("limit", static_cast<std::int64_t>(usual), "invalid_limit");
    if (limit < 0 || limit > static_cast<std::int64_t>(most)) throw refusal("invalid_limit");
    page made;
    if (const std::string cursor = asked.args.text("cursor"); !cursor.empty()) {
        const std::string inside = from_base64(cursor).value_or("");
        const std::string start = std::string(word) + ":";
        const char* const end = inside.data() + inside.size();
        if (inside.rfind(start, 0) != 0) throw refusal("invalid_cursor");
        const auto read = std::from_chars(inside.data() + start.size(), end, made.begin);
        if (read.ec != std::errc() || read.ptr != end || made.begin > total)
            throw refusal("invalid_cursor");
    }
    // Slack takes 0 as "as usual".
    const std::size_t count = limit == 0 ? usual : static_cast<std::size_t>(limit);
    made.end = std::min(total, made.begin + count);
    if (made.end == total) return made;
    std::string digits = std::to_string(made.end);
    // Slack's end in `=`, and clients that do not encode it when they send it back are to be found
    // out.
    while ((word.size() + 1 + digits.size()) % 3 != 2) digits.insert(0, "0");
    made.next_cursor = base64(std::string(word) + ":" + digits);
    return made;
}

object next_page(const page& of) {
    object made;
    made["next_cursor"] = text_value(of.next_cursor);
    return made;
}

} // namespace chatops::mocks::slack
