#include "mocks/heroku/gatekeeping.hpp"

#include "chatops/core/base64.hpp"
#include "chatops/core/digest.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/heroku/limits.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

/// Takes what stands before the separator off the front.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return trimmed(part);
}

bool is_version_3(std::string_view parameter) {
    const std::string_view name = take(parameter, '=');
    if (!http::equal_without_case(name, "version")) return false;
    const std::string_view version = trimmed(parameter);
    return version == "3" || (version.size() > 2 && version.substr(0, 2) == "3.");
}

bool accepts_version_3(std::string_view header) {
    while (!header.empty()) {
        std::string_view media = take(header, ',');
        if (!http::equal_without_case(take(media, ';'), "application/vnd.heroku+json")) continue;
        while (!media.empty())
            if (is_version_3(take(media, ';'))) return true;
    }
    return false;
}

/// The token that an `Authorization` carries; empty when it is of another kind.
std::string token_in(std::string_view header) {
    const std::string_view scheme = take(header, ' ');
    const std::string_view rest = trimmed(header);
    if (http::equal_without_case(scheme, "Bearer")) return std::string(rest);
    if (!http::equal_without_case(scheme, "Basic")) return {};
    const std::string pair = from_base64(rest).value_or("");
    const auto colon = pair.find(':');
    return colon == std::string::npos ? std::string() : pair.substr(colon + 1);
}

} // namespace

void check_version(const http::request& what) {
    for (const auto& [name, text] : what.headers)
        if (http::equal_without_case(name, "Accept") && accepts_version_3(text)) return;
    throw missing_version();
}

void check_credentials(const http::request& what, const account_state& account) {
    const std::string_view header = trimmed(what.headers.get("Authorization"));
    if (header.empty()) throw unauthorized(true);
    if (!constant_time_equal(token_in(header), account.token)) throw unauthorized(false);
}

void check_second_factor(const http::request& what, const account_state& account,
                         const std::vector<std::string>& words) {
    constexpr std::string_view apps = "/apps/";
    if (words.empty() || what.path().substr(0, apps.size()) != apps) return;
    const app* const of = account.find_app(words.front());
    if (of == nullptr || !of->needs_second_factor) return;
    const std::string_view code = what.headers.get("Heroku-Two-Factor-Code");
    constexpr std::size_t digits = 6;
    const bool is_right =
        code.size() == digits &&
        std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_right) throw second_factor_required();
}

// Source: the texts are interagent/committee's, which is Heroku's own.
object read_body(const http::request& what) {
    if (what.body.empty()) return {};
    std::string_view type = what.headers.get("Content-Type");
    if (!http::equal_without_case(take(type, ';'), "application/json"))
        throw bad_request("\"Content-Type\" request header must be set to \"application/json\".");
    auto read = json::parse(what.body, limits::body_bytes);
    if (!read) throw bad_request("Request body wasn't valid JSON.");
    if (read->is_null()) return {};
    if (!read->is_object())
        throw bad_request("Invalid JSON input. Require object with parameters as keys.");
    return std::move(read->get_object());
}

} // namespace chatops::mocks::heroku
