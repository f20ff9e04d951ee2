#include "mocks/papertrail/query.hpp"

#include "chatops/core/ascii.hpp"
#include "mocks/common/text.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/query_reader.hpp"

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

/// `part` is in lower case already.
bool contains(std::string_view text, std::string_view part) {
    const auto found =
        std::search(text.begin(), text.end(), part.begin(), part.end(),
                    [](char left, char right) { return chatops::lower(left) == right; });
    return found != text.end() || part.empty();
}

bool begins_with(std::string_view text, std::string_view part) {
    return part.size() <= text.size() && equal_ignoring_case(text.substr(0, part.size()), part);
}

} // namespace

result<query> query::parse(std::string_view text) {
    query made;
    if (trimmed(text).empty()) return made;
    query_reader reader(text, made);
    const auto root = reader.read();
    if (!root) return root.error();
    made.root_ = *root;
    return made;
}

bool query::matches(const searched_line& line) const { return matches(nodes_[root_], line); }

bool query::has(const node& which, const searched_line& line) {
    switch (which.where) {
    case field::any:
        return contains(line.message, which.text) || contains(line.program, which.text) ||
               contains(line.sender, which.text);
    case field::sender: return contains(line.sender, which.text);
    case field::ip: return begins_with(line.ip, which.text);
    case field::program: return contains(line.program, which.text);
    case field::message: return contains(line.message, which.text);
    case field::severity: return begins_with(line.severity, which.text);
    case field::facility: return begins_with(line.facility, which.text);
    }
    return false;
}

bool query::matches(const node& which, const searched_line& line) const {
    const auto is_so = [&](std::size_t part) { return matches(nodes_[part], line); };
    switch (which.what) {
    case kind::everything: return true;
    case kind::text: return has(which, line);
    case kind::all_of: return std::all_of(which.parts.begin(), which.parts.end(), is_so);
    case kind::one_of: return std::any_of(which.parts.begin(), which.parts.end(), is_so);
    case kind::none_of: return std::none_of(which.parts.begin(), which.parts.end(), is_so);
    }
    return false;
}

} // namespace chatops::mocks::papertrail
