#include "mocks/slack/model.hpp"

#include "mocks/slack/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>

namespace chatops::mocks::slack {

namespace {

/// When the workspace was founded; only shown (`created`), so any fixed moment does.
constexpr std::int64_t founded_s = 1'600'000'000;

bool earlier(const message& left, std::string_view ts) {
    // All have ten digits, a dot and six, so that text sorts as time does.
    return left.ts < ts;
}

} // namespace

std::int64_t seconds_of(time_point when) {
    return std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
}

bool channel::has(std::string_view user_id) const {
    return std::find(members.begin(), members.end(), user_id) != members.end();
}

const message* channel::find(std::string_view ts) const {
    const auto at = std::lower_bound(messages.begin(), messages.end(), ts, earlier);
    return at != messages.end() && at->ts == ts ? &*at : nullptr;
}

message* channel::find(std::string_view ts) {
    const auto at = std::lower_bound(messages.begin(), messages.end(), ts, earlier);
    return at != messages.end() && at->ts == ts ? &*at : nullptr;
}

model::model(seed given, std::uint64_t chance) : setup_(std::move(given)), chance_(chance) {
    for (const seed_user& each : setup_.users)
        users_.push_back(user{each.id, each.name, each.real_name, each.email});
    const seed_app& app = setup_.app;
    users_.push_back(user{app.bot_user_id, app.name, app.name, {}, true});
    users_.push_back(user{std::string(slackbot_id), "slackbot", "Slackbot", {}, false});
    for (const seed_channel& each : setup_.channels) {
        channel made;
        made.id = each.id;
        made.name = each.name;
        made.kind = each.is_private ? channel_kind::closed : channel_kind::open;
        made.created_s = founded_s;
        for (const seed_user& person : setup_.users) {
            const auto& given_names = each.members;
            const bool named =
                std::find(given_names.begin(), given_names.end(), person.name) != given_names.end();
            if (given_names.empty() || named) made.members.push_back(person.id);
        }
        if (each.has_bot) made.members.push_back(app.bot_user_id);
        order_.push_back(made.id);
        channel_ids_[made.name] = made.id;
        channels_[made.id] = std::move(made);
    }
}

const user* model::find_user(std::string_view id_or_name) const {
    if (!id_or_name.empty() && id_or_name.front() == '@') id_or_name.remove_prefix(1);
    for (const user& each : users_)
        if (each.id == id_or_name || each.name == id_or_name) return &each;
    return nullptr;
}

const user* model::user_by_id(std::string_view id) const {
    const auto at =
        std::find_if(users_.begin(), users_.end(), [&](const user& each) { return each.id == id; });
    return at == users_.end() ? nullptr : &*at;
}

channel* model::find_channel(std::string_view id_or_name) {
    if (!id_or_name.empty() && id_or_name.front() == '#') id_or_name.remove_prefix(1);
    const auto named = channel_ids_.find(id_or_name);
    const auto at =
        channels_.find(named == channel_ids_.end() ? id_or_name : std::string_view(named->second));
    return at == channels_.end() ? nullptr : &at->second;
}

channel* model::find_direct(const user& person) {
    for (auto& [id, each] : channels_)
        if (each.kind == channel_kind::direct && each.person == person.id) return &each;
    return nullptr;
}

channel& model::direct_with(const user& person, time_point wall) {
    if (channel* const found = find_direct(person)) return *found;
    channel made;
    made.id = new_id("D", 10);
    made.kind = channel_kind::direct;
    made.person = person.id;
    made.members = {person.id, setup_.app.bot_user_id};
    made.created_s = seconds_of(wall);
    order_.push_back(made.id);
    return channels_.emplace(made.id, std::move(made)).first->second;
}

channel* model::find_group(const std::vector<const user*>& people) {
    for (auto& known : channels_) {
        channel& each = known.second;
        const auto is_in = [&each](const user* person) { return each.has(person->id); };
        if (each.kind == channel_kind::group && each.members.size() == people.size() + 1 &&
            std::all_of(people.begin(), people.end(), is_in))
            return &each;
    }
    return nullptr;
}

channel& model::group_of(const std::vector<const user*>& people, time_point wall) {
    if (channel* const found = find_group(people)) return *found;
    channel made;
    made.id = new_id("C", 10);
    made.name = "mpdm-";
    for (const user* const each : people) {
        made.name += each->name + "--";
        made.members.push_back(each->id);
    }
    made.name += setup_.app.name + "-1";
    made.members.push_back(setup_.app.bot_user_id);
    made.kind = channel_kind::group;
    made.created_s = seconds_of(wall);
    order_.push_back(made.id);
    channel_ids_[made.name] = made.id;
    return channels_.emplace(made.id, std::move(made)).first->second;
}

message& model::add(channel& to, message what) {
    if (!what.thread_ts.empty() && what.ephemeral_to.empty())
        if (message* const first = to.find(what.thread_ts)) first->replies.push_back(what.ts);
    CHATOPS_ASSERT(to.messages.empty() || to.messages.back().ts < what.ts);
    auto& all = to.messages;
    // Half at once, so that forgetting costs next to nothing for each message.
    if (all.size() >= limits::messages_kept)
        all.erase(all.begin(), all.begin() + limits::messages_kept / 2);
    return all.emplace_back(std::move(what));
}

bool model::erase(channel& from, std::string_view ts) {
    message* const found = from.find(ts);
    if (found == nullptr) return false;
    if (message* const first = found->thread_ts.empty() ? nullptr : from.find(found->thread_ts)) {
        auto& replies = first->replies;
        replies.erase(std::remove(replies.begin(), replies.end(), ts), replies.end());
    }
    from.messages.erase(from.messages.begin() + (found - from.messages.data()));
    return true;
}

std::string model::next_ts(time_point wall) {
    const auto now_us =
        std::chrono::duration_cast<std::chrono::microseconds>(wall.time_since_epoch()).count();
    last_ts_us_ = std::max<std::int64_t>(now_us, last_ts_us_ + 1);
    std::array<char, 40> text{};
    const int length = std::snprintf(text.data(), text.size(), "%010lld.%06lld",
                                     static_cast<long long>(last_ts_us_ / 1'000'000),
                                     static_cast<long long>(last_ts_us_ % 1'000'000));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string model::new_id(std::string_view prefix, std::size_t length) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::string id(prefix);
    for (std::size_t i = 0; i < length; ++i) id += letters[chance_.below(letters.size())];
    return id;
}

std::string model::new_uuid() {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string id = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    for (char& c : id)
        if (c == 'x') c = digits[chance_.below(digits.size())];
    return id;
}

std::int64_t ts_micros(std::string_view ts) {
    const auto dot = ts.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 12 || ts.size() - dot != 7) return -1;
    std::int64_t seconds = 0;
    std::int64_t micros = 0;
    const char* const begin = ts.data();
    const auto whole = std::from_chars(begin, begin + dot, seconds);
    const auto rest = std::from_chars(begin + dot + 1, begin + ts.size(), micros);
    const bool good = whole.ec == std::errc() && whole.ptr == begin + dot &&
                      rest.ec == std::errc() && rest.ptr == begin + ts.size() && seconds >= 0 &&
                      micros >= 0;
    return good ? seconds * 1'000'000 + micros : -1;
}

} // namespace chatops::mocks::slack
