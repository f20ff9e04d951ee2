// How New Relic's things look in a reply, the same in each of its commands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

/// The first letters and digits of a long id.
std::string short_relic_id(const std::string& id);

/// All of a text, or of a list of them: `acme is slow; acme fails`.
std::string title_of(const boost::json::value& title);
/// Names, `–` where there are none.
std::string names_text(const std::optional<std::vector<std::string>>& names);

/// `1234.6`, `0.87`: at most `places` behind the point, without zeros at the end.
std::string number_text(double number, int places);
/// So many times it; `–` where there is none.
std::string number_or_dash(const std::optional<double>& number, double times, int places);
/// Of the goal of an application's answers: `0.5 s`, `none`.
std::string goal_text(const std::optional<double>& seconds);
/// `CRITICAL` as people say it: `critical`, `not alerting`.
std::string word_text(const std::string& constant);

/// `ok`, `warning`, `critical`, `silent`, `no alerts`.
std::string health_text(const newrelic::app& it);

/// `new` while nobody was told yet, `open`, `acknowledged`, `over` once what was wrong has ended,
/// `closed`; and whether nobody is told.
std::string state_text(const newrelic::issue& it);

/// All applications, with what tells at a glance how they do: as much as a phone has room for.
table_part relic_app_table(const std::vector<newrelic::app>& apps);
fields_part relic_app_fields(const newrelic::app& it);
table_part relic_issue_table(const std::vector<newrelic::issue>& issues, time_point now);
table_part deployment_table(const std::vector<newrelic::deployment>& all);

/// What New Relic says that is missing, for the end of an answer; nothing where all is there.
void add_missing(reply& answer, const std::vector<std::string>& missing);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/shown.ipp")
