#include "mocks/common/text.hpp"
#include "mocks/slack/content.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/files.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/posting.hpp"
#include "mocks/slack/render.hpp"

#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

constexpr std::string_view upload_path = "/upload/v1/";
constexpr std::string_view download_path = "/files-pri/";

/// The bytes of the first file in a multipart body (RFC 7578), or the body itself.
std::string_view uploaded_bytes(const http::request& what) {
    const std::string_view type = what.headers.get("Content-Type");
    const std::string_view boundary = type_parameter(type, "boundary");
    if (type.rfind("multipart/", 0) != 0 || boundary.empty()) return what.body;
    const std::string mark = "--" + std::string(boundary);
    const std::string_view body = what.body;
    for (auto begin = body.find(mark); begin != std::string_view::npos;) {
        begin += mark.size();
        const auto end = body.find(mark, begin);
        if (end == std::string_view::npos) break;
        const std::string_view part = body.substr(begin, end - begin);
        const auto blank = part.find("\r\n\r\n");
        const bool is_file = part.substr(0, blank).find("filename=") != std::string_view::npos;
        if (is_file && blank != std::string_view::npos && part.size() >= blank + 6)
            return part.substr(blank + 4, part.size() - blank - 6);
        begin = end;
    }
    return {};
}

http::response plain(int status, std::string body) {
    http::response made;
    made.status = status;
    made.headers.set("Content-Type", "text/plain; charset=utf-8");
    made.body = std::move(body);
    return made;
}

/// Where the files are to be seen: channels, and people's direct messages. Throws
/// `channels_limit_exceeded`, `invalid_channel`, `not_in_channel`.
std::vector<channel*> places_named(call& asked) {
    std::vector<std::string> ids = asked.args.list("channel_id");
    if (ids.empty()) ids = asked.args.list("channels");
    if (ids.size() > limits::file_places) throw refusal("channels_limit_exceeded");
    model& data = asked.in.data;
    std::vector<channel*> made;
    for (const std::string& id : ids) {
        const user* const person = data.user_by_id(id);
        channel* const found =
            person != nullptr ? &data.direct_with(*person, asked.when.wall) : data.find_channel(id);
        if (found == nullptr || (person == nullptr && found->id != id))
            throw refusal("invalid_channel");
        if (!found->has(data.setup().app.bot_user_id)) throw refusal("not_in_channel");
        made.push_back(found);
    }
    return made;
}

} // namespace

object files_get_upload_url_external(call& asked) {
    const std::string name = asked.args.required("filename");
    if (!asked.args.has("length")) throw wrong_argument("missing required field: length");
    const std::int64_t length = asked.args.number("length", 0, "invalid_arguments");
    if (length == 0) throw refusal("missing_argument");
    if (length < 0) throw wrong_argument("must be greater than 0 [json-pointer:/length]");
    if (length > static_cast<std::int64_t>(limits::upload_bytes))
        throw refusal("file_upload_size_restricted");
    if (asked.args.has("snippet_type") && length > static_cast<std::int64_t>(limits::snippet_bytes))
        throw refusal("snippet_too_large");
    if (characters(asked.args.text("alt_txt")) > limits::file_description_characters)
        throw refusal("alt_txt_too_large");
    file made;
    made.id = asked.in.data.new_id("F", 10);
    made.name = name;
    made.upload_token = asked.in.data.new_id("", 40);
    made.expected_bytes = length;
    made.created_s = seconds_of(asked.when.wall);
    object answer;
    answer["upload_url"] =
        text_value(asked.in.data.setup().url + std::string(upload_path) + made.upload_token);
    answer["file_id"] = text_value(made.id);
    auto& all = asked.in.data.files;
    if (all.size() >= limits::files_kept) throw refusal("storage_limit_reached");
    all.emplace(made.id, std::move(made));
    return answer;
}

object files_complete_upload_external(call& asked) {
    const value given = asked.args.json_value("files", "invalid_arguments");
    const array* const list = given.if_array();
    if (list == nullptr || list->empty()) throw wrong_argument("missing required field: files");
    std::vector<file*> chosen;
    for (const value& each : *list) {
        const object* const one = each.if_object();
        const auto at = one == nullptr ? asked.in.data.files.end()
                                       : asked.in.data.files.find(text_of(*one, "id"));
        if (at == asked.in.data.files.end() || !at->second.is_uploaded)
            throw refusal("file_not_found");
        if (const auto title = text_of(*one, "title"); !title.empty()) at->second.title = title;
        chosen.push_back(&at->second);
    }
    const std::vector<channel*> places = places_named(asked);
    const std::string thread = asked.args.text("thread_ts");
    if (!thread.empty())
        for (const channel* const each : places)
            if (each->find(thread) == nullptr) throw refusal("invalid_thread_ts");
    array files;
    for (file* const each : chosen) {
        each->is_shared = !places.empty();
        files.push_back(file_json(asked.in.data, *each));
    }
    for (channel* const each : places) {
        message made = bot_message(asked);
        made.subtype = "file_share";
        made.text = asked.args.text("initial_comment");
        made.files = files;
        made.thread_ts = thread;
        post_message(asked.in, *each, std::move(made), asked.when);
    }
    object answer;
    answer["files"] = std::move(files);
    return answer;
}

std::optional<http::response> answer_file(parts& in, const http::request& what, sim::moment when) {
    model& data = in.data;
    const std::string_view path = what.path();
    if (path.rfind(upload_path, 0) == 0) {
        const auto token = path.substr(upload_path.size());
        for (auto& [id, each] : data.files) {
            if (each.upload_token != token) continue;
            if (what.method != "POST" && what.method != "PUT")
                return plain(405, "method not allowed");
            const std::string_view bytes = uploaded_bytes(what);
            if (static_cast<std::int64_t>(bytes.size()) != each.expected_bytes)
                return plain(400, "size mismatch");
            each.content = bytes;
            each.is_uploaded = true;
            return plain(200, "OK - " + std::to_string(bytes.size()));
        }
        return plain(404, "not found");
    }
    if (path.rfind(download_path, 0) != 0) return std::nullopt;
    const std::string_view rest = path.substr(download_path.size());
    const auto at = data.files.find(rest.substr(0, rest.find('/')));
    std::string_view token = what.headers.get("Authorization");
    if (token.rfind("Bearer ", 0) == 0) token.remove_prefix(7);
    const bool is_allowed = token == data.setup().app.bot_token ||
                            in.rights.state_of(token, when.now) == token_state::good;
    if (at == data.files.end() || !at->second.is_uploaded) return plain(404, "not found");
    if (!is_allowed) return plain(403, "forbidden");
    http::response made = plain(200, at->second.content);
    made.headers.set("Content-Type", "application/octet-stream");
    return made;
}

} // namespace chatops::mocks::slack
