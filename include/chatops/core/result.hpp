// A user's mistake as a value, and the result that carries either a value or such a mistake.
#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace chatops {

/// What a person typed, sent or configured wrongly.
///
/// `code` is stable (tests and JSON output rely on it), e.g. `unknown_option`. `message` is one
/// sentence for that person. `begin`/`end` are byte offsets of the place in the text that was read;
/// equal when there is no place. `expected` says what would have been right, `suggestion` the
/// nearest thing that exists; both may be empty.
struct mistake {
    std::string code;
    std::string message;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string expected;
    std::string suggestion;

    mistake() = default;
    /// Two texts at least: were one enough, g++ would not know whether a `result<std::string>` made
    /// from a text is a value or a mistake.
    mistake(std::string word, std::string sentence, std::size_t from = 0, std::size_t to = 0,
            std::string right = {}, std::string nearest = {})
        : code(std::move(word)), message(std::move(sentence)), begin(from), end(to),
          expected(std::move(right)), suggestion(std::move(nearest)) {}

    friend bool operator==(const mistake&, const mistake&) = default;
};

/// A value, or the mistake that kept it from being one. Test it before `value()`.
template <class T = void>
using result = boost::system::result<T, mistake>;

/// Called by `result::value()` on a mistake: a programmer did not look first.
[[noreturn]] inline void throw_exception_from_error(const mistake& wrong,
                                                    const boost::source_location&) {
    throw std::logic_error(wrong.code + ": " + wrong.message);
}

} // namespace chatops
