#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/provider/user_data.hpp"
#include "chatops/provider/word.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace chatops::provider {

CHATOPS_INLINE std::optional<mistake> wrong_user_data(std::string_view code, std::string_view text,
                                                      std::size_t longest_bytes) {
    constexpr std::string_view beginnings[] = {"#", "Content-Type:", "MIME-Version:"};
    const bool is_known =
        std::any_of(std::begin(beginnings), std::end(beginnings),
                    [&](std::string_view each) { return text.substr(0, each.size()) == each; });
    if (text.size() <= longest_bytes && is_known && is_utf8(text)) return std::nullopt;
    const std::string most = "at most " + std::to_string(longest_bytes) + " bytes";
    return not_named(code, text,
                     is_known ? "is no text of " + most + '.'
                              : "begins with neither #! nor #cloud-config.",
                     "a script or a cloud-config, of " + most);
}

} // namespace chatops::provider
