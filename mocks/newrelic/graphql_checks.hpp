// Whether a document asks only for what there is.
#pragma once

#include "mocks/newrelic/graphql_document.hpp"
#include "mocks/newrelic/graphql_schema.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace chatops::mocks::newrelic::graphql {

/// All that is wrong with one operation of the document and with what it uses. `variables` are as
/// they came. Source: spec.graphql.org, October 2021, section 5; the words are Absinthe's.
std::vector<problem> problems_of(const schema& in, const document& whole, const operation& chosen,
                                 const boost::json::object& variables);

/// The type that such operations begin with; null where there are none of this kind.
const type_definition* root_of(const schema& in, const operation& chosen);

} // namespace chatops::mocks::newrelic::graphql
