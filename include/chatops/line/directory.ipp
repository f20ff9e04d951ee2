#pragma once

#include "chatops/command/check_names.hpp"
#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/directory.hpp"
#include "chatops/line/look_alike.hpp"
#include "chatops/line/suggest.hpp"

#include <algorithm>
#include <set>

namespace chatops::line {

namespace detail {

/// FNV-1a: names are an author's, so nobody can choose them to collide. Words are joined by spaces.
inline constexpr std::uint64_t hash_start = 0xcbf29ce484222325U;

constexpr std::uint64_t hash_letter(std::uint64_t hash, char letter) {
    return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
}

constexpr std::uint64_t hash_word(std::uint64_t hash, std::string_view word) {
    for (const char letter : word) hash = hash_letter(hash, lower(letter));
    return hash;
}

/// The multiplication of FNV stirs upwards only; the table is indexed by the lowest bits.
constexpr std::uint32_t fold(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32) ^ static_cast<std::uint32_t>(hash);
}

/// Whether the first `count` words of a line are this name, of as many words.
inline bool is_name_of(std::string_view name, const words& line, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view text = line[i].text;
        if (i > 0) {
            if (name.empty() || name.front() != ' ') return false;
            name.remove_prefix(1);
        }
        const std::string_view part = name.substr(0, text.size());
        if (part != text && !equal_ignoring_case(part, text)) return false;
        name.remove_prefix(text.size());
    }
    return name.empty();
}

inline std::size_t words_in(std::string_view name) {
    return 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

/// The list of an answer: the first twelve, and how many more there are.
class listed_names {
  public:
    /// Of the group with that name, a space at its end; its commands by their own names, or by
    /// aliases if the group is one of those.
    listed_names(std::string_view group, std::span<const directory_name> members) : group_(group) {
        const bool is_alias = std::all_of(members.begin(), members.end(),
                                          [](const auto& each) { return each.is_alias; });
        std::set<std::uint32_t> added;
        for (const directory_name& each : members)
            if (each.is_alias == is_alias && added.insert(each.index).second) add(each.name);
    }

    [[nodiscard]] std::string text() const {
        if (count_ <= most) return text_;
        return text_ + " and " + std::to_string(count_ - most) + " more: `help " +
               std::string(group_.substr(0, group_.size() - 1)) + "` lists them";
    }

  private:
    void add(std::string_view name) {
        if (++count_ > most) return;
        if (!text_.empty()) text_ += ", ";
        text_ += name;
    }

    static constexpr std::size_t most = 12;
    std::string_view group_;
    std::string text_;
    std::size_t count_ = 0;
};

/// The first words of a line, as names have them.
struct typed_words {
    std::vector<std::string> words;
    /// A word with colons was taken apart: only a name of exactly these words is meant.
    bool is_taken_apart = false;

    /// How far they are from a name, if each of its words is near enough.
    [[nodiscard]] std::optional<std::size_t> distance_to(const directory_name& name) const {
        if (words.size() < name.words) return std::nullopt;
        if (is_taken_apart && words.size() != name.words) return std::nullopt;
        std::size_t sum = 0;
        std::string_view rest = name.name;
        for (std::size_t i = 0; i < name.words; ++i) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const auto distance = distance_if_meant(words[i], rest.substr(0, end));
            if (!distance) return std::nullopt;
            sum += *distance;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return sum;
    }
};

inline typed_words words_of(const words& line, std::size_t most) {
    typed_words typed;
    for (std::size_t i = 0; i < line.size() && i < most && !line[i].is_option(); ++i)
        typed.words.emplace_back(line[i].text.substr(0, longest_name + 1));
    return typed;
}

/// The words up to the first with a colon, which `config:set` has on Heroku's own command line, and
/// that taken apart; none if there is no such word.
inline typed_words words_at_colons(const typed_words& typed) {
    typed_words apart;
    for (const std::string& each : typed.words) {
        apart.is_taken_apart = each.find(':') != std::string::npos;
        std::size_t begin = 0;
        for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
            end = each.find(':', begin);
            apart.words.push_back(each.substr(begin, end - begin));
            if (end == std::string::npos) break;
        }
        if (apart.is_taken_apart) return apart;
    }
    return {};
}

/// What people type for `destroy`.
inline bool says_destroy(std::string_view word) {
    for (const std::string_view each : {"delete", "remove", "rm", "del", "destroy"})
        if (equal_ignoring_case(word, each)) return true;
    return false;
}

} // namespace detail

