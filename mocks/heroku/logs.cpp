#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/streams.hpp"
#include "mocks/heroku/times.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {

answer create_log_session(call& from) {
    app& of = from.of();
    log_session made;
    const std::int64_t lines =
        number_of(from.body, "lines", static_cast<std::int64_t>(limits::log_lines_default));
    if (lines < 0) throw invalid_params("`lines` must be 0 or more.");
    made.lines = std::min(static_cast<std::size_t>(lines), limits::log_lines);
    made.source = text_parameter(from.body, "source").value_or("");
    made.dyno_name = text_parameter(from.body, "dyno_name").value_or("");
    if (made.dyno_name.empty()) made.dyno_name = text_parameter(from.body, "dyno").value_or("");
    made.type = text_parameter(from.body, "type").value_or("");
    made.tail = flag_parameter(from.body, "tail").value_or(false);
    made.id = from.account.new_id();
    made.created_at = from.now;
    of.log_sessions.push_back(made);
    const std::string at = iso_time(from.now);
    return {201, object{{"created_at", at},
                        {"id", made.id},
                        {"logplex_url", streams_url(from.what) + "/sessions/" + made.id},
                        {"updated_at", at}}};
}

} // namespace chatops::mocks::heroku
