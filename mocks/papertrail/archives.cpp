#include "mocks/papertrail/archives.hpp"

#include "chatops/core/digest.hpp"
#include "chatops/core/time.hpp"
#include "mocks/papertrail/gzip.hpp"
#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::papertrail {
namespace {

constexpr std::string_view file_ending = ".tsv.gz";
constexpr std::string_view files_path = "/archives/";

struct archived_day {
    std::string date;
    event_log::place begin;
    event_log::place end;
    std::int64_t lines = 0;
};

archived_day day_from(time_point day, const event_log& log) {
    archived_day made;
    made.date = format_time(day).substr(0, 10);
    made.begin = log.at_time(day - duration{1});
    made.end = log.at_time(day + std::chrono::hours(24) - duration{1});
    made.lines = made.end.flowed - made.begin.flowed +
                 static_cast<std::int64_t>(made.end.added - made.begin.added);
    return made;
}

/// Those on which something came, the newest first, once the day is over.
std::vector<archived_day> archived_days_of(const event_log& log, time_point now) {
    std::vector<archived_day> all;
    const auto today = std::chrono::floor<std::chrono::days>(now);
    for (int back = 1; back <= limits::archived_days; ++back) {
        archived_day day = day_from(time_point(today - std::chrono::days(back)), log);
        if (day.lines > 0) all.push_back(std::move(day));
    }
    return all;
}

/// By its date, with or without the ending of its file.
std::optional<archived_day> find_day(std::string_view name, const event_log& log, time_point now) {
    if (name.ends_with(file_ending)) name.remove_suffix(file_ending.size());
    for (archived_day& each : archived_days_of(log, now))
        if (each.date == name) return std::move(each);
    return std::nullopt;
}

std::string signature_of(const account_state& account, std::string_view file) {
    return hex(hmac_sha256(account.given.token, file));
}

/// `2011-02-10 00:19:36 -0800`.
std::string archived_time(time_point when, const call& of) {
    std::string text = zoned_time(when, of);
    text[10] = ' ';
    if (text.back() == 'Z') return text.substr(0, 19) + " +0000";
    text.erase(text.rfind(':'), 1);
    return text.insert(19, " ");
}

/// Source: help.papertrailapp.com, "Permanent log archives", Format.
void append_line(std::string& to, const event& line, const papertrail::system& by, const call& of) {
    const std::string cells[] = {std::to_string(line.id),
                                 archived_time(generated_at(line), of),
                                 archived_time(line.received_at, of),
                                 std::to_string(by.id),
                                 by.name,
                                 by.address(),
                                 line.facility,
                                 line.severity,
                                 line.program,
                                 line.message};
    for (const std::string& each : cells) {
        if (&each != std::begin(cells)) to += '\t';
        for (const char c : each) to += c == '\t' || c == '\n' ? ' ' : c;
    }
    to += '\n';
}

std::string file_of(archived_day day, const call& from) {
    std::string text;
    for (std::int64_t lines = 0; lines < limits::archived_lines; ++lines) {
        const auto line = from.account.log.forward(day.begin, day.end);
        if (!line) break;
        const papertrail::system* const by = from.account.find_system(line->system_id);
        if (by != nullptr) append_line(text, *line, *by, from);
    }
    return gzip(text);
}

object show_day(const archived_day& day, const call& from) {
    constexpr std::int64_t squeezed = 8;
    return {
        {"start", day.date + "T00:00:00Z"},
        {"end", day.date + "T23:59:59Z"},
        {"filename", day.date + std::string(file_ending)},
        {"filesize", std::to_string(day.lines * limits::line_bytes / squeezed)},
        {"_links",
         {{"download", {{"href", from.base() + "/api/v1/archives/" + day.date + "/download"}}}}}};
}

} // namespace

answer list_archives(call& from) {
    array made;
    for (const archived_day& each : archived_days_of(from.account.log, from.now))
        made.push_back(show_day(each, from));
    return {200, std::move(made)};
}

/// Elsewhere, at an address that lets anybody in who has it. Source: the same, Retrieval: clients
/// follow a redirect; [?] for the address and its status.
answer download_archive(call& from) {
    const auto day = find_day(from.words.at(0), from.account.log, from.now);
    if (!day) throw not_found("Archive");
    const std::string file = day->date + std::string(file_ending);
    answer made{302, said("You are being redirected")};
    made.headers.add("Location", from.base() + std::string(files_path) + file +
                                     "?signature=" + signature_of(from.account, file));
    return made;
}

std::optional<http::response> archive_file(account_state& account, const http::request& what,
                                           time_point now) {
    const std::string_view path = what.path();
    const bool reading = what.method == "GET" || what.method == "HEAD";
    if (!reading || path.substr(0, files_path.size()) != files_path) return std::nullopt;
    const std::string file(path.substr(files_path.size()));
    http::response made;
    const form query = read_form(what.query());
    if (!constant_time_equal(field(query, "signature"), signature_of(account, file))) {
        made.status = 403;
        made.headers.set("Content-Type", "application/xml");
        made.body = "<Error><Code>SignatureDoesNotMatch</Code></Error>";
        return made;
    }
    auto day = find_day(file, account.log, now);
    made.status = day ? 200 : 404;
    if (!day) return made;
    const call asked{account, now, what, {}, {}};
    made.headers.set("Content-Type", "application/x-gzip");
    made.body = file_of(*std::move(day), asked);
    return made;
}

} // namespace chatops::mocks::papertrail
