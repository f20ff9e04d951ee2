#include "mocks/sentry/cursor.hpp"

#include "mocks/sentry/errors.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::sentry {
namespace {

/// Takes a whole number off the front, with the colon behind it. Refuses what is none.
std::int64_t take_number(std::string_view& text, bool is_last) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(read.ptr - text.data());
    const bool ends_well =
        is_last ? length == text.size() : length < text.size() && text[length] == ':';
    if (read.ec != std::errc() || !ends_well) throw bad_request("Invalid cursor parameter.");
    text.remove_prefix(length + (is_last ? 0 : 1));
    return number;
}

cursor cursor_of(std::int64_t value, std::size_t offset, bool is_previous) {
    return {value, static_cast<std::int64_t>(offset), is_previous, false};
}

/// How many of those before that place have its score.
std::size_t equal_before(std::size_t place,
                         const std::function<std::int64_t(std::size_t)>& score_of) {
    std::size_t equal = 0;
    while (equal < place && score_of(place - 1 - equal) == score_of(place)) ++equal;
    return equal;
}

} // namespace

cursor cursor::read(std::string_view text) {
    cursor made;
    if (text.empty()) return made;
    made.value = take_number(text, false);
    made.offset = take_number(text, false);
    const std::int64_t direction = take_number(text, true);
    if (direction != 0 && direction != 1) throw bad_request("Invalid cursor parameter.");
    // Source: sentry/api/paginator.py, BadPaginationError.
    if (made.offset < 0) throw bad_request("Pagination offset cannot be negative");
    made.is_previous = direction == 1;
    made.is_empty = false;
    return made;
}

std::string cursor::to_text() const {
    return std::to_string(value) + ':' + std::to_string(offset) + (is_previous ? ":1" : ":0");
}

page page_by_offset(std::size_t items, const cursor& at, std::size_t limit) {
    page made;
    made.begin = std::min(items, static_cast<std::size_t>(at.offset));
    made.end = made.begin + std::min(limit, items - made.begin);
    made.previous = cursor_of(0, made.begin - std::min(limit, made.begin), true);
    made.next = cursor_of(0, made.begin + limit, false);
    made.has_previous = made.begin > 0;
    made.has_next = made.end < items;
    return made;
}

page page_by_score(std::size_t items, const std::function<std::int64_t(std::size_t)>& score_of,
                   const cursor& at, std::size_t limit) {
    std::size_t place = 0;
    if (!at.is_empty) {
        while (place < items && score_of(place) > at.value) ++place;
        place += std::min(items - place, static_cast<std::size_t>(at.offset));
    }
    page made;
    made.begin = at.is_previous ? place - std::min(limit, place) : place;
    made.end = at.is_previous ? place : place + std::min(limit, items - place);
    made.has_previous = made.begin > 0;
    made.has_next = made.end < items;
    const auto cursor_to = [&](std::size_t to, bool is_previous) {
        if (items == 0) return cursor_of(at.value, 0, is_previous);
        // Behind the last one: as it is told from its equals, and one more.
        const std::size_t known = std::min(to, items - 1);
        return cursor_of(score_of(known), equal_before(known, score_of) + (to - known),
                         is_previous);
    };
    made.previous = cursor_to(made.begin, true);
    made.next = cursor_to(made.end, false);
    return made;
}

} // namespace chatops::mocks::sentry
