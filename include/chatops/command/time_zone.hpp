// A place's time: how far ahead of UTC it is at a moment, and which moment a clock there means.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops {

namespace detail {

/// A day of the year on which clocks change: the `week`th `weekday` (0: Sunday) of `month`, or the
/// last one if `week` is 5; `minutes` after midnight by the clock that holds until then.
struct zone_change {
    int month = 0;
    int week = 0;
    int weekday = 0;
    int minutes = 0;
};

/// Places whose clocks agree from now on; offsets are minutes ahead of UTC. One without daylight
/// time has twice the same offset.
struct zone_rule {
    int standard = 0;
    int daylight = 0;
    zone_change start{};
    zone_change end{};
    std::string_view names{};

    [[nodiscard]] bool changes() const { return standard != daylight; }
};

} // namespace detail

/// A clock on a wall: milliseconds since 1970-01-01 00:00 there.
using wall_time = std::chrono::local_time<duration>;

/// The time of a place, by its IANA name (`Europe/Zurich`), or a fixed offset (`+05:30`).
///
/// The names and their rules are in the program, so that every machine and the browser agree. They
/// are the rules that hold now: what a country did differently in years past is not known, nor what
/// it decided after the version of the IANA database that time_zone_table.ipp names; nor that
/// Morocco sets its clocks back for Ramadan, which no rule tells.
class time_zone {
  public:
    static constexpr std::string_view kind = "time zone";

    /// UTC.
    time_zone() = default;

    /// `Europe/Zurich` in any case, `UTC`, `Z`, `+05:30`, `-08:00`. Mistake: `unknown_time_zone`,
    /// with the whole name as suggestion if the city alone is given.
    static result<time_zone> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;

    /// How far clocks there are ahead of UTC.
    [[nodiscard]] std::chrono::minutes offset_at(time_point when) const;
    [[nodiscard]] wall_time wall_at(time_point when) const {
        return wall_time(when.time_since_epoch() + offset_at(when));
    }

    /// The moments at which clocks there show `wall`: one; two, where they are set back over it;
    /// none, where they are set forward over it. The earlier one is first.
    struct moments {
        std::optional<time_point> first;
        std::optional<time_point> second;
    };
    [[nodiscard]] moments when(wall_time wall) const;

    friend bool operator==(const time_zone& left, const time_zone& right) {
        return left.name_ == right.name_ && left.fixed_ == right.fixed_;
    }

  private:
    /// Null for a fixed offset; else in the table, like the name.
    const detail::zone_rule* rule_ = nullptr;
    std::string_view name_{};
    std::chrono::minutes fixed_{0};
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/time_zone.ipp")
