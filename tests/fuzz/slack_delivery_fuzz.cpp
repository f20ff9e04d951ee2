// Whatever Slack, or who pretends to be it, sends: over HTTP, signed or not, and over Socket Mode.
#include "chatops/core/digest.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/slack/authenticator.hpp"
#include "chatops/slack/socket_protocol.hpp"
#include "fuzz/holds.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>

namespace {

using namespace chatops;

constexpr std::int64_t now_s = 1'764'000'000;

class still_clock final : public clock {
  public:
    [[nodiscard]] time_point now() const override {
        return time_point(std::chrono::seconds(now_s));
    }
    timer call_at(time_point, std::function<void()>) override { return 0; }
    void forget(timer) override {}
};

const secret& signing_secret() {
    static const secret key("8f742231b10e8888abcd99yyyzzz85a5");
    return key;
}

const slack::authenticator& door() {
    static const still_clock time;
    static const slack::authenticator made(signing_secret(), {"T0TEAM", "U0BOT", "B0BOT", "ops"},
                                           time);
    return made;
}

void look_at(const slack::delivery& what) {
    std::visit(
        [](const auto& each) {
            using kind = std::remove_cvref_t<decltype(each)>;
            if constexpr (std::is_same_v<kind, authentic<said>>) {
                fuzz::holds(!each->delivery_key.empty(), "what is said can be told from what was");
            } else if constexpr (std::is_same_v<kind, slack::refused>) {
                fuzz::holds(each.status >= 400 && each.status < 500, "it is the sender's mistake");
                fuzz::holds(!each.why.empty(), "and is named");
            }
        },
        what);
}

void over_http(slack::route where, std::string_view body) {
    http::request request;
    request.method = "POST";
    request.body = body;
    const std::string stamp = std::to_string(now_s);
    const sha256_digest signature =
        hmac_sha256(signing_secret().reveal(), "v0:" + stamp + ":", body);
    request.headers.set("X-Slack-Request-Timestamp", stamp);
    request.headers.set("X-Slack-Signature", "v0=" + hex(signature));
    look_at(door().read(where, request));
    request.headers.set("X-Slack-Signature", "v0=" + std::string(64, '0'));
    const slack::delivery forged = door().read(where, request);
    fuzz::holds(std::holds_alternative<slack::refused>(forged) ||
                    std::holds_alternative<slack::ignored>(forged),
                "what is not signed is nothing");
}

void over_a_socket(std::string_view text) {
    seeded_random chance(1);
    slack::socket_protocol protocol({.links = 1}, chance);
    const time_point now{std::chrono::seconds(now_s)};
    for (const auto& first : protocol.start(now)) {
        const auto* const link = std::get_if<slack::open_link>(&first);
        if (link == nullptr) continue;
        protocol.opened(link->link, now);
        for (const auto& each : protocol.received(link->link, text, now)) {
            if (const auto* const taken = std::get_if<slack::take_envelope>(&each))
                look_at(door().read(taken->what));
            if (const auto* const told = std::get_if<slack::tell_operator>(&each))
                fuzz::holds(!told->event.empty(), "what an operator reads has a name");
        }
    }
}

} // namespace

/// The first byte says which way it comes: `c`ommand, `e`vent, `i`nteraction, else a frame.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0]) {
    case 'c': over_http(slack::route::commands, body); break;
    case 'e': over_http(slack::route::events, body); break;
    case 'i': over_http(slack::route::interactive, body); break;
    default: over_a_socket(body); break;
    }
    return 0;
}
