// Sentry's language for looking for issues: `is:unresolved release:1.4 !level:info "no such"`.
#pragma once

#include "mocks/sentry/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::sentry {

/// How the value of a number or a moment is compared.
enum class relation { equal, greater, at_least, less, at_most };

/// One condition; all of a search's must hold.
struct search_term {
    /// `is`, `has`, a field's name as Sentry has it within, a tag's key; empty: text in the title.
    std::string key;
    bool is_negated = false;
    relation how = relation::equal;
    /// One, or those of a list, of which one is enough.
    std::vector<std::string> values;
    std::int64_t number = 0;
    /// Counted back from now.
    std::optional<duration> ago;
    std::optional<time_point> moment;
    /// A day as a whole, where only it is named.
    duration length{0};
};

/// Reads a search. Refuses with 400 what Sentry refuses: unknown words behind `is:`, OR and AND,
/// quotes that have no end, empty values, functions, a number or a moment that is none.
///
/// Source: getsentry/sentry, api/event_search.py and api/issue_search.py.
std::vector<search_term> read_search(std::string_view text);

/// Whether the issue meets all of them.
bool matches(const std::vector<search_term>& all, const issue& which, const account_state& account,
             time_point now);

} // namespace chatops::mocks::sentry
