// A plan of faults: which requests or deliveries go wrong, how, and how often.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/result.hpp"
#include "mocks/common/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks {

enum class fault_kind {
    /// Carried out, answered later.
    latency_ms,
    /// Refused with that status: 429 as the vendor words it, 5xx with a proxy's HTML.
    status,
    /// The connection closes; nothing was done.
    reset_before,
    /// The connection closes; all was done.
    reset_after,
    /// Carried out; half of the answer arrives.
    truncated,
    /// A page with status 200 instead of the answer.
    html,
    /// No answer ever.
    timeout,
    /// What the mock sends by itself arrives twice.
    duplicate_delivery,
    /// Answered with an error of the vendor's own, where such answers have status 200 (Slack).
    error,
};

/// One line of a plan.
struct fault {
    fault_kind kind = fault_kind::latency_ms;
    /// `*` or one of HTTP's.
    std::string method = "*";
    /// A glob over the path, without the query: `/apps/*/formation`.
    std::string path = "*";
    /// How many of the matching ones; 0 for all.
    int count = 1;
    /// How many matching ones pass before the first.
    int after = 0;
    /// With any kind: what passes before the answer, or before the second delivery.
    duration latency{0};
    int status = 503;
    /// The `Retry-After` of a refusal, in seconds.
    std::optional<int> retry_after_s = std::nullopt;
    /// For `status`, `html`, `timeout` and `error`: whether the request is carried out all the
    /// same.
    bool has_effect = false;
    /// The word of an `error`: `account_inactive`.
    std::string error = {};

    int seen = 0;
    int used = 0;
};

class fault_plan {
  public:
    /// Reads `[{"match": {"method", "path"}, "kind", …}]`, `match` also as text (`POST /apps/*`),
    /// or an object with that list as `faults`. Mistakes: `fault_malformed`, with a sentence that
    /// names the line.
    static result<std::vector<fault>> read(const value& from);

    void replace(std::vector<fault> with) { faults_ = std::move(with); }

    /// The fault that this request meets, counted as used; null for none. Valid until the next
    /// call.
    const fault* take(std::string_view method, std::string_view path);

    [[nodiscard]] bool empty() const { return faults_.empty(); }
    /// The plan as it was given, with how often each was used.
    [[nodiscard]] array to_json() const;

  private:
    std::vector<fault> faults_;
};

} // namespace chatops::mocks
