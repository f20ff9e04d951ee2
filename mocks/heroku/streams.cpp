#include "mocks/heroku/streams.hpp"

#include "mocks/heroku/behaviour.hpp"
#include "mocks/heroku/call.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/times.hpp"

#include <algorithm>
#include <vector>

namespace chatops::mocks::heroku {
namespace {

constexpr std::string_view prefix = "/streams/";

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

std::string text_of(const log_line& line) {
    return log_time(line.at) + ' ' + line.source + '[' + line.process + "]: " + line.text;
}

std::vector<std::string> lines_of(const app& of, const log_session& session) {
    std::vector<std::string> lines;
    for (const log_line& each : of.log)
        if (is_wanted(session, each)) lines.push_back(text_of(each));
    if (lines.size() > session.lines)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(session.lines));
    return lines;
}

std::vector<std::string> output_of(const build& of) {
    std::vector<std::string> lines{"-----> Building on the " + of.source_url + " source",
                                   "-----> Discovering process types"};
    if (of.status == "succeeded") lines.push_back("-----> Launching... done");
    if (of.status == "failed")
        lines = {" !     Failed to fetch the source from " + of.source_url, " !     Push failed"};
    return lines;
}

/// What its release phase has written by now; of one that took too long, what it wrote at first.
std::vector<std::string> output_of(const release& which, const app& of) {
    behaviour does = behaviour_of(phase_of(of, which));
    if (which.status == "pending" || which.status == "expired")
        does.writes.resize(does.writes_at_once);
    return std::move(does.writes);
}

/// `text/event-stream`: an id and the data for each line.
std::string written(std::string_view line, bool as_event, std::size_t number) {
    if (!as_event) return std::string(line) + '\n';
    return "id: " + std::to_string(number) + "\ndata: " + std::string(line) + "\n\n";
}

stream_begun begun(const std::vector<std::string>& lines, const http::request& what) {
    stream_begun made;
    made.as_events = what.headers.get("Accept").find("text/event-stream") != std::string_view::npos;
    made.what.headers.set("Content-Type", made.as_events ? "text/event-stream" : "text/plain");
    for (const std::string& each : lines)
        made.what.body += written(each, made.as_events, ++made.lines_sent);
    return made;
}

} // namespace

bool is_wanted(const log_session& session, const log_line& line) {
    if (!session.source.empty() && line.source != session.source) return false;
    if (!session.dyno_name.empty() && line.process != session.dyno_name) return false;
    return session.type.empty() || line.process == session.type ||
           begins(line.process, session.type + '.');
}

std::string written_line(const log_line& line, bool as_event, std::size_t number) {
    return written(text_of(line), as_event, number);
}

std::string streams_url(const http::request& what) { return base_url(what) + "/streams"; }

std::optional<stream_begun> serve_stream(const account_state& account, const http::request& what) {
    std::string_view path = what.path();
    if (!begins(path, prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    const std::string_view kind = path.substr(0, path.find('/'));
    const std::string_view id = path.substr(std::min(path.size(), kind.size() + 1));
    if (what.method == "GET") {
        for (const app& each : account.apps) {
            if (kind == "sessions")
                for (const log_session& session : each.log_sessions)
                    if (session.id == id) {
                        stream_begun made = begun(lines_of(each, session), what);
                        if (session.tail) made.followed = &each;
                        made.session = &session;
                        return made;
                    }
            if (kind == "builds")
                for (const build& one : each.builds)
                    if (one.id == id) return begun(output_of(one), what);
            if (kind == "releases")
                for (const release& one : each.releases)
                    if (one.id == id && one.has_output) return begun(output_of(one, each), what);
        }
    }
    stream_begun missing;
    missing.what.status = 404;
    missing.what.headers.set("Content-Type", "text/plain");
    missing.what.body = "Not found\n";
    return missing;
}

} // namespace chatops::mocks::heroku
