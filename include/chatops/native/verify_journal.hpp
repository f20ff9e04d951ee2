// A journal's file, checked from its first event to its last.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/journal/chain_check.hpp"

#include <string>

namespace chatops::native {

/// Reads all of it, a page at a time, without changing it; a bot may be using it meanwhile. Throws
/// `store_error` where there is no such file, or it is no journal.
journal::chain_check verify_journal(const std::string& path);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/verify_journal.ipp")
