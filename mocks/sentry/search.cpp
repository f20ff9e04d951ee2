#include "mocks/sentry/search.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/text.hpp"
#include "mocks/sentry/errors.hpp"
#include "mocks/sentry/limits.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_key_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

constexpr std::string_view states[] = {"archived",
                                       "assigned",
                                       "escalating",
                                       "for_review",
                                       "ignored",
                                       "linked",
                                       "muted",
                                       "new",
                                       "ongoing",
                                       "regressed",
                                       "reprocessing",
                                       "resolved",
                                       "unassigned",
                                       "unlinked",
                                       "unresolved",
                                       "archived_forever",
                                       "archived_until_condition_met",
                                       "archived_until_escalating",
                                       "until_condition_met",
                                       "until_escalating"};

struct alias {
    std::string_view said;
    std::string_view meant;
};
constexpr alias aliases[] = {
    {"age", "first_seen"},          {"firstSeen", "first_seen"},
    {"lastSeen", "last_seen"},      {"timesSeen", "times_seen"},
    {"userCount", "user_count"},    {"firstRelease", "first_release"},
    {"assigned", "assigned_to"},    {"assigned_or_suggested", "assigned_to"},
    {"issue.priority", "priority"}, {"issue.type", "type"},
    {"issue.category", "category"}, {"project.name", "project"},
    {"bookmarked_by", "bookmarks"}, {"subscribed_by", "subscribed"}};
/// What Sentry knows and no issue here has.
constexpr std::string_view unknown_here[] = {
    "date",      "timestamp",    "event.timestamp",      "linked",
    "active_at", "lastReleased", "regressed_in_release", "issue.seer_actionability"};

std::string meant_key(std::string_view said) {
    for (const alias& each : aliases)
        if (each.said == said) return std::string(each.meant);
    constexpr std::string_view tags = "tags[";
    if (said.substr(0, tags.size()) == tags && said.back() == ']')
        said = said.substr(tags.size(), said.size() - tags.size() - 1);
    return std::string(said);
}

std::int64_t number_said(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    constexpr std::int64_t most = 1'000'000'000;
    const std::int64_t times = unit.empty()                 ? 1
                               : unit == "k" || unit == "K" ? 1'000
                               : unit == "m" || unit == "M" ? 1'000'000
                               : unit == "b" || unit == "B" ? most
                                                            : 0;
    if (read.ec != std::errc() || times == 0 || number > most || number < -most)
        throw bad_search("Invalid number: " + std::string(text) +
                         ". Expected number then optional k, m, or b suffix (e.g. 500k).");
    return number * times;
}

/// `24h`.
std::optional<duration> span_said(std::string_view text) {
    constexpr std::int64_t most = 100'000;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || number < 0 || number > most) return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    if (unit == "m") return std::chrono::minutes(number);
    if (unit == "h") return std::chrono::hours(number);
    if (unit == "d") return std::chrono::hours(24 * number);
    if (unit == "w") return std::chrono::hours(24 * 7 * number);
    return std::nullopt;
}

void read_moment(search_term& into, std::string_view text) {
    const bool signed_span = !text.empty() && (text.front() == '-' || text.front() == '+');
    if (signed_span && into.how == relation::equal) {
        into.ago = span_said(text.substr(1));
        // `-24h`: in the last 24 hours; `+24h`: longer ago.
        into.how = text.front() == '-' ? relation::at_least : relation::at_most;
        if (into.ago) return;
    }
    constexpr std::size_t day_letters = 10;
    std::string whole(text);
    if (text.size() == day_letters) {
        whole += "T00:00:00Z";
        if (into.how == relation::equal) into.length = std::chrono::hours(24);
    } else if (!text.empty() && text.back() != 'Z' && text.find('+') == std::string_view::npos) {
        whole += 'Z';
    }
    const auto read = read_time(whole);
    if (!read)
        throw bad_search("Invalid date: " + std::string(text) +
                         ". Expected +/-duration (e.g. +1h) or ISO 8601-like (e.g. "
                         "2022-03-29T00:00:00).");
    into.moment = *read;
}

/// Takes `>`, `>=`, `<` or `<=` off the front.
relation take_relation(std::string_view& text) {
    if (text.empty() || (text.front() != '>' && text.front() != '<')) return relation::equal;
    const bool greater = text.front() == '>';
    text.remove_prefix(1);
    if (text.empty() || text.front() != '=') return greater ? relation::greater : relation::less;
    text.remove_prefix(1);
    return greater ? relation::at_least : relation::at_most;
}

class search_reader {
  public:
    explicit search_reader(std::string_view text) : rest_(text) {}

    std::vector<search_term> read() {
        while (skip_blanks(), !rest_.empty()) {
            if (auto term = take_condition())
                add(std::move(*term));
            else
                take_word();
        }
        flush_words();
        return std::move(all_);
    }

