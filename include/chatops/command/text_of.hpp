// How a value is read from typed text and written as such: the one thing to specialise for a type.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/core/secret.hpp"

#include <concepts>
#include <span>
#include <string>
#include <string_view>

namespace chatops {

struct moment;

/// How a `T` is read from what a person typed, and written so that it can be read again.
///
/// A type of one's own says so itself, and has then the same form in JSON (`json::is_text`):
///
///     struct app_name {
///         static constexpr std::string_view kind = "application name";
///         static result<app_name> parse(std::string_view text);
///         std::string to_text() const;
///     };
///
/// For a type of somebody else, specialise `text_of` with three members:
///
///     template <> struct chatops::text_of<boost::urls::url> {
///         static constexpr std::string_view kind = "address of a page";
///         static result<boost::urls::url> read(std::string_view text);
///         static std::string write(const boost::urls::url& page);
///     };
///
/// `kind` is what a value is called in help and mistakes, without an article. What is written can
/// be read. The places in a reader's mistake count from the start of `text`; `not_a` makes the
/// usual one. A value that depends on when and where it was typed (`tomorrow`) takes that as a
/// second parameter of `parse` or `read`: `const moment& typed`, see moment.hpp. Members may be
/// added:
/// - `static constexpr std::span<const std::string_view> words`, if there are few values and all
///   are known: help lists them, and they are completed.
/// - `bool is_for_the_same_as(const T&) const`, if of several values in a list only one can hold,
///   as of `web=3` and `web=4`: the second is then a mistake.
/// - `static secret reveal(const T&)`, if the text must not be seen: mistakes then never repeat
///   it, and `write` must hide it.
template <class T>
struct text_of;

namespace detail {

template <class T>
concept parses_text = requires(std::string_view text) {
    { T::parse(text) } -> std::same_as<result<T>>;
};
template <class T>
concept parses_typed_text = requires(std::string_view text, const moment& typed) {
    { T::parse(text, typed) } -> std::same_as<result<T>>;
};
template <class T>
concept reads_text = requires(std::string_view text) {
    { text_of<T>::read(text) } -> std::same_as<result<T>>;
};
template <class T>
concept reads_typed_text = requires(std::string_view text, const moment& typed) {
    { text_of<T>::read(text, typed) } -> std::same_as<result<T>>;
};

} // namespace detail

/// A type that says itself how it is read and written.
template <class T>
concept says_its_text = (detail::parses_text<T> ||
                         detail::parses_typed_text<T>)&&requires(const T& value) {
    { T::kind } -> std::convertible_to<std::string_view>;
    { value.to_text() } -> std::convertible_to<std::string>;
};

template <says_its_text T>
struct text_of<T> {
    static constexpr std::string_view kind = T::kind;
    static result<T> read(std::string_view text) requires detail::parses_text<T> {
        return T::parse(text);
    }
    static result<T> read(std::string_view text,
                          const moment& typed) requires(!detail::parses_text<T>) {
        return T::parse(text, typed);
    }
    static std::string write(const T& value) { return value.to_text(); }
    static constexpr std::span<const std::string_view> words = [] {
        if constexpr (requires { T::words; })
            return std::span<const std::string_view>(T::words);
        else
            return std::span<const std::string_view>();
    }();
    static secret reveal(const T& value) requires requires {
        { T::reveal(value) } -> std::same_as<secret>;
    }
    { return T::reveal(value); }
};

/// Whether a `T` can be read from text: `text_of<T>` is specialised and complete.
template <class T>
concept readable = (detail::reads_text<T> ||
                    detail::reads_typed_text<T>)&&requires(const T& value) {
    { text_of<T>::kind } -> std::convertible_to<std::string_view>;
    { text_of<T>::write(value) } -> std::convertible_to<std::string>;
};

/// `text` between quotation marks, cut after 40 characters: how a message repeats what was typed.
std::string shown(std::string_view text);

/// The mistake of a reader: `text` is not `expected` ("a whole number from 1 to 9").
mistake not_a(std::string_view text, std::string_view expected);

/// The mistake of a value in a list that is about the same thing as one before it: `given_twice`.
mistake given_twice(std::string_view text);

template <>
struct text_of<std::string> {
    static constexpr std::string_view kind = "text";
    static result<std::string> read(std::string_view text) { return std::string(text); }
    static std::string write(const std::string& text) { return text; }
};

/// `yes`, `on`, `true` or `no`, `off`, `false`, in any case. Written `yes` or `no`.
template <>
struct text_of<bool> {
    static constexpr std::string_view kind = "yes or no";
    static constexpr std::string_view both[] = {"yes", "no"};
    static constexpr std::span<const std::string_view> words = both;
    static result<bool> read(std::string_view text);
    static std::string write(bool value) { return value ? "yes" : "no"; }
};

template <>
struct text_of<secret> {
    static constexpr std::string_view kind = "secret";
    static result<secret> read(std::string_view text) { return secret(std::string(text)); }
    static std::string write(const secret&) { return "[secret]"; }
    static secret reveal(const secret& hidden) { return hidden; }
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of.ipp")
