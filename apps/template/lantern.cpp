#include "lantern.hpp"

#include "commands.hpp"

#include <chatops/operations/catalogue.hpp>

std::vector<chatops::entry> lantern::entries() {
    return chatops::joined(
        {chatops::entries_of<status_show, status_tell>(), chatops::operations::all_entries()});
}
