// Everything a run needs from outside, as arguments: the system's own, or the simulation's.
#pragma once

#include "chatops/chat/chat.hpp"
#include "chatops/chat/health.hpp"
#include "chatops/config/live.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/log.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/sealer.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/journal/store.hpp"
#include "chatops/provider/connection.hpp"

#include <functional>
#include <map>
#include <string>

namespace chatops {

/// All of it outlives the engine that is given it.
struct world {
    asio::any_io_executor executor;
    clock& time;
    random_source& chance;
    http::transport& network;
    journal::store& journal;
    chat& people;
    chatops::log& log;
    chatops::sealer& sealer;
    const config::configuration& configuration;
    /// What is known of each provider's account since this process began.
    std::map<std::string, provider::account_state> accounts{};
    /// Reads the configuration anew, into the same object; empty where it comes from no file.
    std::function<config::reloaded()> reload{};
    /// What is known of the chat service; empty where nobody keeps it.
    std::function<chat_health()> health{};
};

} // namespace chatops
