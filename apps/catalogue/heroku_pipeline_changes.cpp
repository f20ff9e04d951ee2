#include "apps/catalogue/heroku_parts.hpp"
#include "chatops/operations/heroku/pipeline_commands.hpp"

namespace chatops::operations {

std::vector<entry> heroku_pipeline_change_entries() {
    return make_heroku_pipeline_change_entries();
}

} // namespace chatops::operations
