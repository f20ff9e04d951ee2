// How zones, records and jobs look in an answer.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// `2011-06-24T01:12:52.000+0000`: how DNS writes every time.
std::string dns_time(time_point when);

object show_record(const dns_record& one);
array show_records(const dns_domain& of);
/// In a list.
object show_domain_briefly(const dns_domain& one, const std::string& account);
/// With its name servers, and without records.
object show_domain(const dns_domain& one, const std::string& account);
/// The whole zone, as BIND 9 reads it.
std::string zone_text(const dns_domain& of);
/// The job; with what was asked and what became of it where details are wanted.
object show_job(const dns_job& one, const std::string& base, bool with_details);

/// The page that `limit` and `offset` ask for, with `totalEntries` and the links to those before
/// and after it. Refuses with 400 an offset that is not a multiple of the limit.
object dns_page(array all, std::string_view root, const call& from);

} // namespace chatops::mocks::rackspace
