// How each thing looks in the API's JSON.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/papertrail/call.hpp"

#include <string>

namespace chatops::mocks::papertrail {

// Source of the members: help.papertrailapp.com, "Settings API" and "Log search API"; of
// destinations [?].

object show(const papertrail::system& one, const call& of);
object show(const papertrail::group& one, const call& of);
object show(const saved_search& one, const call& of);
object show(const destination& one);
object show(const member& one);
object show(const event& line, const papertrail::system& by, const call& of);

/// By the clock of whoever sent it.
time_point generated_at(const event& line);

/// In the zone of the token's owner: `2011-05-18T20:30:02-07:00`.
std::string zoned_time(time_point when, const call& of);

/// The answer to what ends a thing or changes who belongs to it: `{"message":…}`. [?]
object said(std::string_view message);

template <class T>
array show_all(const std::vector<T>& all, const call& of) {
    array made;
    for (const T& each : all) made.push_back(show(each, of));
    return made;
}

} // namespace chatops::mocks::papertrail
