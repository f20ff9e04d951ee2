#pragma once

#include "chatops/native/inside/sqlite_journal.hpp"
#include "chatops/native/inside/sqlite_journal.ipp"

#include <soci/soci.h>

namespace chatops::native {

CHATOPS_INLINE std::vector<journal::event> sqlite_journal::events_of(const std::string& run) {
    if (run.empty()) return {};
    return detail::guarded(
        path_, [&] { return sql_->select("e.run = :run ORDER BY e.sequence", run, 0, 0); });
}

CHATOPS_INLINE std::vector<journal::event> sqlite_journal::after(std::uint64_t sequence,
                                                                 std::size_t count) {
    return detail::guarded(path_, [&] {
        return sql_->select("e.sequence > :after ORDER BY e.sequence LIMIT :count", "",
                            static_cast<long long>(sequence), static_cast<long long>(count));
    });
}

CHATOPS_INLINE std::vector<journal::sealed_secret>
sqlite_journal::secrets_of(const std::string& run) {
    return detail::guarded(path_, [&] {
        std::vector<journal::sealed_secret> found;
        journal::sealed_secret one;
        soci::statement all =
            (sql_->session.prepare << "SELECT name, sealed FROM secrets WHERE run = :run"
                                      " ORDER BY place",
             soci::into(one.name), soci::into(one.sealed), soci::use(run));
        for (bool more = all.execute(true); more; more = all.fetch()) found.push_back(one);
        return found;
    });
}

CHATOPS_INLINE std::vector<run_id> sqlite_journal::runs_named(const std::string& beginning,
                                                              std::size_t count) {
    return detail::guarded(path_, [&] {
        std::vector<run_id> found;
        run_id one;
        const auto most = static_cast<long long>(count);
        // What follows every text that begins so: UTF-8 has no byte as large.
        const std::string end = beginning + '\xff';
        soci::statement all =
            (sql_->session.prepare << "SELECT DISTINCT run FROM events WHERE run >= :first AND"
                                      " run < :end ORDER BY run LIMIT :most",
             soci::into(one.text), soci::use(beginning, "first"), soci::use(end, "end"),
             soci::use(most, "most"));
        for (bool more = all.execute(true); more; more = all.fetch()) found.push_back(one);
        return found;
    });
}

CHATOPS_INLINE std::vector<run_id> sqlite_journal::open_runs() {
    return detail::guarded(path_, [&] {
        std::vector<run_id> found;
        run_id one;
        soci::statement all =
            (sql_->session.prepare << "SELECT run FROM open_runs ORDER BY opened_at, run",
             soci::into(one.text));
        for (bool more = all.execute(true); more; more = all.fetch()) found.push_back(one);
        return found;
    });
}

} // namespace chatops::native