CHATOPS_INLINE directory::directory(std::vector<const command_description*> commands)
    : commands_(std::move(commands)) {
    for (std::size_t i = 0; i < commands_.size(); ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        names_.push_back({commands_[i]->info.name, index, false});
        for (const std::string_view alias : commands_[i]->info.aliases)
            names_.push_back({alias, index, true});
    }
    std::sort(names_.begin(), names_.end(),
              [](const directory_name& a, const directory_name& b) { return a.name < b.name; });
    std::size_t size = 16;
    while (size < names_.size() * 2) size *= 2;
    slots_.resize(size);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        CHATOPS_ASSERT(i == 0 || (names_[i - 1].name != names_[i].name &&
                                  !begins_name(names_[i - 1].name, names_[i].name)));
        names_[i].words = static_cast<std::uint8_t>(detail::words_in(names_[i].name));
        most_words_ = std::max<std::size_t>(most_words_, names_[i].words);
        add_slot(static_cast<std::uint32_t>(i));
    }
    find_groups();
}

/// From the end on: a name's group ends where the next one's does, if they share it.
CHATOPS_INLINE void directory::find_groups() {
    for (std::size_t i = names_.size(); i-- > 0;) {
        const std::string_view name = names_[i].name;
        std::size_t begin = 0;
        for (std::uint32_t& end : names_[i].group_end) {
            end = static_cast<std::uint32_t>(i + 1);
            if (begin == std::string_view::npos) continue;
            begin = name.find(' ', begin);
            if (begin == std::string_view::npos) continue;
            const std::string_view group = name.substr(0, ++begin);
            if (i + 1 < names_.size() && names_[i + 1].name.starts_with(group))
                end = names_[i + 1]
                          .group_end[static_cast<std::size_t>(&end - names_[i].group_end.data())];
        }
    }
}

CHATOPS_INLINE void directory::add_slot(std::uint32_t name) {
    const std::uint32_t hash =
        detail::fold(detail::hash_word(detail::hash_start, names_[name].name));
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].name_plus_one != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, name + 1};
}

template <class Same>
const directory_name* directory::look(std::uint64_t hash, Same same) const {
    const std::uint32_t folded = detail::fold(hash);
    for (std::size_t at = folded & (slots_.size() - 1); slots_[at].name_plus_one != 0;
         at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash != folded) continue;
        const directory_name& name = names_[slots_[at].name_plus_one - 1];
        if (same(name)) return &name;
    }
    return nullptr;
}

CHATOPS_INLINE std::optional<found_command> directory::match(const words& line,
                                                             std::size_t most) const {
    if (most > most_words_) most = most_words_;
    std::uint64_t hash = detail::hash_start;
    for (std::size_t count = 1; count <= most && count <= line.size(); ++count) {
        const word& next = line[count - 1];
        if (next.is_option()) break;
        if (count > 1) hash = detail::hash_letter(hash, ' ');
        hash = detail::hash_word(hash, next.text);
        const directory_name* found = look(hash, [&](const directory_name& each) {
            return each.words == count && detail::is_name_of(each.name, line, count);
        });
        if (found != nullptr) return found_command{commands_[found->index], found->index, count};
    }
    return std::nullopt;
}

CHATOPS_INLINE result<found_command> directory::find(const words& line) const {
    if (line.empty()) return mistake("no_command", "Say what to do; help lists the commands.");
    const auto found = match(line, line.size());
    if (found) return *found;
    if (auto wrong = only_looks_right(line)) return std::move(*wrong);
    if (auto wrong = only_without_quotes(line)) return std::move(*wrong);
    return unknown(line);
}

CHATOPS_INLINE std::optional<std::size_t> directory::find(std::string_view name) const {
    const directory_name* found =
        look(detail::hash_word(detail::hash_start, name),
             [&](const directory_name& each) { return equal_ignoring_case(each.name, name); });
    if (found == nullptr) return std::nullopt;
    return found->index;
}

CHATOPS_INLINE std::span<const directory_name>
directory::names_from(std::string_view prefix) const {
    const auto begin = std::lower_bound(
        names_.begin(), names_.end(), prefix,
        [](const directory_name& each, std::string_view name) { return each.name < name; });
    const auto end = std::partition_point(begin, names_.end(), [&](const directory_name& each) {
        return each.name.substr(0, prefix.size()) == prefix;
    });
    // libc++ 13 makes no span of two iterators.
    return std::span(names_).subspan(static_cast<std::size_t>(begin - names_.begin()),
                                     static_cast<std::size_t>(end - begin));
}

CHATOPS_INLINE mistake directory::group_alone(std::string_view group,
                                              std::span<const directory_name> members,
                                              const words& line, std::size_t typed) const {
    detail::listed_names listed(group, members);
    std::string message = shown(group.substr(0, group.size() - 1));
    message += " is a group of commands: say which one.";
    return {"unknown_command", std::move(message), line[0].begin, line[typed - 1].end,
            listed.text()};
}

