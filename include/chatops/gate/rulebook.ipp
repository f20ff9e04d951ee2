#pragma once

#include "chatops/gate/rulebook.hpp"

#include <algorithm>

namespace chatops::gate {

namespace detail {

/// What a key stands for; the first byte that is hashed.
enum class demand : unsigned char { role, person, group, exact, prefix, suffix, project, channel };

/// FNV-1a, a byte at a time, so that all beginnings of a text are hashed in one pass. Two texts of
/// one hash cost a look: every rule found is compared.
class hash {
  public:
    explicit hash(demand of) { add(static_cast<char>(of)); }
    hash& add(char each) {
        value_ = (value_ ^ static_cast<unsigned char>(each)) * 0x100000001b3U;
        return *this;
    }
    hash& add(std::string_view text) {
        for (const char each : text) add(each);
        return *this;
    }
    hash& add_backwards(std::string_view text) {
        for (std::size_t i = text.size(); i > 0; --i) add(text[i - 1]);
        return *this;
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// Commands are texts without a name; options have one.
inline hash hash_of(demand of, std::string_view name) {
    hash made(of);
    made.add(name).add('\0');
    return made;
}

/// A pattern's longest text without a star, at its beginning or at its end.
struct literal {
    demand where;
    std::string_view text;
};
inline literal literal_of(std::string_view pattern) {
    const auto first = pattern.find('*');
    if (first == std::string_view::npos) return {demand::exact, pattern};
    const std::string_view begin = pattern.substr(0, first);
    const std::string_view end = pattern.substr(pattern.rfind('*') + 1);
    if (end.size() > begin.size()) return {demand::suffix, end};
    return {demand::prefix, begin};
}

inline std::uint64_t key_of_pattern(std::string_view name, std::string_view pattern) {
    const literal found = literal_of(pattern);
    hash made = hash_of(found.where, name);
    if (found.where == demand::suffix)
        made.add_backwards(found.text);
    else
        made.add(found.text);
    return made.value();
}

inline void add_key(std::vector<std::uint64_t>& to, demand of, const std::string& name) {
    to.push_back(hash_of(of, name).value());
}

inline void add_length(std::vector<std::uint32_t>& to, std::size_t length) {
    const auto value = static_cast<std::uint32_t>(length);
    const auto place = std::lower_bound(to.begin(), to.end(), value);
    if (place == to.end() || *place != value) to.insert(place, value);
}

} // namespace detail

struct rulebook::search {
    const facts& what;
    std::uint32_t best = UINT32_MAX;
};

CHATOPS_INLINE rulebook::rulebook(const rules& of) : rules_(&of) {
    for (const member& each : of.members) people_.emplace(each.chat_id, &each);
    std::unordered_map<key, std::uint32_t> counts;
    effects_.reserve(of.allowed.size());
    for (const rule& each : of.allowed) {
        effects_.push_back(each.effects.empty() ? 0xff : 0);
        for (const effect one : each.effects)
            effects_.back() |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
        note_lengths(each);
        for (const keys& demanded : demands_of(each))
            for (const key one : demanded) ++counts[one];
    }
    for (std::uint32_t place = 0; place < of.allowed.size(); ++place) {
        const std::vector<keys> demands = demands_of(of.allowed[place]);
        const keys* rarest = nullptr;
        std::size_t least = 0;
        for (const keys& demanded : demands) {
            std::size_t cost = 0;
            for (const key one : demanded) cost += counts[one];
            if (rarest != nullptr && cost >= least) continue;
            rarest = &demanded;
            least = cost;
        }
        if (rarest == nullptr)
            everywhere_.push_back(place);
        else
            for (const key one : *rarest)
                if (auto& there = places_[one]; there.empty() || there.back() != place)
                    there.push_back(place);
    }
}

CHATOPS_INLINE std::vector<rulebook::keys> rulebook::demands_of(const rule& each) {
    using detail::add_key;
    using detail::demand;
    std::vector<keys> all;
    keys who;
    for (const std::string& name : each.roles) add_key(who, demand::role, name);
    for (const std::string& name : each.people) add_key(who, demand::person, name);
    for (const std::string& name : each.groups) add_key(who, demand::group, name);
    const bool is_for_everyone =
        std::find(each.people.begin(), each.people.end(), "*") != each.people.end();
    if (!who.empty() && !is_for_everyone) all.push_back(std::move(who));
    keys commands;
    for (const std::string& pattern : each.commands)
        commands.push_back(detail::key_of_pattern({}, pattern));
    if (!commands.empty()) all.push_back(std::move(commands));
    for (const auto& [name, patterns] : each.values) {
        keys values;
        for (const std::string& pattern : patterns)
            values.push_back(detail::key_of_pattern(name, pattern));
        all.push_back(std::move(values));
    }
    keys projects;
    for (const std::string& name : each.projects) add_key(projects, demand::project, name);
    if (!projects.empty()) all.push_back(std::move(projects));
    keys channels;
    for (const std::string& name : each.channels) add_key(channels, demand::channel, name);
    if (!channels.empty()) all.push_back(std::move(channels));
    return all;
}

CHATOPS_INLINE void rulebook::note_lengths(const rule& each) {
    const auto note = [&](std::string_view pattern) {
        const detail::literal found = detail::literal_of(pattern);
        if (found.where == detail::demand::prefix)
            detail::add_length(lengths_.prefixes, found.text.size());
        if (found.where == detail::demand::suffix)
            detail::add_length(lengths_.suffixes, found.text.size());
    };
    for (const std::string& pattern : each.commands) note(pattern);
    for (const auto& [name, patterns] : each.values)
        for (const std::string& pattern : patterns) note(pattern);
}

CHATOPS_INLINE bool rulebook::covers(std::uint32_t place, const facts& what) const {
    if ((effects_[place] & (1U << static_cast<unsigned>(what.effect))) == 0) return false;
    const rule& each = rules_->allowed[place];
    return covers_channel(each, what) && covers_projects(each, what) &&
           covers_command(each, what.command, what.effect) && covers_person(each, what) &&
           covers_values(each, what);
}

CHATOPS_INLINE void rulebook::look(search& in, key under) const {
    const auto found = places_.find(under);
    if (found == places_.end()) return;
    for (const std::uint32_t place : found->second) {
        if (place >= in.best) return;
        if (covers(place, in.what)) {
            in.best = place;
            return;
        }
    }
}

CHATOPS_INLINE void rulebook::look_along(search& in, std::string_view name,
                                         std::string_view text) const {
    using detail::demand;
    look(in, detail::hash_of(demand::exact, name).add(text).value());
    std::size_t done = 0;
    detail::hash beginning = detail::hash_of(demand::prefix, name);
    for (const std::uint32_t length : lengths_.prefixes) {
        if (length > text.size()) break;
        look(in, beginning.add(text.substr(done, length - done)).value());
        done = length;
    }
    done = 0;
    detail::hash ending = detail::hash_of(demand::suffix, name);
    for (const std::uint32_t length : lengths_.suffixes) {
        if (length > text.size()) break;
        look(in, ending.add_backwards(text.substr(text.size() - length, length - done)).value());
        done = length;
    }
}

CHATOPS_INLINE const rule* rulebook::allowing(const facts& what) const {
    using detail::demand;
    search in{what};
    if (what.person.empty()) return nullptr;
    const auto look_for = [&](demand of, const std::string& name) {
        look(in, detail::hash_of(of, name).value());
    };
    look_for(demand::person, what.person);
    for (const std::string& each : what.groups) look_for(demand::group, each);
    for (const std::string& each : what.roles) look_for(demand::role, each);
    look_along(in, {}, what.command);
    for (const auto& [name, value] : what.values) look_along(in, name, value);
    // All that is named must be of the rule's projects, so the first thing finds every rule.
    if (!what.things.empty())
        for (const std::string& each : what.things.front().projects)
            look_for(demand::project, each);
    look_for(demand::channel, what.channel);
    look_for(demand::channel, what.channel_id);
    for (const std::uint32_t place : everywhere_) {
        if (place >= in.best) break;
        if (covers(place, what)) in.best = place;
    }
    return in.best == UINT32_MAX ? nullptr : &rules_->allowed[in.best];
}

CHATOPS_INLINE const member* rulebook::find(std::string_view chat_id) const {
    const auto found = people_.find(chat_id);
    return found == people_.end() ? nullptr : found->second;
}

CHATOPS_INLINE std::vector<const rule*> rulebook::rules_for(const member& who) const {
    const facts known = as_if_by(who, {});
    std::vector<const rule*> mine;
    for (const rule& each : rules_->allowed)
        if (covers_person(each, known)) mine.push_back(&each);
    return mine;
}

CHATOPS_INLINE bool may_try(const std::vector<const rule*>& mine, std::string_view command,
                            effect what) {
    return std::any_of(mine.begin(), mine.end(),
                       [&](const rule* each) { return covers_command(*each, command, what); });
}

} // namespace chatops::gate
