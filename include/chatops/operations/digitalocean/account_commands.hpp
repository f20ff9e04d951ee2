// DigitalOcean's commands about the account, its keys, tags and projects, as a list.
#pragma once

#include "chatops/operations/digitalocean/account.hpp"
#include "chatops/operations/digitalocean/actions.hpp"
#include "chatops/operations/digitalocean/balance.hpp"
#include "chatops/operations/digitalocean/keys.hpp"
#include "chatops/operations/digitalocean/project_change.hpp"
#include "chatops/operations/digitalocean/projects.hpp"
#include "chatops/operations/digitalocean/tags.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean_account.cpp`.
inline std::vector<entry> make_digitalocean_account_entries() {
    return entries_of<
        digitalocean_keys, digitalocean_key_add, digitalocean_key_rename, digitalocean_key_remove,
        digitalocean_tags, digitalocean_tag_create, digitalocean_tag_destroy,
        digitalocean_droplet_tag, digitalocean_droplet_untag, digitalocean_actions,
        digitalocean_action_show, digitalocean_balance, digitalocean_account, digitalocean_projects,
        digitalocean_project_show, digitalocean_project_create, digitalocean_project_add,
        digitalocean_project_rename, digitalocean_project_default, digitalocean_project_destroy>();
}

} // namespace chatops::operations
