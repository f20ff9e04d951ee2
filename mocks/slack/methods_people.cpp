// Who is who, and whether anyone is there: users.*, auth.test, api.test, apps.connections.open.
#include "mocks/slack/methods.hpp"
#include "mocks/slack/paging.hpp"
#include "mocks/slack/render.hpp"

#include <utility>

namespace chatops::mocks::slack {

object api_test(call& asked) {
    object answer;
    if (!asked.args.all().empty()) answer["args"] = asked.args.all();
    if (const std::string error = asked.args.text("error"); !error.empty())
        throw refusal(error, std::move(answer));
    return answer;
}

object auth_test(call& asked) {
    const seed& setup = asked.in.data.setup();
    object answer;
    answer["url"] = text_value("https://" + setup.team_domain + ".slack.com/");
    answer["team"] = text_value(setup.team_name);
    answer["team_id"] = text_value(setup.team_id);
    if (asked.who == token_kind::app_level) {
        answer["app_name"] = text_value(setup.app.name);
        answer["app_id"] = text_value(setup.app.id);
        return answer;
    }
    answer["user"] = text_value(setup.app.name);
    answer["user_id"] = text_value(setup.app.bot_user_id);
    answer["bot_id"] = text_value(setup.app.bot_id);
    answer["is_enterprise_install"] = false;
    return answer;
}

object apps_connections_open(call& asked) {
    if (!asked.in.sockets.is_enabled() || !asked.in.data.setup().app.socket_mode)
        throw refusal("socket_mode_not_enabled");
    std::string url = asked.in.data.setup().url;
    // `http://…` to `ws://…`, `https://…` to `wss://…`.
    url.replace(0, 4, "ws");
    object answer;
    answer["url"] = text_value(url + asked.in.sockets.new_ticket(asked.when.now));
    return answer;
}

object users_info(call& asked) {
    const std::string id = asked.args.required("user");
    const user* const found = asked.in.data.user_by_id(id);
    if (found == nullptr) throw refusal("user_not_found");
    object answer;
    answer["user"] = user_json(asked.in.data, *found);
    return answer;
}

object users_list(call& asked) {
    const auto& all = asked.in.data.users();
    const page shown = read_page(asked, "user", all.size(), 200, 1'000);
    array members;
    for (std::size_t i = shown.begin; i < shown.end; ++i)
        members.push_back(user_json(asked.in.data, all[i]));
    object answer;
    answer["members"] = std::move(members);
    answer["cache_ts"] = seconds_of(asked.when.wall);
    answer["response_metadata"] = next_page(shown);
    return answer;
}

object users_lookup_by_email(call& asked) {
    const std::string email = asked.args.required("email");
    for (const user& each : asked.in.data.users()) {
        if (each.email.empty() || !http::equal_without_case(each.email, email)) continue;
        object answer;
        answer["user"] = user_json(asked.in.data, each);
        return answer;
    }
    throw refusal("users_not_found");
}

} // namespace chatops::mocks::slack
