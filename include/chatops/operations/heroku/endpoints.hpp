// Which of an application's log drains or webhooks a person means.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/heroku/drains.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// Whether that text is the host, with its port or without, that it sends to.
bool sends_to(const heroku::visible_url& url, std::string_view host);

/// The one of that id, or else all whose id begins so or that send to that host.
template <class T>
std::vector<T> endpoints_called(const std::vector<T>& all, const std::string& text) {
    std::vector<T> found;
    for (const T& each : all)
        if (each.id == text) return {each};
    for (const T& each : all)
        if (each.id.compare(0, text.size(), text) == 0 || sends_to(each.url, text))
            found.push_back(each);
    return found;
}

/// Whether it was not there before, and was made since: ours, if it also sends where we asked it
/// to.
template <class T>
bool is_new(const T& each, const std::vector<T>& before) {
    for (const T& other : before)
        if (other.id == each.id) return false;
    return true;
}

/// `what` is `log drain`, `list` the command that lists them.
reply no_such_endpoint(const std::string& app, const std::string& text, const std::string& what,
                       const std::string& list);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/endpoints.ipp")
