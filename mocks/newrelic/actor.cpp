// Who asks, which accounts there are, and what a query answers.
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nrql_answers.hpp"

namespace chatops::mocks::newrelic {
namespace {

object outline(const account_state& account) {
    object made;
    made["id"] = account.id;
    made["name"] = account.name;
    made["reportingEventTypes"] = array{"Deployment", "Metric",      "NrAiIncident",
                                        "NrAiIssue",  "Transaction", "TransactionError"};
    return made;
}

object too_many() {
    object extensions;
    extensions["errorClass"] = "TOO_MANY_REQUESTS";
    return extensions;
}

/// A query that is done in time is answered at once, whether its asker would have waited or not.
/// Source: docs.newrelic.com, "NerdGraph tutorial: Run NRQL queries asynchronously".
object with_progress(object answered, const call& from) {
    if (!is_true(from.arguments, "async")) return answered;
    object progress;
    progress["queryId"] = from.account.new_id();
    progress["completed"] = true;
    progress["retryAfter"] = nullptr;
    progress["retryDeadline"] = nullptr;
    progress["resultExpiration"] = nullptr;
    answered["queryProgress"] = std::move(progress);
    return answered;
}

} // namespace

value show_actor(const call&) { return object{}; }

value show_request(const call& from) {
    return object{{"apiKey", nullptr}, {"userId", std::to_string(from.account.user_id)}};
}

/// Of an account that the key cannot see: null, and no error. Source: what Kibana's connector
/// expects.
value show_account(const call& from) {
    if (number_of(from.arguments, "id", 0) != from.account.id) return nullptr;
    object made = outline(from.account);
    made["aiIssues"] = object{};
    made["alerts"] = object{};
    return made;
}

value list_accounts(const call& from) { return array{outline(from.account)}; }

value show_user(const call& from) {
    object made;
    made["id"] = from.account.user_id;
    made["name"] = text_or_null(from.account.user_name);
    made["email"] = text_or_null(from.account.user_email);
    made["createdAt"] = from.account.created_at.time_since_epoch().count() / 1000;
    made["timeZoneName"] = "Etc/UTC";
    return made;
}

value run_nrql(const call& from) {
    if (!from.account.queries.take(from.now, limits::nrql_queries_a_minute))
        throw graphql::field_refused(
            "You have exceeded the rate limit for NRQL queries on this account.", too_many());
    try {
        return with_progress(nrql::answer(from.account, from.text("query"), from.now), from);
    } catch (const nrql::wrong_query& why) {
        object extensions;
        extensions["errorClass"] = "INVALID_INPUT";
        extensions["errorCode"] = "NRDB:1102004";
        throw graphql::field_refused(why.what(), std::move(extensions));
    }
}

/// Of one application only.
value run_entity_nrql(const call& from) {
    try {
        return with_progress(
            nrql::answer(from.account, from.text("nrql"), from.now, text_of(from.of, "guid")),
            from);
    } catch (const nrql::wrong_query& why) {
        throw invalid_input(why.what());
    }
}

} // namespace chatops::mocks::newrelic
