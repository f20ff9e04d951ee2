// What must hold of an event: read, and asked. The language in which entities are searched is the
// same.
#pragma once

#include "mocks/newrelic/nrql_query.hpp"
#include "mocks/newrelic/nrql_words.hpp"

#include <functional>
#include <string_view>

namespace chatops::mocks::newrelic::nrql {

/// Reads `a = 1 AND (b LIKE 'x%' OR NOT c IS NULL)`, up to the first word that is no part of it.
condition read_condition(words& from);

/// The attributes of whatever is asked about.
using attributes = std::function<datum(std::string_view name)>;

/// Whether it holds. How text is compared with what a `LIKE` has is the asker's.
using likeness = bool (*)(std::string_view text, std::string_view pattern);
bool holds(const condition& what, const attributes& of, likeness is_like);

/// `%` stands for anything.
bool is_like(std::string_view text, std::string_view pattern);

/// As text; `true`, `5`, `0.5`.
std::string text_of(const datum& given);
/// As a number; nothing if it is none.
std::optional<double> number_of(const datum& given);

} // namespace chatops::mocks::newrelic::nrql
