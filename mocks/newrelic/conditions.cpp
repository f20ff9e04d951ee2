#include "mocks/newrelic/conditions.hpp"

namespace chatops::mocks::newrelic {
namespace {

std::string where_of(const condition& which, const account_state& account) {
    std::string names;
    for (const std::string& guid : which.app_guids)
        if (const application* const app = account.find_app(guid))
            names += (names.empty() ? "'" : ", '") + app->name + "'";
    return names.empty() ? "" : " WHERE appName IN (" + names + ")";
}

} // namespace

watching watching_of(const condition& which, const account_state& account) {
    const std::string rest = " FROM Transaction" + where_of(which, account) + " FACET appName";
    switch (which.watches) {
    case trouble_kind::errors:
        return {"SELECT percentage(count(*), WHERE error IS TRUE)" + rest, "ABOVE", 5.0, "> 5.0"};
    case trouble_kind::slow: return {"SELECT average(duration)" + rest, "ABOVE", 1.0, "> 1.0"};
    default: return {"SELECT count(*)" + rest, "BELOW", 1.0, "< 1.0"};
    }
}

} // namespace chatops::mocks::newrelic
