// A failure in words that a tired person understands: what happened, what did not, what to do.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/gate/decision.hpp"
#include "chatops/run/history.hpp"
#include "chatops/run/undone.hpp"

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace chatops {

/// Of a run that changes nothing: nobody wonders what was done before.
reply explain_failure(const std::exception_ptr& failure);

/// `past` tells what was done before it failed.
reply explain_failure(const std::exception_ptr& failure, const history& past,
                      const std::vector<undone>& put_back);

/// Puts first what may have been meant; nothing where `names` is empty.
void add_meant(reply& answer, const std::vector<std::string>& names);

/// `past` tells what was done before, for a run that the rules allowed when it began.
reply explain_denial(const gate::decision& denied, const history& past);

/// Where a line's secret cannot be opened: the credentials were changed after it was typed.
reply explain_lost_secret(const history& past);

/// Where a run could not begin for so long that it must not any more.
reply explain_late();

/// How a run that a person ended did end, as in `run_ending`: `cancelled`, `declined`; empty for
/// any other failure.
std::string outcome_of(const std::exception_ptr& failure);

/// The answer where nothing was confirmed, and so nothing done.
reply said_no(bool too_late);

/// `ada, ben, cyd, dan and 7 others`; all of them where they are few.
std::string a_few_of(const std::vector<std::string>& names);

/// The text of a failure alone: `Heroku refused: Couldn't find that app.`
std::string failure_sentence(const std::exception_ptr& failure);

/// A provider's name as people write it: `heroku` to `Heroku`.
std::string display_name(const std::string& provider);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/explain.ipp")
