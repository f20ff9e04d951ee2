#include "mocks/worlds/settled_state.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/json.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace chatops::mocks::worlds {

namespace {

constexpr std::string_view mark = "chatops-";

bool is_hexadecimal(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

/// A UUID, a hash, a number, a time, an address: what is drawn, counted or measured.
bool is_drawn(std::string_view text) {
    if (text.substr(0, mark.size()) == mark) return true;
    if (read_time(text)) return true;
    constexpr std::size_t shortest_hash = 16;
    const auto is_of_ids = [](char c) { return is_hexadecimal(c) || c == '-' || c == ':'; };
    if (text.size() >= shortest_hash && std::all_of(text.begin(), text.end(), is_of_ids))
        return true;
    const auto is_of_addresses = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return !text.empty() && std::all_of(text.begin(), text.end(), is_of_addresses);
}

/// Whether a text has that shape: `0` for a digit, `x` for a hexadecimal one, else itself.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() >= shape.size() &&
           std::equal(shape.begin(), shape.end(), text.begin(), [](char wanted, char c) {
               if (wanted == 'x') return is_hexadecimal(c);
               return wanted == '0' ? c >= '0' && c <= '9' : wanted == c;
           });
}

/// Whether a word begins there that chance has drawn: eight letters and digits of those that chance
/// uses. `payments` may be taken for one, too.
bool begins_with_drawn_word(std::string_view text) {
    constexpr std::size_t length = 8;
    const auto is_of_words = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    const auto can_be_drawn = [&](char c) {
        return is_of_words(c) && std::string_view("0o1li").find(c) == std::string_view::npos;
    };
    return text.size() >= length &&
           std::all_of(text.begin(), text.begin() + length, can_be_drawn) &&
           (text.size() == length || !is_of_words(text[length]));
}

/// What is called by its id, by the day or the minute in which it was made, or by a word that was
/// drawn (`postgresql-j6auuwc9`): up to there.
std::string_view without_chance(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const std::string_view shape : {"0000-00-00", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"})
            if (has_shape(text.substr(at), shape)) return text.substr(0, at);
        if (text[at] == '-' && begins_with_drawn_word(text.substr(at + 1)))
            return text.substr(0, at);
    }
    return text;
}

bool ends_in(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Members whose value says when, how often or which, and not what.
bool is_about_chance(std::string_view name) {
    return name == "id" || name == "slug" || ends_in(name, "_id") || ends_in(name, "_ids") ||
           ends_in(name, "_at") || ends_in(name, "_at_provider");
}

std::string settled(const value& of);

std::string settled_object(const object& of) {
    std::vector<std::string> parts;
    for (const auto& [key, each] : of) {
        const std::string_view name(key.data(), key.size());
        if (is_drawn(name)) {
            parts.push_back(settled(each));
            continue;
        }
        std::string text = std::string(name) + ":";
        if (!is_about_chance(name))
            text += settled(each);
        else if (each.is_array())
            text += std::to_string(each.get_array().size());
        else
            text += each.is_null() ? "-" : "#";
        parts.push_back(std::move(text));
    }
    std::sort(parts.begin(), parts.end());
    std::string whole = "{";
    for (const std::string& each : parts) whole += each + "\n";
    return whole + "}";
}

std::string settled_list(const array& of) {
    std::vector<std::string> parts;
    for (const value& each : of) parts.push_back(settled(each));
    std::sort(parts.begin(), parts.end());
    std::string whole = "[";
    for (const std::string& each : parts) whole += each + "\n";
    return whole + "]";
}

std::string settled(const value& of) {
    if (of.is_object()) return settled_object(of.get_object());
    if (of.is_array()) return settled_list(of.get_array());
    if (!of.is_string()) return boost::json::serialize(of);
    const std::string_view text = view(of.get_string());
    return is_drawn(text) ? "#" : std::string(without_chance(text));
}

} // namespace

std::string settled_state(const value& state) { return settled(state); }

std::string first_difference(const std::string& one, const std::string& other) {
    const auto [here, there] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    constexpr std::ptrdiff_t before = 160;
    constexpr std::size_t length = 400;
    const auto around = [](const std::string& text, std::string::const_iterator at) {
        const auto begin = static_cast<std::size_t>(
            std::max<std::ptrdiff_t>(0, std::distance(text.begin(), at) - before));
        std::string part = text.substr(begin, length);
        std::replace(part.begin(), part.end(), '\n', ' ');
        return part;
    };
    return "…" + around(one, here) + "… instead of …" + around(other, there) + "…";
}

} // namespace chatops::mocks::worlds
