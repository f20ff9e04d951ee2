#include "mocks/heroku/state.hpp"

#include "chatops/core/config.hpp"
#include "chatops/core/digest.hpp"
#include "mocks/common/earliest.hpp"
#include "mocks/common/ids.hpp"
#include "mocks/heroku/limits.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::heroku {

const release& app::newest() const {
    const auto found = std::find_if(releases.rbegin(), releases.rend(), [](const release& each) {
        return each.status != "failed" && each.status != "expired";
    });
    CHATOPS_ASSERT(found != releases.rend());
    return *found;
}

const release& app::current() const {
    const auto found = std::find_if(releases.begin(), releases.end(), [&](const release& each) {
        return each.id == current_release_id;
    });
    CHATOPS_ASSERT(found != releases.end());
    return *found;
}

process* app::find_process(std::string_view id_or_type) {
    for (process& each : formation)
        if (each.id == id_or_type || each.type == id_or_type) return &each;
    return nullptr;
}

slug* app::find_slug(std::string_view slug_id) {
    for (slug& each : slugs)
        if (each.id == slug_id) return &each;
    return nullptr;
}

release* app::find_release(std::string_view id_or_version) {
    std::string_view digits = id_or_version;
    if (!digits.empty() && digits.front() == 'v') digits.remove_prefix(1);
    int version = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    const bool is_version = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    for (release& each : releases)
        if (each.id == id_or_version || (is_version && each.version == version)) return &each;
    return nullptr;
}

void rate_pool::fill(time_point now) {
    if (now <= filled_at) return;
    const auto earned = (now - filled_at) / limits::rate_token_every;
    filled_at += earned * limits::rate_token_every;
    tokens = static_cast<int>(std::min<std::int64_t>(limits::rate_tokens, tokens + earned));
}

bool rate_pool::take(time_point now) {
    fill(now);
    if (tokens == 0) return false;
    --tokens;
    return true;
}

std::string account_state::new_id() { return next_uuid(ids_); }
std::string account_state::new_request_id() { return next_uuid(request_ids_); }

app* account_state::find_app(std::string_view id_or_name) {
    for (app& each : apps)
        if (each.id == id_or_name || each.name == id_or_name) return &each;
    return nullptr;
}

const app* account_state::find_app(std::string_view id_or_name) const {
    return const_cast<account_state*>(this)->find_app(id_or_name); // NOLINT: changes nothing
}

app& account_state::app_of(std::string_view id_or_name) {
    app* const found = find_app(id_or_name);
    if (found == nullptr) throw not_found("app");
    return *found;
}

person account_state::person_of(std::string_view email) const {
    if (email.empty() || email == owner.email) return owner;
    const sha256_digest digest = sha256(email);
    std::uint64_t halves[2] = {};
    for (std::size_t byte = 0; byte < 16; ++byte)
        halves[byte / 8] = halves[byte / 8] << 8 | digest[byte];
    return {uuid(halves[0], halves[1]), std::string(email)};
}

void account_state::check_paid(int price_cents) const {
    if (delinquent_at && price_cents > 0) throw delinquent();
}

std::optional<time_point> account_state::due() const {
    std::optional<time_point> earliest;
    for (const app& each : apps) {
        for (const release& one : each.releases) keep_earlier(earliest, one.settles_at);
        for (const build& one : each.builds) keep_earlier(earliest, one.settles_at);
        for (const dyno& one : each.dynos) keep_earlier(earliest, one.changes_at);
        for (const addon& one : each.addons) keep_earlier(earliest, one.settles_at);
    }
    for (const promotion& each : promotions) keep_earlier(earliest, each.settles_at);
    return earliest;
}

} // namespace chatops::mocks::heroku
