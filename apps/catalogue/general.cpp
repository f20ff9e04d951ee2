#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/general/help.hpp"
#include "chatops/operations/general/whoami.hpp"

namespace chatops::operations {

std::vector<entry> general_entries() { return entries_of<help, whoami>(); }

} // namespace chatops::operations
