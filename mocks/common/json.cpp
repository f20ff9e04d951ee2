#include "mocks/common/json.hpp"

#include <utility>

namespace chatops::mocks {

http::response json_response(int status, const value& body) {
    http::response made;
    made.status = status;
    made.headers.set("Content-Type", "application/json; charset=utf-8");
    made.body = boost::json::serialize(body);
    return made;
}

http::response control_error(int status, std::string_view what) {
    object body;
    body["ok"] = false;
    body["error"] = text_value(what);
    return json_response(status, body);
}

std::optional<object> object_body(const http::request& from) {
    auto read = json::parse(from.body);
    if (!read || !read->is_object()) return std::nullopt;
    return std::move(read->get_object());
}

} // namespace chatops::mocks
