#include "mocks/common/paths.hpp"

#include "mocks/common/text.hpp"

namespace chatops::mocks {

std::vector<std::string_view> path_words(std::string_view path) {
    std::vector<std::string_view> words;
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (slash != 0) words.push_back(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return words;
}

bool path_matches(std::string_view pattern, const std::vector<std::string_view>& words) {
    const std::vector<std::string_view> expected = path_words(pattern);
    if (expected.size() != words.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (expected[i] != "*" && expected[i] != words[i]) return false;
    return true;
}

std::vector<std::string> path_parameters(std::string_view pattern,
                                         const std::vector<std::string_view>& words) {
    std::vector<std::string> found;
    const std::vector<std::string_view> expected = path_words(pattern);
    for (std::size_t i = 0; i < words.size() && i < expected.size(); ++i)
        if (expected[i] == "*") found.push_back(percent_decoded(words[i], false));
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
