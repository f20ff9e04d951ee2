// What NerdGraph's answers mean: data, refusals inside a good status, and data with holes in it.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/provider/answers.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace chatops::newrelic {

/// One of the `errors` of an answer. Source: newrelic/newrelic-client-go, internal/http/graphql.go.
struct graph_error {
    /// New Relic's sentence, on one line, without anything that could be a key.
    std::string message;
    /// `TIMEOUT`, `TOO_MANY_REQUESTS`, `BAD_API_KEY`, … ; may be empty.
    std::string word;
};

std::vector<graph_error> errors_in(const boost::json::value& body);

/// Whether there is anything in it: an answer whose every member is null says nothing.
bool says_something(const boost::json::value& data);

/// Throws what the error means: `unavailable` where New Relic itself failed, which may be tried
/// again, and else `provider_error` with the status that HTTP has for it.
[[noreturn]] void refuse(const graph_error& why, const chatops::provider::asked& about);

/// Throws if the answer has errors and nothing else of use; of one that has data beside them, the
/// client says what is missing. For `provider::vendor`.
void check_answer(const boost::json::value& body, const chatops::provider::asked& about);

/// The words of a refusal by status: of NerdGraph, and of REST v2. For `provider::vendor`.
chatops::provider::refusal refusal_words(const boost::json::value& body);

/// What stands there within `data` (`actor/account/nrql`); null where it, or anything before it, is
/// null or absent.
const boost::json::value* found_at(const boost::json::value& body, std::string_view path);

namespace detail {
/// The member of an object; null where it is null or absent, or there is no object.
const boost::json::value* member(const boost::json::value* of, std::string_view name);
/// The same as text; empty where it is none.
std::string text_in(const boost::json::value* of, std::string_view name);
} // namespace detail

} // namespace chatops::newrelic

#include CHATOPS_BODY("chatops/provider/newrelic/graph.ipp")
