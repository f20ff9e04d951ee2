// A query in NRQL as it was written. Source: docs.newrelic.com, "NRQL syntax, clauses, and
// functions".
#pragma once

#include "chatops/core/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace chatops::mocks::newrelic::nrql {

/// What an attribute can be; nothing where an event does not have it.
using datum = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// What must hold of an event.
struct condition {
    /// `=`, `!=`, `<`, `<=`, `>`, `>=`, `like`, `in`, `null`, `true`, or of others: `and`, `or`,
    /// `not`.
    std::string is;
    std::string attribute = {};
    std::vector<datum> values = {};
    std::vector<condition> of = {};
};

/// What is computed: an attribute, a number, a call or an arithmetic of such.
struct expression {
    enum class kind { attribute, constant, call, arithmetic };

    kind is = kind::attribute;
    /// Of the attribute (`*` for all) or the function, in its usual case; the sign.
    std::string name = {};
    datum given = {};
    std::vector<expression> of = {};
    /// Of `filter`, `percentage`.
    std::vector<condition> where = {};
    /// Of `rate`.
    duration per{0};
};

struct selected {
    expression what;
    /// Under which it is answered.
    std::string key;
};

struct ordering {
    expression by;
    bool is_descending = false;
};

struct query {
    std::vector<selected> select;
    std::vector<std::string> from;
    std::optional<condition> where;
    std::vector<std::string> facets;
    time_point since;
    time_point until;
    /// As they are answered: `60 MINUTES AGO`, `NOW`.
    std::string since_text;
    std::string until_text;
    /// Nothing: no series.
    std::optional<duration> bucket;
    std::optional<std::size_t> limit;
    std::optional<ordering> order;
    std::optional<duration> compared;
    std::string compared_text;

    /// Whether events themselves are asked for, or something computed of many.
    [[nodiscard]] bool is_of_events() const;
};

/// Whether it is something of many events.
bool is_aggregate(const expression& what);

/// The query cannot be read or carried out; the sentence is New Relic's.
class wrong_query : public std::runtime_error {
  public:
    explicit wrong_query(const std::string& message) : std::runtime_error(message) {}
};

} // namespace chatops::mocks::newrelic::nrql
