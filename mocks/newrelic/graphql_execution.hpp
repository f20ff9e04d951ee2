// Carries out an operation: asks for each field, and puts together what comes.
#pragma once

#include "mocks/newrelic/graphql_document.hpp"
#include "mocks/newrelic/graphql_schema.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace chatops::mocks::newrelic::graphql {

/// Thrown by whoever answers a field: the field is null, and this stands beside the data.
class field_refused : public std::runtime_error {
  public:
    field_refused(const std::string& message, boost::json::object extensions)
        : std::runtime_error(message), extensions_(std::move(extensions)) {}
    [[nodiscard]] const boost::json::object& extensions() const { return extensions_; }

  private:
    boost::json::object extensions_;
};

/// Answers `Account.nrql`, of that account and with those arguments. Nothing: it is the member of
/// that name.
using resolver = std::function<std::optional<boost::json::value>(
    std::string_view field, const boost::json::object& of, const boost::json::object& arguments)>;

/// What a request asks for: `query`, `variables`, `operationName`.
struct asked {
    std::string query;
    boost::json::object variables;
    std::string operation_name;
};

/// The body of the answer: `data`, `errors` or both.
boost::json::object answer(const schema& in, const asked& what, const resolver& resolve);

/// `{"message": …, "locations": […]}`
boost::json::object error_of(std::string_view message, const std::vector<place>& at);

} // namespace chatops::mocks::newrelic::graphql
