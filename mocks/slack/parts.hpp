// The parts of a workspace, as its methods and its people share them.
#pragma once

#include "mocks/common/faults.hpp"
#include "mocks/slack/courier.hpp"
#include "mocks/slack/model.hpp"
#include "mocks/slack/rates.hpp"
#include "mocks/slack/sockets.hpp"
#include "mocks/slack/tickets.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace chatops::mocks::slack {

struct parts {
    parts(seed given, std::uint64_t chance, courier::listener told)
        : data(std::move(given), chance), rights(data), sockets(data),
          post(data, sockets, std::move(told)) {}

    /// Of the URL for events: empty until Slack was asked to verify it, then `verified` or why not.
    std::string verification;
    model data;
    tickets rights;
    limiter rates;
    socket_mode sockets;
    courier post;
    /// Calls that are answered with an error, whatever they ask for; matched by `/api/METHOD`.
    fault_plan errors;
};

} // namespace chatops::mocks::slack
