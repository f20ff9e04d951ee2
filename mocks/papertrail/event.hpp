// One line of log as Papertrail received it.
#pragma once

#include "chatops/core/clock.hpp"

#include <cstdint>
#include <string>

namespace chatops::mocks::papertrail {

struct event {
    std::int64_t id = 0;
    time_point received_at;
    std::int64_t system_id = 0;
    /// `Daemon`, `User`.
    std::string facility;
    /// `Info`, `Error`.
    std::string severity;
    /// Empty where the line names none.
    std::string program;
    std::string message;
};

/// Ids grow with the time of receipt: its milliseconds, and 20 bits that tell apart what came in
/// one. Source: "Log search API", Data types: ids only increase, and are not sequential.
constexpr int id_bits_in_a_millisecond = 20;
constexpr std::int64_t first_id_at(time_point when) {
    return when.time_since_epoch().count() << id_bits_in_a_millisecond;
}
constexpr time_point time_of_id(std::int64_t id) {
    return time_point(duration(id >> id_bits_in_a_millisecond));
}

} // namespace chatops::mocks::papertrail
