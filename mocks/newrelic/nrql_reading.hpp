// Reads a query in NRQL.
#pragma once

#include "mocks/newrelic/nrql_query.hpp"
#include "mocks/newrelic/nrql_words.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::newrelic::nrql {

/// Throws `wrong_query` with New Relic's own sentence: of what it cannot read, of functions that
/// this mock does not have, and of times and numbers that cannot be.
query read_query(std::string_view text, time_point now);

/// `average(duration) * 1000`; what is read for SELECT and ORDER BY.
expression read_expression(words& from);

/// What an expression is called where no name was given: `average.duration`, `count`.
std::string key_of(const expression& what);

/// A moment as SINCE and UNTIL have it, and how it is answered.
struct moment_read {
    time_point at;
    std::string text;
};
moment_read read_moment(words& from, time_point now);

/// `5 minutes`
duration read_span(words& from, std::string* shown = nullptr);

} // namespace chatops::mocks::newrelic::nrql
