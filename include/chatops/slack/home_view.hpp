// A person's page as Slack shows it: the app's home tab.
#pragma once

#include "chatops/chat/home.hpp"
#include "chatops/core/config.hpp"

#include <string>

namespace chatops::slack {

/// The view, as JSON, within Slack's limits; what had to be left out is counted.
std::string home_view(const home_page& what);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/home_view.ipp")
