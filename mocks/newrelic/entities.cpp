// Applications as entities: found by a query, or by their guids.
#include "mocks/common/text.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nrql_conditions.hpp"
#include "mocks/newrelic/paging.hpp"
#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/summaries.hpp"
#include "mocks/newrelic/views.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

constexpr std::string_view whole = "ApmApplicationEntity";
constexpr std::string_view outlined = "ApmApplicationEntityOutline";

/// Some signs count as blanks, and it may stand anywhere. Source: the schema's own description of
/// `entitySearch`.
bool is_alike(std::string_view text, std::string_view pattern) {
    const auto blanked = [](std::string_view given) {
        std::string made = lower(given);
        for (char& each : made)
            if (std::string_view(".,;:*-_%").find(each) != std::string_view::npos) each = ' ';
        return made;
    };
    return blanked(text).find(std::string(trimmed(blanked(pattern)))) != std::string::npos;
}

/// A tag that has several values is each of them: the first that is asked about counts.
nrql::datum tag_of(const application& which, const account_state& account, std::string_view key) {
    if (key == "account") return account.name;
    if (key == "accountId") return std::to_string(account.id);
    if (key == "language") return which.language;
    for (const auto& [name, values] : which.tags)
        if (name == key && !values.empty()) return values.front();
    return {};
}

bool is_known(std::string_view name) {
    constexpr std::string_view all[] = {"id",        "name",     "domain",       "type",
                                        "accountId", "entityId", "entityType",   "guid",
                                        "reporting", "language", "alertSeverity"};
    return name.substr(0, 5) == "tags." ||
           std::find(std::begin(all), std::end(all), name) != std::end(all);
}

nrql::datum attribute_of(const application& which, const call& from, std::string_view name) {
    if (name == "id" || name == "guid" || name == "entityId") return which.guid;
    if (name == "name") return which.name;
    if (name == "domain") return std::string("APM");
    if (name == "type") return std::string("APPLICATION");
    if (name == "entityType") return std::string("APM_APPLICATION_ENTITY");
    if (name == "accountId") return from.account.id;
    if (name == "language") return which.language;
    if (name == "reporting") return is_reporting(from.account, which, from.now);
    if (name == "alertSeverity") return std::string(severity_of(from.account, which));
    return tag_of(which, from.account, name.substr(5));
}

void check_known(const nrql::condition& what) {
    if (what.of.empty() && !is_known(what.attribute))
        throw invalid_input("Invalid query: unknown attribute '" + what.attribute + "'");
    for (const nrql::condition& each : what.of) check_known(each);
}

/// Where text is compared, it is without regard to case; and numbers may be written as text.
nrql::condition loosened(nrql::condition what) {
    for (nrql::datum& each : what.values)
        if (const auto number =
                what.attribute == "accountId" ? whole_number(nrql::text_of(each)) : std::nullopt)
            each = *number;
    for (nrql::condition& each : what.of) each = loosened(std::move(each));
    return what;
}

nrql::condition read_search(std::string_view text) {
    try {
        nrql::words from(text);
        nrql::condition made = nrql::read_condition(from);
        if (!from.at_end()) from.unexpected();
        check_known(made);
        return loosened(std::move(made));
    } catch (const nrql::wrong_query& why) {
        // The sentence is NRQL's but for its first words.
        const std::string sentence = why.what();
        const auto colon = sentence.find(": ");
        throw invalid_input("Invalid query" +
                            (colon == sentence.npos ? ": " + sentence : sentence.substr(colon)));
    }
}

std::string quoted(std::string_view text) {
    return "'" + replaced(std::string(text), "'", "\\'") + "'";
}

/// The query that a builder stands for.
std::string query_of(const object& builder) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " AND ") + part; };
    for (const std::string_view name : {"domain", "type", "alertSeverity"})
        if (!text_of(builder, name).empty())
            add(std::string(name) + " = " + quoted(text_of(builder, name)));
    if (!text_of(builder, "name").empty()) add("name LIKE " + quoted(text_of(builder, "name")));
    if (const value* const reporting = member(builder, "reporting");
        reporting && reporting->is_bool())
        add(reporting->get_bool() ? "reporting = true" : "reporting = false");
    if (const array* const tags = array_of(builder, "tags"))
        for (const value& each : *tags)
            add("`tags." + std::string(text_of(each.get_object(), "key")) +
                "` = " + quoted(text_of(each.get_object(), "value")));
    return text;
}

} // namespace

value search_entities(const call& from) {
    std::string query(from.text("query"));
    const object* const builder = object_of(from.arguments, "queryBuilder");
    if (query.empty() == (builder == nullptr))
        throw invalid_input("You must supply either a query OR a queryBuilder argument, not both");
    if (query.empty()) query = query_of(*builder);
    array found;
    if (!query.empty()) {
        const nrql::condition wanted = read_search(query);
        for (const application& each : from.account.apps)
            if (nrql::holds(
                    wanted, [&](std::string_view name) { return attribute_of(each, from, name); },
                    is_alike))
                found.push_back(show(each, from.account, from.now, outlined));
    }
    std::sort(found.begin(), found.end(), [](const value& one, const value& other) {
        return text_of(one.get_object(), "name") < text_of(other.get_object(), "name");
    });
    object made;
    made["count"] = found.size();
    made["query"] = query;
    made["types"] = found.empty() ? array{}
                                  : array{object{{"count", found.size()},
                                                 {"domain", "APM"},
                                                 {"type", "APPLICATION"},
                                                 {"entityType", "APM_APPLICATION_ENTITY"}}};
    made["found"] = std::move(found);
    made["limit"] = number_of(from.input("options"), "limit", limits::page_entities);
    return made;
}

value list_found_entities(const call& from) {
    const std::int64_t most = limits::page_entities;
    const auto items = std::clamp<std::int64_t>(number_of(from.of, "limit", most), 1, most);
    return cut_page(*array_of(from.of, "found"), "entities", from, static_cast<std::size_t>(items));
}

value show_entity(const call& from) {
    const std::string_view guid = from.text("guid");
    for (const application& each : from.account.apps)
        if (each.guid == guid) return show(each, from.account, from.now, whole);
    return nullptr;
}

value list_entities(const call& from) {
    array made;
    for (const application& each : from.account.apps)
        if (is_among(from.arguments, "guids", each.guid))
            made.push_back(show(each, from.account, from.now, whole));
    return made;
}

} // namespace chatops::mocks::newrelic
