#include "chatops/operations/catalogue.hpp"

namespace chatops::operations {

std::vector<entry> sentry_entries() { return {}; }

} // namespace chatops::operations
