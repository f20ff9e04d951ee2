#include "mocks/rackspace/server.hpp"

#include <algorithm>

namespace chatops::mocks::rackspace {

std::string_view task::state_at(time_point when) const {
    const auto length = std::max<std::int64_t>(1, (ends - began).count());
    const auto count = static_cast<std::int64_t>(states.size());
    const auto passed = std::clamp<std::int64_t>((when - began).count(), 0, length);
    const auto index = std::min(count - 1, passed * count / length);
    return states[static_cast<std::size_t>(index)];
}

int task::progress_at(time_point when) const {
    const auto length = std::max<std::int64_t>(1, (ends - began).count());
    return static_cast<int>(std::clamp<std::int64_t>((when - began).count() * 100 / length, 0, 99));
}

std::string_view server::status_at(time_point when) const {
    const std::string_view doing = busy ? busy->state_at(when) : std::string_view();
    if (vm_state == "building") return "BUILD";
    if (vm_state == "rescued") return "RESCUE";
    if (vm_state == "paused") return doing == "rebooting_hard" ? "HARD_REBOOT" : "PAUSED";
    if (vm_state == "suspended") return doing == "rebooting_hard" ? "HARD_REBOOT" : "SUSPENDED";
    if (vm_state == "stopped")
        return doing.substr(0, 7) == "resize_"   ? "RESIZE"
               : doing.substr(0, 7) == "rebuild" ? "REBUILD"
                                                 : "SHUTOFF";
    if (vm_state == "resized")
        return doing == "resize_reverting" ? "REVERT_RESIZE" : "VERIFY_RESIZE";
    if (vm_state == "deleted") return "DELETED";
    if (vm_state == "error") return doing.substr(0, 7) == "rebuild" ? "REBUILD" : "ERROR";
    if (doing == "rebooting") return "REBOOT";
    if (doing == "rebooting_hard") return "HARD_REBOOT";
    if (doing == "updating_password") return "PASSWORD";
    if (doing == "migrating") return "MIGRATING";
    if (doing.substr(0, 7) == "rebuild") return "REBUILD";
    if (doing.substr(0, 7) == "resize_") return "RESIZE";
    return "ACTIVE";
}

} // namespace chatops::mocks::rackspace
