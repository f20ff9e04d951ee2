// A second file with the same header: a body that is not inline would be defined twice. What stands
// before it is a user's own, and brings names like ours: std::quoted.
#include <iomanip>

#include <chatops/chatops.hpp>

std::string digest_elsewhere() { return chatops::hex(chatops::sha256("chatops")); }
