#include "mocks/newrelic/graphql_tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace chatops::mocks::newrelic::graphql {
namespace {

bool begins_name(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& to, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { to += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == line.npos; }

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (true) {
        const auto end = text.find_first_of("\r\n");
        lines.push_back(text.substr(0, end));
        if (end == text.npos) return lines;
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
}

} // namespace

std::string block_text(std::string_view raw) {
    std::vector<std::string_view> lines = lines_of(raw);
    std::size_t indent = raw.size();
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!is_blank(lines[i])) indent = std::min(indent, lines[i].find_first_not_of(" \t"));
    for (std::size_t i = 1; i < lines.size(); ++i)
        lines[i].remove_prefix(std::min(indent, lines[i].size()));
    while (!lines.empty() && is_blank(lines.front())) lines.erase(lines.begin());
    while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += (i > 0 ? "\n" : "") + std::string(lines[i]);
    return text;
}

// Source: the words are those of Absinthe, which NerdGraph is made with.
void tokens::fail() const {
    throw unreadable("Parsing failed at `" + std::string(left_.substr(0, 10)) + "`", at_);
}

char tokens::take() {
    const char c = left_.front();
    left_.remove_prefix(1);
    const bool ends_line = c == '\n' || (c == '\r' && ahead() != '\n');
    if (ends_line)
        at_ = {at_.line + 1, 1};
    else
        ++at_.column;
    return c;
}

void tokens::skip_blanks() {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    while (!left_.empty()) {
        const char c = ahead();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',')
            take();
        else if (c == '#')
            while (!left_.empty() && ahead() != '\n' && ahead() != '\r') take();
        else if (left_.substr(0, mark.size()) == mark)
            left_.remove_prefix(mark.size());
        else
            return;
    }
}

token tokens::name() {
    token made{token::kind::name, {}, at_};
    while (begins_name(ahead()) || is_digit(ahead())) made.text += take();
    return made;
}

token tokens::number() {
    token made{token::kind::whole, {}, at_};
    const auto digits = [&] {
        if (!is_digit(ahead())) fail();
        while (is_digit(ahead())) made.text += take();
    };
    if (ahead() == '-') made.text += take();
    const bool begins_with_zero = ahead() == '0';
    const std::size_t begin = made.text.size();
    digits();
    if (begins_with_zero && made.text.size() > begin + 1) fail();
    if (ahead() == '.') {
        made.is = token::kind::fraction;
        made.text += take();
        digits();
    }
    if (ahead() == 'e' || ahead() == 'E') {
        made.is = token::kind::fraction;
        made.text += take();
        if (ahead() == '+' || ahead() == '-') made.text += take();
        digits();
    }
    if (begins_name(ahead()) || ahead() == '.') fail();
    return made;
}

void tokens::character(std::string& to, std::size_t digits) {
    const auto unit = [&](std::size_t length) {
        std::uint32_t code = 0;
        for (std::size_t i = 0; i < length; ++i) {
            constexpr std::string_view hex = "0123456789abcdef";
            const char c = ahead();
            const auto value = hex.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
            if (value == hex.npos) fail();
            code = code << 4 | static_cast<std::uint32_t>(value);
            take();
        }
        return code;
    };
    std::uint32_t code = unit(digits);
    const bool is_first_half = code >= 0xd800 && code < 0xdc00;
    if (is_first_half && ahead() == '\\' && ahead(1) == 'u') {
        take();
        take();
        const std::uint32_t second = unit(4);
        if (second < 0xdc00 || second > 0xdfff) fail();
        code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    }
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) fail();
    append_utf8(to, code);
}

void tokens::escape(std::string& to) {
    if (left_.empty()) fail();
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const auto simple = letters.find(ahead());
    if (simple != letters.npos) {
        take();
        to += meant[simple];
        return;
    }
    if (ahead() != 'u') fail();
    take();
    if (ahead() != '{') return character(to, 4);
    take();
    const auto digits = left_.substr(0, 8).find('}');
    if (digits == left_.npos || digits == 0) fail();
    character(to, digits);
    take();
}

token tokens::quoted() {
    token made{token::kind::text, {}, at_};
    take();
    while (ahead() != '"') {
        if (left_.empty() || static_cast<unsigned char>(ahead()) < ' ') fail();
        const char c = take();
        if (c == '\\')
            escape(made.text);
        else
            made.text += c;
    }
    take();
    return made;
}

token tokens::block() {
    constexpr std::string_view quotes = "\"\"\"";
    token made{token::kind::text, {}, at_};
    for (int i = 0; i < 3; ++i) take();
    std::string raw;
    while (left_.substr(0, 3) != quotes) {
        if (left_.empty()) fail();
        if (left_.substr(0, 4) == "\\\"\"\"") take();
        if (left_.substr(0, 3) == quotes)
            for (int i = 0; i < 2; ++i) raw += take();
        raw += take();
    }
    for (int i = 0; i < 3; ++i) take();
    made.text = block_text(raw);
    return made;
}

token tokens::next() {
    skip_blanks();
    if (left_.empty()) return {token::kind::end, {}, at_};
    if (begins_name(ahead())) return name();
    if (is_digit(ahead()) || ahead() == '-') return number();
    if (left_.substr(0, 3) == "\"\"\"") return block();
    if (ahead() == '"') return quoted();
    token made{token::kind::sign, {}, at_};
    if (left_.substr(0, 3) == "...") {
        for (int i = 0; i < 3; ++i) made.text += take();
        return made;
    }
    if (std::string_view("!$&()=:@[]{|}").find(ahead()) == std::string_view::npos) fail();
    made.text += take();
    return made;
}

} // namespace chatops::mocks::newrelic::graphql