/// A name or a group that the line's first words look like, but are not.
CHATOPS_INLINE std::optional<mistake> directory::only_looks_right(const words& line) const {
    std::string name;
    std::string meant;
    const word* other = nullptr; // The first that is not typed as it looks.
    for (std::size_t i = 0; i < line.size() && i < most_words_ && !line[i].is_option(); ++i) {
        if (line[i].text.size() > detail::longest_name) break;
        std::string looks;
        for (const char letter : as_it_looks(line[i].text)) looks += lower(letter);
        std::string longer = name.empty() ? looks : name + ' ' + looks;
        if (!find(std::string_view(longer)) && names_from(longer + ' ').empty()) break;
        name = std::move(longer);
        if (other == nullptr && first_look_alike(line[i].text)) {
            other = &line[i];
            meant = std::move(looks);
        }
    }
    if (other == nullptr) return std::nullopt;
    const auto from = line.place_of(other->text);
    mistake wrong = looks_like_a_name(other->text, from.value_or(0), meant);
    if (!from) {
        wrong.begin = other->begin;
        wrong.end = other->end;
    }
    wrong.suggestion = name;
    return wrong;
}

/// Only what cannot be an argument is repeated: the words of a group and the one after.
CHATOPS_INLINE mistake directory::unknown(const words& line) const {
    std::string group;
    std::size_t typed = 0;
    for (; typed < line.size() && typed < most_words_ && !line[typed].is_option(); ++typed) {
        // No name is longer, and a long word need not be copied.
        if (line[typed].text.size() > detail::longest_name) break;
        std::string longer = group;
        for (const char letter : line[typed].text) longer += lower(letter);
        longer += ' ';
        if (names_from(longer).empty()) break;
        group = std::move(longer);
    }
    const auto members = names_from(group);
    if (typed > 0 && (typed == line.size() || line[typed].is_option()))
        return group_alone(group, members, line, typed);
    const std::size_t last = std::min(typed, line.size() - 1);
    const std::string typed_name =
        group + std::string(utf8_beginning(line[last].text, detail::longest_name));
    const detail::listed_names listed(group, typed > 0 ? members : members.first(0));
    return {"unknown_command", "There is no command " + shown(typed_name) + ".",
            line[0].begin,     line[last].end,
            listed.text(),     nearest_to(line, typed_name, members)};
}

/// A command or a group whose whole name is quoted: as one word it is none.
CHATOPS_INLINE std::optional<mistake> directory::only_without_quotes(const words& line) const {
    const word& first = line[0];
    if (first.is_option() || first.text.size() > detail::longest_name ||
        first.text.find(' ') == std::string_view::npos)
        return std::nullopt;
    std::string name;
    for (const char letter : first.text) name += lower(letter);
    if (!find(std::string_view(name)) && names_from(name + ' ').empty()) return std::nullopt;
    return mistake{"unknown_command",
                   shown(name) + " is one word in quotes: type it without them.",
                   first.begin,
                   first.end,
                   {},
                   name};
}

/// Those that destroy: what is deleted elsewhere is destroyed here.
CHATOPS_INLINE void directory::add_destroyers(std::vector<const directory_name*>& near,
                                              std::span<const directory_name> members) const {
    for (const directory_name& each : members)
        if (commands_[each.index]->info.effect == effect::destroy) near.push_back(&each);
}

CHATOPS_INLINE std::string directory::nearest_to(const words& line, std::string_view typed_name,
                                                 std::span<const directory_name> members) const {
    const detail::typed_words typed = detail::words_of(line, most_words_);
    const detail::typed_words apart = detail::words_at_colons(typed);
    std::vector<std::pair<std::size_t, const directory_name*>> by_distance;
    for (const directory_name& each : members) {
        auto distance = typed.distance_to(each);
        if (!distance && apart.is_taken_apart) distance = apart.distance_to(each);
        if (distance) by_distance.emplace_back(*distance, &each);
    }
    std::stable_sort(by_distance.begin(), by_distance.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<const directory_name*> near;
    // Where one fits to the letter (`config:set`), no other is meant.
    for (const auto& [distance, each] : by_distance)
        if (distance == by_distance.front().first || by_distance.front().first > 0)
            near.push_back(each);
    const std::string_view last_word = typed_name.substr(typed_name.rfind(' ') + 1);
    if (near.empty() && last_word.size() < typed_name.size() && detail::says_destroy(last_word))
        add_destroyers(near, members);
    // What comes after the group's name, typed without it: `scale` for `heroku scale`.
    const std::string end = " " + std::string(typed_name);
    for (const directory_name& each : names_)
        if (each.name.ends_with(end)) near.push_back(&each);
    std::string all;
    std::set<std::uint32_t> told; // A command once, however many names it has.
    for (const directory_name* const each : near)
        if (told.size() < 3 && told.insert(each->index).second)
            (all += all.empty() ? "" : ", ") += each->name;
    return all;
}

} // namespace chatops::line
