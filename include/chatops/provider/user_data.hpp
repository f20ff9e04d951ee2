// User data: what cloud-init does when a machine first starts, whoever's machine it is.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace chatops::provider {

/// Nothing where it is UTF-8 of at most so many bytes, and its beginning says what it is: `#!`,
/// `#cloud-config` or another `#`, or a header of MIME; cloud-init leaves alone what it does not
/// know. Otherwise the mistake of that code.
/// Source: cloudinit.readthedocs.io, "User data formats".
std::optional<mistake> wrong_user_data(std::string_view code, std::string_view text,
                                       std::size_t longest_bytes);

} // namespace chatops::provider

#include CHATOPS_BODY("chatops/provider/user_data.ipp")
