#include "apps/catalogue/heroku_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/heroku/commands.hpp"

namespace chatops::operations {

std::vector<entry> heroku_entries() {
    return joined({make_heroku_entries(), heroku_release_entries(), heroku_app_entries(),
                   heroku_addon_entries(), heroku_output_entries(), heroku_pipeline_entries(),
                   heroku_drain_entries()});
}

} // namespace chatops::operations
