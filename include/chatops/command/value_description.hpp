// A type of values as plain data: what help calls it, and the functions that read and write it.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/moment.hpp"
#include "chatops/command/text_of.hpp"

#include <optional>
#include <type_traits>

namespace chatops {

/// What a catalogue knows of a type of values. One per type, shared by every command that uses it.
struct value_description {
    /// The same for the same type of one value, and only for that: `type_of_value<T>`.
    const void* type;
    /// What one value is called, without an article: "application name".
    std::string_view kind;
    /// All values, if they are few and known; else empty.
    std::span<const std::string_view> words;
    bool repeated;
    /// Nothing may be given: `std::optional`.
    bool optional;
    /// Its text must not be seen.
    bool secret;
    /// As `held_at` says of its type.
    std::string_view held_at;
    /// Sets the value at `value`, or appends to it if it is a list; `first` empties a list before.
    result<void> (*read)(void* value, std::string_view text, bool first, const moment& typed);
    /// Appends the text of each value, a secret's hidden.
    void (*write)(const void* value, std::vector<std::string>& texts);
    /// Appends the text of each value as it is, to be sealed. Null unless `secret`.
    void (*reveal)(const void* value, std::vector<chatops::secret>& texts);
};

namespace detail {

/// Takes `std::optional` and `list` off a type.
template <class T>
struct shape_of {
    using one = T;
    static constexpr bool repeated = false, optional = false;
    template <class Use>
    static void each(const T& value, Use use) {
        use(value);
    }
    static void put(T& value, T&& read, bool) { value = std::move(read); }
};

template <class T>
struct shape_of<std::vector<T>> {
    using one = T;
    static constexpr bool repeated = true, optional = false;
    template <class Use>
    static void each(const std::vector<T>& values, Use use) {
        for (const T& value : values) use(value);
    }
    static void put(std::vector<T>& values, T&& read, bool first) {
        if (first) values.clear();
        values.push_back(std::move(read));
    }
};

template <class T>
struct shape_of<std::optional<T>> {
    using one = typename shape_of<T>::one;
    static constexpr bool repeated = shape_of<T>::repeated, optional = true;
    template <class Use>
    static void each(const std::optional<T>& value, Use use) {
        if (value) shape_of<T>::each(*value, use);
    }
    static void put(std::optional<T>& value, one&& read, bool first) {
        if (first || !value) value.emplace();
        shape_of<T>::put(*value, std::move(read), first);
    }
};

/// The type of one value of a field: `T` of `T`, `std::optional<T>`, `list<T>`.
template <class T>
using one_of = typename shape_of<T>::one;

template <class T>
consteval std::span<const std::string_view> words_of() {
    if constexpr (requires { text_of<T>::words; })
        return text_of<T>::words;
    else
        return {};
}

template <class T>
inline constexpr bool hides_text = requires(const T& value) {
    text_of<T>::reveal(value);
};

/// Whether two values of a list may be about one thing, of which only one can hold: `web=3 web=4`.
template <class T>
concept may_be_given_once = requires(const T& value) {
    { value.is_for_the_same_as(value) } -> std::same_as<bool>;
};

/// Whose address is a type's identity.
template <class T>
inline constexpr char type_mark = 0;

template <class T>
result<T> read_one(std::string_view text, [[maybe_unused]] const moment& typed) {
    if constexpr (reads_text<T>)
        return text_of<T>::read(text);
    else
        return text_of<T>::read(text, typed);
}

template <class T>
result<void> read_value(void* value, std::string_view text, bool first, const moment& typed) {
    auto read = read_one<one_of<T>>(text, typed);
    if (!read) return std::move(read).error();
    if constexpr (shape_of<T>::repeated && may_be_given_once<one_of<T>>) {
        bool is_twice = false;
        if (!first)
            shape_of<T>::each(*static_cast<const T*>(value), [&](const one_of<T>& one) {
                is_twice = is_twice || read->is_for_the_same_as(one);
            });
        if (is_twice) return given_twice(text);
    }
    shape_of<T>::put(*static_cast<T*>(value), std::move(*read), first);
    return {};
}

template <class T>
void write_value(const void* value, std::vector<std::string>& texts) {
    shape_of<T>::each(*static_cast<const T*>(value), [&](const one_of<T>& one) {
        texts.push_back(text_of<one_of<T>>::write(one));
    });
}

template <class T>
void reveal_value(const void* value, std::vector<secret>& texts) {
    shape_of<T>::each(*static_cast<const T*>(value), [&](const one_of<T>& one) {
        texts.push_back(text_of<one_of<T>>::reveal(one));
    });
}

template <class T>
consteval auto revealer() -> void (*)(const void*, std::vector<secret>&) {
    if constexpr (hides_text<one_of<T>>)
        return reveal_value<T>;
    else
        return nullptr;
}

} // namespace detail

template <class T>
inline constexpr const void* type_of_value = &detail::type_mark<T>;

template <class T>
inline constexpr value_description value_description_of{type_of_value<detail::one_of<T>>,
                                                        text_of<detail::one_of<T>>::kind,
                                                        detail::words_of<detail::one_of<T>>(),
                                                        detail::shape_of<T>::repeated,
                                                        detail::shape_of<T>::optional,
                                                        detail::hides_text<detail::one_of<T>>,
                                                        chatops::held_at<detail::one_of<T>>,
                                                        detail::read_value<T>,
                                                        detail::write_value<T>,
                                                        detail::revealer<T>()};

} // namespace chatops
