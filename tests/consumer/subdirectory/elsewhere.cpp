// One header instead of all.
#include <chatops/core/digest.hpp>

std::string digest_elsewhere() { return chatops::hex(chatops::sha256("chatops")); }
