// Whatever answers in Slack's or a vendor's name: proxies, half a body, another API's JSON.
#include "chatops/core/utf8.hpp"
#include "chatops/provider/answers.hpp"
#include "chatops/provider/digitalocean/types.hpp"
#include "chatops/provider/heroku/types.hpp"
#include "chatops/slack/web_answer.hpp"
#include "fuzz/holds.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace chatops;

constexpr std::string_view token = "HRKU-do-not-tell";
constexpr std::array<int, 10> statuses{200, 200, 201, 204, 206, 302, 401, 422, 429, 503};

void is_quiet(std::string_view text) {
    fuzz::holds(text.find(token) == std::string_view::npos, "nobody reads the token");
    fuzz::holds(text.size() < 4'000, "nor a whole page");
}

void from_slack(const http::response& answer) {
    const auto looked = [](const slack::web_answer& what) {
        if (const auto* const refused = std::get_if<provider_error>(&what)) {
            fuzz::holds(!refused->id().empty(), "a refusal has a name");
            fuzz::holds(std::string_view(refused->what()).size() > 0, "and a sentence");
        }
    };
    looked(slack::read_answer("chat.postMessage", answer));
    looked(slack::read_response_url_answer(answer));
}

template <class T>
void from_a_vendor(const http::response& answer) {
    static const secret key{std::string(token)};
    constexpr static provider::vendor vendor{.name = "heroku", .request_id = "Request-Id"};
    const provider::asked question{vendor, "GET /apps/acme", true};
    try {
        provider::read_as<T>(provider::value_of(answer, question, key), question);
    } catch (const provider_error& refused) {
        is_quiet(refused.what());
    } catch (const unavailable& silent) {
        is_quiet(silent.what());
    }
}

} // namespace

/// The first byte is the status and whose answer it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    http::response answer;
    answer.status = statuses[data[0] % statuses.size()];
    answer.headers.set("Retry-After", "1");
    answer.body.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    from_slack(answer);
    from_a_vendor<std::vector<heroku::app>>(answer);
    from_a_vendor<std::vector<heroku::formation_entry>>(answer);
    from_a_vendor<heroku::release>(answer);
    from_a_vendor<digitalocean::droplet>(answer);
    return 0;
}
