// Text as servers meet it: forms, percent-encoding, globs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks {

using form = std::vector<std::pair<std::string, std::string>>;

/// Undoes `%41` and, in a form, `+`. A `%` that is not followed by two digits stays as it is.
std::string percent_decoded(std::string_view text, bool plus_is_space = true);

/// Everything but letters, digits and `-._~` as `%41`; a space as `+`, as browsers and Slack write
/// forms.
std::string form_encoded(std::string_view text);

/// Reads a query or an `application/x-www-form-urlencoded` body, in the order given.
form read_form(std::string_view text);
std::string write_form(const form& fields);

/// The first value of that name, or an empty view.
std::string_view field(const form& fields, std::string_view name);

/// Whether `text` matches `pattern`, where `*` stands for any run of characters.
bool glob_matches(std::string_view pattern, std::string_view text);

std::string lower(std::string_view text);
std::string_view trimmed(std::string_view text);

/// Characters of UTF-8, as Slack counts them: code points.
std::size_t characters(std::string_view text);

/// At most that many bytes, without cutting a character in two.
std::string_view clipped(std::string_view text, std::size_t bytes);

/// The first so many characters of UTF-8.
std::string_view first_characters(std::string_view text, std::size_t count);

/// Every occurrence replaced.
std::string replaced(std::string text, std::string_view what, std::string_view with);

} // namespace chatops::mocks
