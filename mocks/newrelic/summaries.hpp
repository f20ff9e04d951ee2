// How an application does, by what it reported in the last minutes.
#pragma once

#include "mocks/newrelic/state.hpp"

#include <cstddef>

namespace chatops::mocks::newrelic {

struct summary {
    /// Requests a minute.
    double throughput = 0;
    double web_throughput = 0;
    double response_seconds = 0;
    double web_response_seconds = 0;
    double background_response_seconds = 0;
    /// Of a hundred requests.
    double error_rate = 0;
    /// From 0 to 1.
    double apdex = 1;
};

/// Of one of its hosts only, where one is given.
summary summary_of(const account_state& account, const application& of, time_point now,
                   const host* on = nullptr);

/// Whether its agent said something in the last minutes.
bool is_reporting(const account_state& account, const application& of, time_point now);

std::size_t instances_of(const application& which);

} // namespace chatops::mocks::newrelic
