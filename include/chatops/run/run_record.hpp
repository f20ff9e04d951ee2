// A run as people ask for it: what was asked, how it stands, how it ended.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/ids.hpp"
#include "chatops/journal/event.hpp"
#include "chatops/run/request.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace chatops {

/// How a run stands.
enum class run_state : std::uint8_t {
    running,
    /// For a person: a confirmation, or a question of the command's own.
    waiting,
    done,
    failed,
    /// No rule allowed it.
    denied,
    /// Who asked for it said no, or said nothing in time.
    declined,
    cancelled,
    /// The line meant no command, or not quite.
    not_understood,
};
BOOST_DESCRIBE_ENUM(run_state, running, waiting, done, failed, denied, declined, cancelled,
                    not_understood)

constexpr bool has_ended(run_state how) {
    return how != run_state::running && how != run_state::waiting;
}

struct run_record {
    run_id id;
    accepted_request asked;
    time_point accepted_at{};
    run_state state = run_state::running;
    /// Of the last thing that happened in it.
    time_point last_at{};
    /// Of the answer, once it has ended.
    std::string title;
};

/// Makes records from the journal's events, the newest first: at the event that opened a run, all
/// that happened to it is known.
class record_collector {
  public:
    /// The run's record at the event that opened it; nothing at any other, or if what was asked
    /// cannot be read.
    std::optional<run_record> add(const journal::event& older);

  private:
    struct partial {
        run_record record;
        std::set<std::string> answered;
    };
    std::map<std::string, partial> partial_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/run_record.ipp")
