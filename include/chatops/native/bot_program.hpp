// A bot as a program: its flags, its configuration, and a workspace that is served.
#pragma once

#include "chatops/run/entry.hpp"

#include <vector>

namespace chatops::native {

/// What the `main` of a bot with those commands returns; `--help` says what it takes. 0: it was
/// told to end, or what it was asked for is good; 1: it cannot serve, or the journal is not sound;
/// 2: the configuration or a flag is wrong. Why is said on standard error.
int bot_program(int argc, const char* const* argv, std::vector<entry> commands);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/bot_program.ipp")
