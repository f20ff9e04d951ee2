// Values that go in: whether they are what the schema asks for, and what they then are.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/newrelic/graphql_document.hpp"
#include "mocks/newrelic/graphql_schema.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::newrelic::graphql {

/// As it would stand in a document: `{states: [CREATED]}`.
std::string text_of(const literal& given);

/// What came as JSON, as if it stood in the document where that type is expected.
literal literal_of(const schema& in, const boost::json::value& given, const type_name& type);

/// With every variable replaced by what was given for it; nothing if it is one of which nothing
/// was.
std::optional<literal> resolved(const schema& in, const literal& given, const type_name& type,
                                const boost::json::object& variables);

/// What is wrong with a value without variables, inside first; nothing if it is of that type.
/// Source: the words are those of Absinthe, which NerdGraph is made with.
std::vector<std::string> wrong_with(const schema& in, const literal& given, const type_name& type);

/// A good one as JSON, with what an input object has by default; one for a list is a list of one.
boost::json::value json_of(const schema& in, const literal& given, const type_name& type);

} // namespace chatops::mocks::newrelic::graphql
