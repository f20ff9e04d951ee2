// Paths and addresses as servers meet them.
#pragma once

#include "chatops/http/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks {

/// The words between the slashes, as they were sent; empty ones do not count, so that a slash at
/// the end does not matter.
std::vector<std::string_view> path_words(std::string_view path);

/// Whether the words are those of the pattern, where a `*` stands for any one word.
bool path_matches(std::string_view pattern, const std::vector<std::string_view>& words);

/// The words that stand where the pattern has a `*`, decoded.
std::vector<std::string> path_parameters(std::string_view pattern,
                                         const std::vector<std::string_view>& words);

/// Where this server is reached, as the client wrote it: `http://127.0.0.1:9103`; `otherwise` when
/// it named no host.
std::string base_url(const http::request& what, std::string_view otherwise);

} // namespace chatops::mocks
