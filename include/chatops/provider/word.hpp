// Text of which a rule says whether it is good: what people name at a vendor.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/fixed_string.hpp"
#include "chatops/core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops::provider {

/// `Kind` tells one sort from another; `Wrong(text, kind)` says what is wrong with a text, or
/// nothing.
template <fixed_string Kind, std::optional<mistake> (*Wrong)(std::string_view, std::string_view)>
struct word {
    static constexpr std::string_view kind = Kind.view();

    std::string text;

    static result<word> parse(std::string_view text) {
        if (auto wrong = Wrong(text, kind)) return std::move(*wrong);
        return word{std::string(text)};
    }
    [[nodiscard]] const std::string& to_text() const { return text; }
    friend bool operator==(const word&, const word&) = default;
};

/// Whether it is UTF-8 without a control character.
bool is_one_line(std::string_view text);

/// The mistake of such a rule: `“x” is not a domain.`, where `says` is `is not a domain.`
mistake not_named(std::string_view code, std::string_view text, std::string_view says,
                  std::string_view expected);

} // namespace chatops::provider

#include CHATOPS_BODY("chatops/provider/word.ipp")
