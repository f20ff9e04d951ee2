#include "mocks/common/paths.hpp"

#include "mocks/common/text.hpp"

namespace chatops::mocks {

namespace {

/// Takes the next word off the front.
std::string_view take_word(std::string_view& path) {
    while (!path.empty() && path.front() == '/') path.remove_prefix(1);
    const std::string_view word = path.substr(0, path.find('/'));
    path.remove_prefix(word.size());
    return word;
}

} // namespace

std::vector<std::string_view> path_words(std::string_view path) {
    std::vector<std::string_view> words;
    for (auto word = take_word(path); !word.empty(); word = take_word(path)) words.push_back(word);
    return words;
}

bool path_matches(std::string_view pattern, const std::vector<std::string_view>& words) {
    for (const std::string_view word : words) {
        const std::string_view expected = take_word(pattern);
        if (expected.empty() || (expected != "*" && expected != word)) return false;
    }
    return take_word(pattern).empty();
}

std::vector<std::string> path_parameters(std::string_view pattern,
                                         const std::vector<std::string_view>& words) {
    std::vector<std::string> found;
    for (const std::string_view word : words)
        if (take_word(pattern) == "*") found.push_back(percent_decoded(word, false));
    return found;
}

std::string base_url(const http::request& what, std::string_view otherwise) {
    const std::string_view host = what.headers.get("Host");
    if (host.empty()) return std::string(otherwise);
    const std::string_view name = host.substr(0, host.rfind(':'));
    const bool loopback = name == "localhost" || name == "127.0.0.1" || name == "[::1]";
    return (loopback ? "http://" : "https://") + std::string(host);
}

} // namespace chatops::mocks
