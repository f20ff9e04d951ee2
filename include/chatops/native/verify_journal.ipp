#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/native/inside/sqlite_journal.hpp"
#include "chatops/native/verify_journal.hpp"

#include <vector>

namespace chatops::native {

CHATOPS_INLINE journal::chain_check verify_journal(const std::string& path) {
    sqlite_journal file(path, sqlite_journal::only_to_read{});
    journal::chain_check check;
    std::size_t page = limits::journal_page_events;
    for (;;) {
        std::vector<journal::event> events;
        try {
            events = file.after(check.head().sequence, page);
        } catch (const store_error& unreadable) {
            // One at a time, so that what stands before it counts as what it is.
            if (page > 1) {
                page = 1;
                continue;
            }
            check.cannot_read(unreadable.what());
            return check;
        }
        if (events.empty()) return check;
        for (const journal::event& each : events)
            if (!check.add(each)) return check;
    }
}

} // namespace chatops::native
