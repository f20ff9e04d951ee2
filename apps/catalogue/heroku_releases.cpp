#include "apps/catalogue/heroku_parts.hpp"
#include "chatops/operations/heroku/commands.hpp"

namespace chatops::operations {

std::vector<entry> heroku_release_entries() { return make_heroku_release_entries(); }

} // namespace chatops::operations
