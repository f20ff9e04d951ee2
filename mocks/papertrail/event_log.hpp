// All that was ever written, without keeping it: a line is made when somebody looks at it.
#pragma once

#include "mocks/papertrail/event.hpp"
#include "mocks/papertrail/seed.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::papertrail {

/// Lines that come by themselves at a constant rate, from one moment on until the next flow begins.
struct flow {
    time_point since;
    std::int64_t lines_a_minute = 0;
    /// How many lines came before, in all flows.
    std::int64_t first = 0;
    /// Each line says this and its number in the flow; empty for what programs write.
    std::string text = {};
};

/// Who writes, and what.
struct writer {
    std::int64_t system_id = 0;
    std::string program;
};

/// Lines of flows, and lines that were added one by one, in the order of their ids.
class event_log {
  public:
    /// How many lines of either kind there are up to some place.
    struct place {
        std::int64_t flowed = 0;
        std::size_t added = 0;

        friend bool operator==(const place&, const place&) = default;
    };

    event_log() = default;
    event_log(std::uint64_t chance, time_point since, std::int64_t lines_a_minute)
        : chance_(chance), flows_{{since, lines_a_minute}} {}

    /// Writers take part in what comes from then on, and in what came.
    void add_writer(writer each) { writers_.push_back(std::move(each)); }
    /// From now on another rate.
    void flow_on(time_point now, std::int64_t lines_a_minute, std::string text);
    /// One line, received now; gives it its id.
    void add(event line, time_point now);

    /// Behind all that came by then, or that has at most that id.
    [[nodiscard]] place at_time(time_point when) const;
    [[nodiscard]] place at_id(std::int64_t id) const;
    /// The line before that place, which moves before it; nothing at the beginning.
    [[nodiscard]] std::optional<event> back(place& from) const;
    /// The line behind that place, which moves behind it; nothing at `end`.
    [[nodiscard]] std::optional<event> forward(place& from, const place& end) const;

    [[nodiscard]] const std::vector<flow>& flows() const { return flows_; }
    [[nodiscard]] const std::vector<event>& added() const { return added_; }

  private:
    [[nodiscard]] const flow& flow_of(std::int64_t number) const;
    [[nodiscard]] std::int64_t flowed_by(time_point when) const;
    [[nodiscard]] std::int64_t id_of(std::int64_t number) const;
    [[nodiscard]] event flowed(std::int64_t number) const;
    [[nodiscard]] std::uint64_t drawn(std::int64_t number) const;

    std::uint64_t chance_ = 0;
    std::vector<flow> flows_;
    std::vector<writer> writers_;
    std::vector<event> added_;
};

} // namespace chatops::mocks::papertrail