  private:
    void skip_blanks() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
    }

    void add(search_term made) {
        flush_words();
        all_.push_back(std::move(made));
    }

    /// Words one after the other are one text.
    void flush_words() {
        if (words_.empty()) return;
        search_term made;
        made.values.push_back(std::exchange(words_, {}));
        all_.push_back(std::move(made));
    }

    /// `"a \" b"`, without the quotes.
    std::string take_quoted() {
        std::string text;
        for (std::size_t i = 1; i < rest_.size(); ++i) {
            if (rest_[i] == '"') {
                rest_.remove_prefix(i + 1);
                return text;
            }
            if (rest_[i] == '\\' && i + 1 < rest_.size() && rest_[i + 1] == '"') ++i;
            text += rest_[i];
        }
        throw bad_quote(rest_);
    }

    static refused bad_quote(std::string_view at) {
        return bad_search("Invalid quote at '" + std::string(clipped(at, 80)) +
                          "': quotes must enclose text or be escaped.");
    }

    /// Up to the next blank; of a list, also up to what separates it.
    std::string take_bare(std::string_view ends = {}) {
        std::size_t length = 0;
        std::string text;
        for (; length < rest_.size(); ++length) {
            const char c = rest_[length];
            if (is_blank(c) || ends.find(c) != std::string_view::npos) break;
            if (c == '"' && (length == 0 || rest_[length - 1] != '\\')) throw bad_quote(rest_);
            if (c == '"') text.pop_back();
            text += c;
        }
        rest_.remove_prefix(length);
        return text;
    }

    void take_word() {
        if (rest_.front() == '"') {
            flush_words();
            search_term made;
            made.values.push_back(take_quoted());
            all_.push_back(std::move(made));
            return;
        }
        const std::string word = take_bare();
        const std::string small = lower(word);
        if (small == "or" || small == "and")
            throw bad_search("Boolean statements containing \"OR\" or \"AND\" are not supported in "
                             "this search");
        if (!words_.empty()) words_ += ' ';
        words_ += word;
    }

    /// The length of the key before a colon, at the beginning; 0 where there is none.
    [[nodiscard]] std::size_t key_length(std::string_view from) const {
        constexpr std::string_view tags = "tags[";
        std::size_t length = 0;
        if (from.substr(0, tags.size()) == tags) {
            length = from.find(']');
            return length == std::string_view::npos || from.substr(length + 1, 1) != ":"
                       ? 0
                       : length + 1;
        }
        while (length < from.size() && is_key_letter(from[length])) ++length;
        if (from.substr(length, 1) == "(") {
            const auto end = from.find("):", length);
            if (end != std::string_view::npos)
                throw bad_search("Invalid key for this search: " +
                                 std::string(from.substr(0, end + 1)));
        }
        return from.substr(length, 1) == ":" ? length : 0;
    }

    std::optional<search_term> take_condition() {
        std::string_view from = rest_;
        search_term made;
        if (from.front() == '!') {
            made.is_negated = true;
            from.remove_prefix(1);
        }
        std::string key;
        if (!from.empty() && from.front() == '"') {
            const auto end = from.find('"', 1);
            if (end == std::string_view::npos || from.substr(end + 1, 1) != ":")
                return std::nullopt;
            key = from.substr(1, end - 1);
            from.remove_prefix(end + 2);
        } else {
            const std::size_t length = key_length(from);
            if (length == 0) return std::nullopt;
            key = from.substr(0, length);
            from.remove_prefix(length + 1);
        }
        if (key.empty()) return std::nullopt;
        rest_ = from;
        made.key = meant_key(key);
        if (std::find(std::begin(unknown_here), std::end(unknown_here), made.key) !=
            std::end(unknown_here))
            throw bad_search("Invalid key for this search: " + key);
        take_values(made, key);
        return made;
    }

    void take_values(search_term& into, const std::string& said) {
        if (rest_.empty() || is_blank(rest_.front()))
            throw bad_search("Empty string after '" + said + ":'");
        if (rest_.front() == '[') return take_list(into, said);
        const bool is_quoted = rest_.front() == '"';
        std::string text = is_quoted ? take_quoted() : take_bare();
        if (is_quoted && !rest_.empty() && !is_blank(rest_.front())) throw bad_quote(rest_);
        judge(into, std::move(text));
    }

    /// `[a, "b c"]`
    void take_list(search_term& into, const std::string& said) {
        if (into.key == "is") throw bad_search("\"in\" syntax invalid for \"is\" search");
        rest_.remove_prefix(1);
        for (;;) {
            skip_blanks();
            if (rest_.empty()) throw bad_search("Empty string after '" + said + ":'");
            std::string text = rest_.front() == '"' ? take_quoted() : take_bare(",]");
            if (text.empty()) throw bad_search("Empty string after '" + said + ":'");
            judge(into, std::move(text));
            skip_blanks();
            const char end = rest_.empty() ? ' ' : rest_.front();
            if (end != ',' && end != ']')
                throw bad_search("Unterminated list after '" + said + ":'");
            rest_.remove_prefix(1);
            if (end == ']') return;
        }
    }

    /// What a value means for that key.
    static void judge(search_term& into, std::string text) {
        if (into.key == "is") {
            if (std::find(std::begin(states), std::end(states), text) == std::end(states)) {
                std::string known;
                for (const std::string_view each : states)
                    known += (known.empty() ? "'" : ", '") + std::string(each) + "'";
                throw bad_search("Invalid value for \"is\" search, valid values are [" + known +
                                 "]");
            }
        } else if (into.key == "times_seen" || into.key == "user_count") {
            std::string_view number = text;
            into.how = take_relation(number);
            into.number = number_said(number);
        } else if (into.key == "first_seen" || into.key == "last_seen") {
            std::string_view when = text;
            into.how = take_relation(when);
            read_moment(into, when);
        } else if (into.key == "priority" && text != "high" && text != "medium" && text != "low") {
            throw bad_search("Invalid priority value of '" + text + "'");
        }
        into.values.push_back(std::move(text));
    }

    std::string_view rest_;
    std::string words_;
    std::vector<search_term> all_;
};

} // namespace

std::vector<search_term> read_search(std::string_view text) {
    if (text.size() > limits::search_bytes) throw bad_search("it is too long");
    return search_reader(text).read();
}

} // namespace chatops::mocks::sentry
