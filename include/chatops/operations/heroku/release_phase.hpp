// What the release phase of a release wrote: why one failed.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace chatops::operations {

struct phase_output {
    bool has_phase = false;
    /// Nothing where it cannot be read: Heroku does not keep it for long, or does not answer.
    std::optional<std::string> text;

    friend bool operator==(const phase_output&, const phase_output&) = default;
};
BOOST_DESCRIBE_STRUCT(phase_output, (), (has_phase, text))

/// All that was written, of a release that has ended.
asio::awaitable<phase_output> look_at_phase(heroku::client& heroku, heroku::app_name of,
                                            heroku::release which);

/// Of a release that failed, the end of it, so that a step can record it; nothing of another one.
asio::awaitable<phase_output> look_at_failure(heroku::client& heroku, heroku::app_name of,
                                              heroku::release which);

/// Adds it, or that it wrote nothing; nothing where there was no phase.
void add_phase(reply& answer, const phase_output& seen);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/release_phase.ipp")
