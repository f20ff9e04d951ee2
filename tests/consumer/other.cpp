// A second file with the same header: a body that is not inline would be defined twice.
#include <chatops/chatops.hpp>

std::string digest_elsewhere() { return chatops::hex(chatops::sha256("chatops")); }
