#include "mocks/papertrail/query_reader.hpp"

#include "chatops/core/ascii.hpp"
#include "mocks/common/text.hpp"
#include "mocks/papertrail/limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::papertrail {
namespace {

constexpr std::string_view severities[] = {"emergency", "alert",  "critical", "error",
                                           "warning",   "notice", "info",     "debug"};
constexpr std::string_view facilities[] = {
    "kern",   "user",   "mail",     "daemon", "auth",   "syslog", "lpr",    "news",
    "uucp",   "cron",   "authpriv", "ftp",    "ntp",    "audit",  "alert",  "at",
    "local0", "local1", "local2",   "local3", "local4", "local5", "local6", "local7"};

template <std::size_t Count>
bool begins_one(std::string_view text, const std::string_view (&of)[Count]) {
    return std::any_of(std::begin(of), std::end(of), [&](std::string_view each) {
        return !text.empty() && each.substr(0, text.size()) == text;
    });
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_quote(char c) { return c == '"' || c == '\''; }

} // namespace

mistake query_reader::wrong(std::size_t begin, std::string message) const {
    mistake made;
    made.code = "papertrail_query";
    made.message = "Invalid search query: " + std::move(message);
    made.begin = std::min(begin, text_.size());
    made.end = text_.size();
    return made;
}

result<std::size_t> query_reader::read() {
    if (text_.size() > limits::query_bytes) return wrong(0, "it is too long");
    auto whole = read_choice(field::any, 0);
    if (whole && !is_at_end()) return wrong(at_, "there is a ) without its (");
    return whole;
}

result<std::size_t> query_reader::read_choice(field where, int depth) {
    if (depth > limits::query_depth) return wrong(at_, "its parentheses are too deep");
    std::vector<std::size_t> parts;
    do {
        auto row = read_row(where, depth);
        if (!row) return row;
        parts.push_back(*row);
        skip_spaces();
    } while (take("OR"));
    return parts.size() == 1 ? parts.front() : add(query::kind::one_of, std::move(parts));
}

result<std::size_t> query_reader::read_row(field where, int depth) {
    std::vector<std::size_t> parts;
    bool has_and = false;
    for (;;) {
        skip_spaces();
        if (is_at_end() || next() == ')' || word() == "OR") break;
        const std::size_t begin = at_;
        if (!parts.empty() && take("AND")) {
            skip_spaces();
            has_and = true;
            if (is_at_end() || next() == ')' || word() == "OR" || word() == "AND")
                return wrong(begin, "nothing follows AND");
        }
        auto term = read_term(where, depth);
        if (!term) return term;
        parts.push_back(*term);
    }
    if (parts.empty()) return wrong(at_, "there is nothing to look for");
    // A line has one program, but a message has many words.
    const bool one_value = where != field::any && where != field::message;
    const query::kind beside = one_value && !has_and ? query::kind::one_of : query::kind::all_of;
    return parts.size() == 1 ? parts.front() : add(beside, std::move(parts));
}

result<std::size_t> query_reader::read_term(field where, int depth) {
    const std::size_t begin = at_;
    const bool minus = next() == '-';
    if (minus || take("NOT")) {
        if (minus) ++at_;
        if (!minus) skip_spaces();
        if (is_at_end() || is_space(next()) || next() == ')' || word() == "AND" || word() == "OR")
            return wrong(begin, "nothing is excluded");
        if (depth + 1 > limits::query_depth) return wrong(begin, "its exclusions are too deep");
        auto excluded = read_term(where, depth + 1);
        if (!excluded) return excluded;
        return add(query::kind::none_of, {*excluded});
    }
    if (next() == '(') return read_group(where, depth);
    if (is_quote(next())) return read_phrase(where);
    if (attribute()) return read_attribute(where, depth);
    if (word() == "AND") return wrong(begin, "nothing precedes AND");
    return read_word(where);
}

result<std::size_t> query_reader::read_group(field where, int depth) {
    const std::size_t begin = at_++;
    auto inner = read_choice(where, depth + 1);
    if (!inner) return inner;
    if (next() != ')') return wrong(begin, "there is a ( without its )");
    ++at_;
    return inner;
}

result<std::size_t> query_reader::read_attribute(field where, int depth) {
    const std::size_t begin = at_;
    const field named = *attribute();
    if (where != field::any) return wrong(begin, "an attribute stands within another");
    at_ = text_.find(':', at_) + 1;
    if (next() == '(') return read_group(named, depth);
    if (is_quote(next())) return read_phrase(named);
    if (is_at_end() || is_space(next()) || next() == ')')
        return wrong(begin, "an attribute has no value");
    return read_word(named);
}

result<std::size_t> query_reader::read_phrase(field where) {
    const std::size_t begin = at_;
    const auto end = text_.find(text_[begin], begin + 1);
    if (end == std::string_view::npos) return wrong(begin, "a quotation has no end");
    at_ = end + 1;
    return add_text(where, text_.substr(begin + 1, end - begin - 1));
}

result<std::size_t> query_reader::read_word(field where) {
    const std::string_view text = word();
    at_ += text.size();
    return add_text(where, text);
}

void query_reader::skip_spaces() {
    while (!is_at_end() && is_space(next())) ++at_;
}

std::string_view query_reader::word() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != '(' && text_[end] != ')')
        ++end;
    return text_.substr(at_, end - at_);
}

bool query_reader::take(std::string_view operation) {
    if (word() != operation) return false;
    at_ += operation.size();
    return true;
}

std::optional<query_reader::field> query_reader::attribute() const {
    static constexpr std::pair<std::string_view, field> known[] = {
        {"sender", field::sender},     {"host", field::sender},     {"ip", field::ip},
        {"program", field::program},   {"message", field::message}, {"severity", field::severity},
        {"facility", field::facility},
    };
    const std::string_view name = text_.substr(at_, text_.find(':', at_) - at_);
    for (const auto& [each, where] : known)
        if (each == name && at_ + name.size() < text_.size()) return where;
    return std::nullopt;
}

result<std::size_t> query_reader::add_text(field where, std::string_view text) {
    std::string looked_for = mocks::lower(text);
    if (where == field::severity && !begins_one(looked_for, severities))
        return wrong(at_ - text.size(), "there is no such severity");
    if (where == field::facility && !begins_one(looked_for, facilities))
        return wrong(at_ - text.size(), "there is no such facility");
    into_.nodes_.push_back({query::kind::text, where, std::move(looked_for), {}});
    return into_.nodes_.size() - 1;
}

std::size_t query_reader::add(query::kind what, std::vector<std::size_t> parts) {
    into_.nodes_.push_back({what, field::any, {}, std::move(parts)});
    return into_.nodes_.size() - 1;
}

} // namespace chatops::mocks::papertrail
