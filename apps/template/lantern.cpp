#include "lantern.hpp"

#include "commands.hpp"

#include <chatops/operations/catalogue.hpp>

std::vector<chatops::entry> lantern::entries() {
    static const chatops::value_knower notices =
        chatops::value_knower_of<status_page, notice_name>();
    return chatops::joined(
        {chatops::with_values(chatops::entries_of<status_show, status_tell>(), notices),
         chatops::operations::all_entries()});
}
