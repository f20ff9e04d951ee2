// Files, whole: a configuration, a script, a certificate.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <cstddef>
#include <string>

namespace chatops::native {

/// All of a regular file or a pipe, at most `limit` bytes.
///
/// Mistakes: `file_not_found`, `file_not_readable` (the message says why: a folder, no permission),
/// `file_too_large`. Their messages name the path.
result<std::string> read_file(const std::string& path, std::size_t limit);

/// Writes a file that only its owner may read, whole or not at all: first beside it, synced, then
/// renamed over it.
///
/// Mistake: `file_not_writable`.
result<void> write_private_file(const std::string& path, const std::string& bytes);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/files.ipp")
