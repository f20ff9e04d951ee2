#include "apps/catalogue/heroku_parts.hpp"
#include "chatops/operations/heroku/commands.hpp"

namespace chatops::operations {

std::vector<entry> heroku_addon_entries() { return make_heroku_addon_entries(); }

} // namespace chatops::operations
