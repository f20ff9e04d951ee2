// chatops.toml's text to a configuration, or to all that is wrong with it.
#pragma once

#include "chatops/config/reading.hpp"
#include "chatops/core/config.hpp"

#include <string>
#include <string_view>

namespace chatops::config {

/// Reads chatops.toml's text. A secret may stand in the file (`token = "…"`) or in an environment
/// variable named by `token_env`, looked up with `environment` (returns null where there is none).
reading read(std::string_view text, const char* (*environment)(const char* name));

/// One line an error, without a place where there is none: `chatops.toml:12:1: people.lead.roles:
/// expected a list of names`.
std::string describe(const std::string& file, const configuration_error& wrong);

} // namespace chatops::config

#include CHATOPS_BODY("chatops/config/read.ipp")
