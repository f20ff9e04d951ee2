// What a provider's answers mean: a value, a refusal, or nothing that can be used. Without I/O.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/http/message.hpp"
#include "chatops/provider/vendor.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace chatops::provider {

/// What to say of a request whose answer is no use: of whom it was asked, its method and path, and
/// what is then known.
struct asked {
    const vendor& whom;
    /// `GET /apps/acme`.
    std::string what;
    /// For a request that only reads, nothing can have happened.
    bool reads = true;

    [[nodiscard]] effect_known effect() const {
        return reads ? effect_known::did_not_happen : effect_known::may_have_happened;
    }
    /// `unavailable`, naming the request.
    [[nodiscard]] unavailable no_use(const std::string& why) const;
};

/// A vendor's sentence for people: short, one line, and without our own token, should it be echoed.
std::string quotable(std::string text, const secret& token);

/// The JSON of a good answer; null for one without a body where there need not be one. Throws
/// `provider_error` for a refusal and `unavailable` for the rest: 5xx says nothing about what was
/// done, HTML is a proxy's and not the vendor's. No message contains `token`.
boost::json::value value_of(const http::response& answer, const asked& question,
                            const secret& token);

/// JSON as a type. Throws `unavailable` that names the member.
template <class T>
T read_as(const boost::json::value& from, const asked& question) {
    auto made = json::read<T>(from);
    if (!made)
        throw question.no_use("its answer is not what was expected: " + made.error().message);
    return std::move(*made);
}

} // namespace chatops::provider

#include CHATOPS_BODY("chatops/provider/answers.ipp")
