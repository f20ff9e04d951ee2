// The part of NerdGraph's schema that this mock has, in the schema's own language.
#pragma once

#include "mocks/newrelic/graphql_schema.hpp"

#include <string_view>

namespace chatops::mocks::newrelic {

/// Source: the schema that dynovaio/newrelic-sb-sdk keeps (src/newrelic_sb_sdk/graphql), and the
/// types of newrelic-client-go.
const graphql::schema& nerdgraph_schema();

/// Its parts: what one is, what one has, and how that is set; issues; alerts; deployments.
extern const std::string_view schema_of_actor;
extern const std::string_view schema_of_entities;
extern const std::string_view schema_of_settings;
extern const std::string_view schema_of_issues;
extern const std::string_view schema_of_alerts;
extern const std::string_view schema_of_changes;

} // namespace chatops::mocks::newrelic
