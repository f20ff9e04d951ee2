#pragma once

#include "chatops/operations/heroku/endpoints.hpp"
#include "chatops/operations/shown.hpp"

#include <utility>

namespace chatops::operations {

CHATOPS_INLINE bool sends_to(const heroku::visible_url& url, std::string_view host) {
    const std::string_view place = heroku::host_of(url.text);
    return !place.empty() && (place == host || place.substr(0, place.find(':')) == host);
}

CHATOPS_INLINE reply no_such_endpoint(const std::string& app, const std::string& text,
                                      const std::string& what, const std::string& list) {
    reply answer = reply::bad(app + " has no " + what + ' ' + text);
    return answer.add(text_part{"`" + list + ' ' + app + "` lists them all."});
}

} // namespace chatops::operations
