// What Heroku's refusals say, with what a person has to do about those that no other command helps.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/provider/vendor.hpp"

#include <boost/json/value.hpp>

namespace chatops::heroku {

provider::refusal refusal_in(const boost::json::value& body);

} // namespace chatops::heroku

#include CHATOPS_BODY("chatops/provider/heroku/refusal.ipp")
