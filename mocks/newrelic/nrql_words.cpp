#include "mocks/newrelic/nrql_words.hpp"

#include "mocks/common/text.hpp"

#include <charconv>

namespace chatops::mocks::newrelic::nrql {
namespace {

bool is_letter(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_number(char c) { return c >= '0' && c <= '9'; }

} // namespace

// Source: seen in many places: "NRQL Syntax Error: Error at line 1 position 78, unexpected
// 'ESCAPE'".
void words::unexpected() const {
    const std::string what =
        at_end() ? "unexpected end of query" : "unexpected '" + now_.text + "'";
    throw wrong_query("NRQL Syntax Error: Error at line " + std::to_string(now_.line) +
                      " position " + std::to_string(now_.column) + ", " + what);
}

char words::take() {
    const char c = left_.front();
    left_.remove_prefix(1);
    if (c == '\n') {
        ++line_;
        column_ = 1;
    } else {
        ++column_;
    }
    return c;
}

void words::skip_blanks() {
    while (!left_.empty()) {
        const char c = ahead();
        const std::string_view two = left_.substr(0, 2);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            take();
        } else if (two == "--" || two == "//") {
            while (!left_.empty() && ahead() != '\n') take();
        } else if (two == "/*") {
            while (!left_.empty() && left_.substr(0, 2) != "*/") take();
            for (int i = 0; i < 2 && !left_.empty(); ++i) take();
        } else {
            return;
        }
    }
}

void words::read_quoted(char quote) {
    take();
    while (ahead() != quote || left_.empty()) {
        if (left_.empty()) {
            now_.is = word::kind::end;
            unexpected();
        }
        if (ahead() == '\\' && left_.size() > 1) take();
        now_.text += take();
    }
    take();
    now_.is = quote == '`' ? word::kind::quoted_name : word::kind::text;
}

void words::read_number() {
    now_.is = word::kind::number;
    while (is_number(ahead())) now_.text += take();
    if (ahead() == '.' && is_number(ahead(1))) {
        now_.text += take();
        while (is_number(ahead())) now_.text += take();
    }
    // `5m` and `1e3` are no numbers here.
    if (!is_letter(ahead())) return;
    while (is_letter(ahead()) || is_number(ahead())) now_.text += take();
    unexpected();
}

void words::read_sign() {
    now_.is = word::kind::sign;
    now_.text += take();
    const char first = now_.text.front();
    const bool is_pair = (ahead() == '=' && (first == '!' || first == '<' || first == '>')) ||
                         (first == '<' && ahead() == '>');
    if (is_pair) now_.text += take();
    if (now_.text == "<>") now_.text = "!=";
    if (std::string_view("(),*+-/=<>").find(first) == std::string_view::npos && now_.text != "!=")
        unexpected();
}

void words::advance() {
    skip_blanks();
    now_ = {word::kind::end, {}, {}, line_, column_};
    if (left_.empty()) return;
    const char c = ahead();
    if (c == '\'' || c == '"' || c == '`') return read_quoted(c);
    if (is_number(c)) return read_number();
    if (!is_letter(c)) return read_sign();
    now_.is = word::kind::name;
    while (is_letter(ahead()) || is_number(ahead()) || ahead() == '.' || ahead() == ':')
        now_.text += take();
    now_.lowered = lower(now_.text);
}

bool words::passes(std::string_view keyword) {
    if (!is(keyword)) return false;
    advance();
    return true;
}

bool words::passes_sign(std::string_view sign) {
    if (!is_sign(sign)) return false;
    advance();
    return true;
}

void words::expect(std::string_view keyword) {
    if (!passes(keyword)) unexpected();
}

void words::expect_sign(std::string_view sign) {
    if (!passes_sign(sign)) unexpected();
}

std::string words::name() {
    if (now_.is != word::kind::name && now_.is != word::kind::quoted_name) unexpected();
    std::string text = now_.text;
    advance();
    return text;
}

std::int64_t words::number() {
    std::int64_t made = 0;
    const char* const end = now_.text.data() + now_.text.size();
    const auto read = std::from_chars(now_.text.data(), end, made);
    if (now_.is != word::kind::number || read.ec != std::errc{} || read.ptr != end) unexpected();
    advance();
    return made;
}

} // namespace chatops::mocks::newrelic::nrql
