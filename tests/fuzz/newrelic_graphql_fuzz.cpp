// Whatever is asked of NerdGraph's mock: it is answered, or refused with a sentence and a place.
#include "chatops/core/json.hpp"
#include "chatops/core/utf8.hpp"
#include "fuzz/holds.hpp"
#include "mocks/newrelic/graphql_execution.hpp"
#include "mocks/newrelic/nerdgraph_schema.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace chatops;
namespace graphql = mocks::newrelic::graphql;

/// Every object has all that its type has: lists of one, and nothing in some places.
std::optional<boost::json::value> resolve(std::string_view field, const boost::json::object&,
                                          const boost::json::object& arguments) {
    if (field == "Actor.account" && arguments.at("id").as_int64() == 7)
        throw graphql::field_refused("refused", {{"errorClass", "INVALID_INPUT"}});
    if (field == "RootQueryType.actor" || field == "Actor.account") return boost::json::object{};
    if (field == "Actor.accounts")
        return boost::json::array{boost::json::object{{"id", 1}}, boost::json::object{{"id", 2}}};
    return std::nullopt;
}

void check(const graphql::asked& what) {
    const boost::json::object made =
        graphql::answer(mocks::newrelic::nerdgraph_schema(), what, resolve);
    fuzz::holds(made.contains("data") || made.contains("errors"), "something is answered");
    if (!made.contains("errors")) return;
    for (const boost::json::value& each : made.at("errors").as_array()) {
        fuzz::holds(!each.at("message").as_string().empty(), "an error says what it is");
        fuzz::holds(each.at("locations").at(0).at("line").as_int64() >= 1, "and where");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view whole(reinterpret_cast<const char*>(data), size);
    // What follows the first NUL are the variables.
    const auto end = whole.find('\0');
    graphql::asked what{std::string(whole.substr(0, end)), {}, {}};
    if (end != whole.npos)
        if (auto read = json::parse(whole.substr(end + 1)); read && read->is_object())
            what.variables = read->get_object();
    // As HTTP's JSON would not bring anything else.
    if (is_utf8(what.query)) check(what);
    return 0;
}
