#include "apps/catalogue/heroku_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/heroku/commands.hpp"
#include "chatops/operations/heroku/values.hpp"

namespace chatops::operations {

std::vector<entry> heroku_entries() {
    return with_values(
        joined({make_heroku_entries(), heroku_release_entries(), heroku_app_entries(),
                heroku_addon_entries(), heroku_output_entries(), heroku_pipeline_entries(),
                heroku_pipeline_change_entries(), heroku_drain_entries()}),
        heroku_values());
}

} // namespace chatops::operations
