// The fields of a form's body, decoded only when asked for: of a slash command's 15, half are of
// interest.
#pragma once

#include "chatops/core/config.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::slack {

/// Finds a body's fields in one pass, without memory of its own; `form_decode` in core/url.hpp
/// copies them all. Names are compared as they stand, for Slack's need no encoding. The body must
/// outlive this.
class form_fields {
  public:
    explicit form_fields(std::string_view body);

    /// A field's value, decoded; empty if there is no such field. Nothing when it is no
    /// percent-encoding (WHATWG URL, 5.1) of UTF-8. Of repeated fields the first counts.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

  private:
    /// Slack's longest form has 16 fields; those after the limit are not seen.
    static constexpr std::size_t most_fields = 32;

    [[nodiscard]] const std::string_view* find(std::string_view name) const;

    std::array<std::pair<std::string_view, std::string_view>, most_fields> fields_;
    std::size_t count_ = 0;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/form_fields.ipp")
