#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/heroku/commands.hpp"

namespace chatops::operations {

std::vector<entry> heroku_entries() { return make_heroku_entries(); }

} // namespace chatops::operations
