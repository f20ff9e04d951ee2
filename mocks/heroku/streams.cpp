#include "mocks/heroku/streams.hpp"

#include "mocks/heroku/call.hpp"
#include "mocks/heroku/times.hpp"

#include <algorithm>
#include <vector>

namespace chatops::mocks::heroku {
namespace {

constexpr std::string_view prefix = "/streams/";

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

bool wanted(const log_session& session, const log_line& line) {
    if (!session.source.empty() && line.source != session.source) return false;
    if (!session.dyno_name.empty() && line.process != session.dyno_name) return false;
    return session.type.empty() || line.process == session.type ||
           begins(line.process, session.type + '.');
}

std::vector<std::string> lines_of(const app& of, const log_session& session) {
    std::vector<std::string> lines;
    for (const log_line& each : of.log)
        if (wanted(session, each))
            lines.push_back(log_time(each.at) + ' ' + each.source + '[' + each.process +
                            "]: " + each.text);
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

/// `text/event-stream` when it was asked for: an id and the data for each line.
http::response written(const std::vector<std::string>& lines, const http::request& what) {
    http::response made;
    const bool events =
        what.headers.get("Accept").find("text/event-stream") != std::string_view::npos;
    made.headers.set("Content-Type", events ? "text/event-stream" : "text/plain");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (events) made.body += "id: " + std::to_string(i + 1) + "\ndata: ";
        made.body += lines[i] + (events ? "\n\n" : "\n");
    }
    return made;
}

} // namespace

std::string streams_url(const http::request& what) { return base_url(what) + "/streams"; }

std::optional<http::response> serve_stream(const account_state& account,
                                           const http::request& what) {
    std::string_view path = what.path();
    if (!begins(path, prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    const std::string_view kind = path.substr(0, path.find('/'));
    const std::string_view id = path.substr(std::min(path.size(), kind.size() + 1));
    if (what.method == "GET") {
        for (const app& each : account.apps) {
            if (kind == "sessions")
                for (const log_session& session : each.log_sessions)
                    if (session.id == id) return written(lines_of(each, session), what);
            if (kind == "builds")
                for (const build& one : each.builds)
                    if (one.id == id) return written(output_of(one), what);
        }
    }
    http::response missing;
    missing.status = 404;
    missing.headers.set("Content-Type", "text/plain");
    missing.body = "Not found\n";
    return missing;
}

} // namespace chatops::mocks::heroku
