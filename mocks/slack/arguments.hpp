// The arguments of a Web API call, however they were sent.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

/// The parameter of a content type, without quotes: `utf-8` of `…; charset=utf-8`; empty without
/// it.
std::string_view type_parameter(std::string_view content_type, std::string_view name);

/// Arguments from the query, a form or a JSON body; of the same name the body's counts.
class arguments {
  public:
    /// Throws `refusal`: `invalid_json`, `json_not_object`, `invalid_post_type`,
    /// `missing_post_type`, `invalid_charset`, `invalid_arg_name`.
    explicit arguments(const http::request& from);

    [[nodiscard]] bool has(std::string_view name) const;
    /// As text, a number's digits too; empty when absent or null.
    [[nodiscard]] std::string text(std::string_view name) const;
    /// The same, or a refusal that names what is missing.
    [[nodiscard]] std::string required(std::string_view name) const;
    /// What stands between commas, without spaces; nothing empty.
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    /// `true`, `1`, or JSON's true.
    [[nodiscard]] bool flag(std::string_view name, bool otherwise = false) const;
    /// Throws `refusal(error)` when it is no whole number.
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t otherwise,
                                      std::string_view error) const;
    /// A value that a form carries as JSON text. Null when absent; throws `refusal(error)` when it
    /// is no JSON.
    [[nodiscard]] value json_value(std::string_view name, std::string_view error) const;

    [[nodiscard]] const object& all() const { return given_; }

    /// The token of the form or the query; one in a JSON body is ignored, as Slack does.
    [[nodiscard]] const std::string& token() const { return token_; }

  private:
    object given_;
    std::string token_;
};

} // namespace chatops::mocks::slack
