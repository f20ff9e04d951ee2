// A public key of SSH, as people type one.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <string>
#include <vector>

namespace chatops::operations {

/// The words of a line as they stand in a .pub file: kind, key, comment.
std::string typed_key(const std::vector<std::string>& words);

/// Kind and key, without the comment.
std::string core_of(const std::string& public_key);

/// Whether it is the half that nobody else may have, and what is said then.
bool is_private_key(const std::string& typed);
reply told_a_private_key();

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/public_key.ipp")
