#pragma once

#include "chatops/operations/digitalocean/mark.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<std::string> drawn_mark(digitalocean::client& ocean) {
    co_return "chatops-" + ocean.unique_word();
}

} // namespace chatops::operations
