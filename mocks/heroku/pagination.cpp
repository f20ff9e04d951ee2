#include "mocks/heroku/pagination.hpp"

#include "mocks/common/text.hpp"
#include "mocks/heroku/errors.hpp"
#include "mocks/heroku/limits.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::heroku {
namespace {

refused malformed(std::string_view header) {
    return bad_range("Invalid `Range` header: `" + std::string(clipped(header, 80)) + "`.");
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string key_of(const value& item, std::string_view attribute) {
    const value* const found = member(item.get_object(), attribute);
    if (found == nullptr || found->is_null()) return {};
    if (found->is_int64()) return std::to_string(found->get_int64());
    return std::string(view(found->get_string()));
}

/// Versions compare as numbers, everything else as text.
int compare(const range& asked, std::string_view left, std::string_view right) {
    if (asked.attribute != "version") return left.compare(right);
    const std::int64_t left_number = number_in(left).value_or(0);
    const std::int64_t right_number = number_in(right).value_or(0);
    return left_number < right_number ? -1 : left_number > right_number ? 1 : 0;
}

void read_bounds(range& asked, std::string_view bounds, std::string_view header) {
    const auto dots = bounds.find("..");
    if (dots == std::string_view::npos) throw malformed(header);
    std::string_view first = trimmed(bounds.substr(0, dots));
    std::string_view last = trimmed(bounds.substr(dots + 2));
    if (!first.empty() && first.front() == ']') {
        asked.after_first = true;
        first.remove_prefix(1);
    }
    if (!last.empty() && last.back() == '[') {
        asked.before_last = true;
        last.remove_suffix(1);
    }
    asked.first = first;
    asked.last = last;
    const auto unreadable = [](std::string_view bound) {
        return !bound.empty() && !number_in(bound);
    };
    if (asked.attribute == "version" && (unreadable(first) || unreadable(last)))
        throw malformed(header);
}

void read_parameter(range& asked, std::string_view parameter, std::string_view header) {
    parameter = trimmed(parameter);
    if (parameter.empty()) return;
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos) throw malformed(header);
    const std::string_view name = trimmed(parameter.substr(0, equals));
    const std::string_view text = trimmed(parameter.substr(equals + 1));
    if (name == "max") {
        const auto number = number_in(text);
        if (!number || *number < 1) throw malformed(header);
        asked.max = std::min(static_cast<std::size_t>(*number), limits::page_items_max);
    } else if (name == "order") {
        if (text != "asc" && text != "desc") throw malformed(header);
        asked.descending = text == "desc";
    }
}

bool inside(const range& asked, std::string_view key) {
    const int direction = asked.descending ? -1 : 1;
    if (!asked.first.empty()) {
        const int from = compare(asked, key, asked.first) * direction;
        if (from < 0 || (from == 0 && asked.after_first)) return false;
    }
    if (!asked.last.empty()) {
        const int to = compare(asked, key, asked.last) * direction;
        if (to > 0 || (to == 0 && asked.before_last)) return false;
    }
    return true;
}

std::string next_range_after(const range& asked, const std::string& key) {
    std::string text = asked.attribute + " ]" + key + ".." + asked.last;
    if (asked.before_last) text += '[';
    text += "; max=" + std::to_string(asked.max);
    if (asked.descending) text += ", order=desc";
    return text;
}

} // namespace

range read_range(std::string_view header, const std::vector<std::string_view>& attributes) {
    range asked;
    asked.attribute = attributes.front();
    asked.max = limits::page_items;
    const std::string_view text = trimmed(header);
    if (text.empty()) return asked;
    const auto space = text.find(' ');
    if (space == std::string_view::npos) throw malformed(header);
    asked.attribute = text.substr(0, space);
    if (std::find(attributes.begin(), attributes.end(), asked.attribute) == attributes.end())
        throw malformed(header);
    std::string_view rest = text.substr(space + 1);
    const auto end = rest.find_first_of(";,");
    read_bounds(asked, rest.substr(0, end), header);
    while (!rest.empty() && rest.find_first_of(";,") != std::string_view::npos) {
        rest.remove_prefix(rest.find_first_of(";,") + 1);
        read_parameter(asked, rest.substr(0, rest.find_first_of(";,")), header);
    }
    const bool bounded = !asked.first.empty() && !asked.last.empty();
    if (bounded && asked.descending && compare(asked, asked.first, asked.last) < 0) {
        std::swap(asked.first, asked.last);
        std::swap(asked.after_first, asked.before_last);
    }
    return asked;
}

page cut_page(array all, const range& asked, const std::vector<std::string_view>& attributes) {
    struct entry {
        std::string key;
        value* item;
    };
    std::vector<entry> entries;
    for (value& each : all) {
        std::string key = key_of(each, asked.attribute);
        if (inside(asked, key)) entries.push_back({std::move(key), &each});
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const entry& left, const entry& right) {
        const int order = compare(asked, left.key, right.key);
        return asked.descending ? order > 0 : order < 0;
    });
    std::size_t count = std::min(asked.max, entries.size());
    while (count > 0 && count < entries.size() && entries[count].key == entries[count - 1].key)
        ++count;

    page made;
    for (std::size_t i = 0; i < count; ++i) made.items.push_back(std::move(*entries[i].item));
    for (const std::string_view each : attributes)
        (made.accept_ranges += made.accept_ranges.empty() ? "" : ", ") += each;
    if (count == 0) return made;
    made.content_range =
        asked.attribute + ' ' + entries.front().key + ".." + entries[count - 1].key;
    if (count < entries.size()) made.next_range = next_range_after(asked, entries[count - 1].key);
    return made;
}

} // namespace chatops::mocks::heroku
