#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/write.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Of a stack trace as much as a person reads.
CHATOPS_INLINE std::string details_shown(const std::string& details) {
    const std::string line = shown_text(details.substr(0, details.find('\n')));
    return std::string(utf8_beginning(line, limits::vendor_message_bytes));
}

/// [?] What a pause and a suspension mean is openstack/nova's; why Rackspace does it, nobody says.
CHATOPS_INLINE std::string advice_on(const rackspace::server& of) {
    const std::string name = line::quoted(of.name);
    const std::string hard = "`rackspace server reboot " + name + " --hard`";
    if (of.status == "PAUSED")
        return "Rackspace holds it still: it answers nobody, and keeps what is in its memory. Only "
               "their support lets it go on; " +
               hard + " starts it anew without that.";
    if (of.status == "SUSPENDED")
        return "Rackspace took it off its host, with what is in its memory: look for a ticket of "
               "theirs. Only their support lets it go on; " +
               hard + " starts it anew without that.";
    if (of.status == "ERROR" && of.addresses.empty())
        return "It was not built, and is paid for until `rackspace server destroy " + name +
               "` takes it away.";
    if (of.status == "ERROR")
        return hard + " may bring it back; Rackspace's support can say more of it.";
    if (of.status == "RESCUE")
        return "It runs from a clean disk, its own beside it: `rackspace server unrescue " + name +
               "` starts it from its own again.";
    if (of.status == "VERIFY_RESIZE")
        return "It has its new flavor on trial: `rackspace server confirm " + name +
               "` keeps it, `rackspace server revert " + name +
               "` gives the old one back. After 24 hours Rackspace keeps it.";
    return {};
}

} // namespace detail

CHATOPS_INLINE void add_fault(reply& to, const rackspace::server& of) {
    if (!of.fault || !of.fault->message) return;
    std::string text = "Rackspace says: " + *of.fault->message;
    const std::string details = detail::details_shown(of.fault->details.value_or(""));
    if (!details.empty()) text += " (" + details + ')';
    to.add(text_part{text});
}

CHATOPS_INLINE void add_advice(reply& to, const rackspace::server& of) {
    const std::string advice = detail::advice_on(of);
    if (!advice.empty()) to.add(text_part{advice});
}

CHATOPS_INLINE std::optional<reply>
not_in_its_state(const rackspace::server& it, std::initializer_list<std::string_view> allowed) {
    const bool is_troubled =
        it.status == "PAUSED" || it.status == "SUSPENDED" || it.status == "ERROR";
    if (!is_troubled || std::find(allowed.begin(), allowed.end(), it.status) != allowed.end())
        return std::nullopt;
    reply no = reply::bad(it.name + " is " + state_text(it) + ": nothing was changed");
    add_fault(no, it);
    add_advice(no, it);
    return no;
}

} // namespace chatops::operations
