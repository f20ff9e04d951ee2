// A conversation saved as a test.
#pragma once

#include "apps/sim/play.hpp"

#include <string>

namespace chatops::apps {

/// Writes what was played to a file, as a transcript that a test plays again, and returns what to
/// do with it. A file that holds anything but a transcript is left as it is. Mistakes: `no_file`,
/// `no_transcript`, `file_not_readable`, `file_not_writable`, those of `played_transcript`.
result<std::string> save_conversation(const playing& what, const std::string& path);

} // namespace chatops::apps
