// Enumerations as words: `enum class size { small, very_large }` is typed `small`, `very-large`.
#pragma once

#include "chatops/command/text_of.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <type_traits>

namespace chatops {

/// `one of a, b and c`; a single word as it is.
std::string one_of_words(std::span<const std::string_view> words);

/// The place of `text` among `words`, in any case; else the mistake that names them all.
result<std::size_t> read_word(std::string_view text, std::span<const std::string_view> words);

namespace detail {

constexpr std::size_t length_of(const char* text) { return std::char_traits<char>::length(text); }

/// The enumerators of a described enum as people type them: dashes for underscores, and none at
/// the end, where an author puts one because `delete_` may not be called `delete`.
template <class Enum>
struct enum_words {
    using described = boost::describe::describe_enumerators<Enum>;
    static constexpr std::size_t count = boost::mp11::mp_size<described>::value;

    static constexpr std::size_t bytes = [] {
        std::size_t sum = 0;
        boost::mp11::mp_for_each<described>([&](auto each) { sum += length_of(each.name); });
        return sum;
    }();

    static constexpr std::array<char, bytes + 1> characters = [] {
        std::array<char, bytes + 1> joined{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<described>([&](auto each) {
            for (const char* next = each.name; *next != 0; ++next)
                joined[at++] = *next == '_' ? '-' : *next;
        });
        return joined;
    }();

    static constexpr std::array<std::string_view, count> words = [] {
        std::array<std::string_view, count> split{};
        std::size_t at = 0;
        std::size_t word = 0;
        boost::mp11::mp_for_each<described>([&](auto each) {
            const std::size_t length = length_of(each.name);
            split[word] = std::string_view(characters.data() + at, length);
            if (split[word].back() == '-') split[word].remove_suffix(1);
            ++word;
            at += length;
        });
        return split;
    }();

    static constexpr std::array<Enum, count> values = [] {
        std::array<Enum, count> all{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<described>([&](auto each) { all[at++] = each.value; });
        return all;
    }();
};

} // namespace detail

/// Every enum described with BOOST_DESCRIBE_ENUM.
template <class Enum>
requires(std::is_enum_v<Enum>&&
             boost::describe::has_describe_enumerators<Enum>::value) struct text_of<Enum> {
    static constexpr std::string_view kind = "word";
    static constexpr std::span<const std::string_view> words = detail::enum_words<Enum>::words;

    static result<Enum> read(std::string_view text) {
        auto place = read_word(text, words);
        if (!place) return std::move(place).error();
        return detail::enum_words<Enum>::values[*place];
    }

    static std::string write(Enum value) {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (detail::enum_words<Enum>::values[i] == value) return std::string(words[i]);
        return {};
    }
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of_enum.ipp")
