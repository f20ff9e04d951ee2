// What people name at Papertrail: a system, a group, a saved search, a destination, a person.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <optional>
#include <string_view>

namespace chatops::papertrail {

namespace detail {
/// Mistakes: `papertrail_reference`, `papertrail_email`, `papertrail_query`, `papertrail_address`;
/// nothing where the text is good.
std::optional<mistake> wrong_reference(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_email(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_query(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_address(std::string_view text, std::string_view kind);
} // namespace detail

/// Something that there is, or shall be, by its name or by Papertrail's id: one line of at most 255
/// bytes.
template <fixed_string Kind>
using reference = provider::word<Kind, &detail::wrong_reference>;
using system_ref = reference<"name or id of a system">;
using group_ref = reference<"name or id of a group">;
using search_ref = reference<"name or id of a saved search">;
using destination_ref = reference<"port or id of a destination">;
/// The file, or its day: `2024-02-29`.
using archive_ref = reference<"file or day of an archive">;
/// By one's own choice.
using new_name = reference<"name">;

using email = provider::word<"email address", &detail::wrong_email>;
/// From which a system sends: `203.0.113.40`.
using address = provider::word<"address", &detail::wrong_address>;
/// In Papertrail's search language, at most 4096 bytes: Papertrail says what is wrong with it.
using query_text = provider::word<"search", &detail::wrong_query>;

} // namespace chatops::papertrail

template <>
inline constexpr std::string_view chatops::held_at<chatops::papertrail::system_ref> = "papertrail";

#include CHATOPS_BODY("chatops/provider/papertrail/names.ipp")
