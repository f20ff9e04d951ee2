// Which values of a type exist: asked from whoever knows, a provider's client or its mock.
#pragma once

#include "chatops/line/complete.hpp"

#include <string>
#include <vector>

namespace chatops {

/// How `From` is asked for the values of `T`; specialise it beside `From`:
///
///     template <>
///     struct chatops::value_source<heroku::dyno_group, heroku::client> {
///         static asio::awaitable<std::vector<std::string>> values(
///             heroku::client& from, const line::completion_request& of);
///     };
///
/// All values, as they are typed: completion picks those that go on with what is typed. What they
/// depend on is in the request: `line::given<heroku::app_name>(of)`. The result may be anything
/// that one list of sources has in common: a vector at once, or an awaitable one.
template <class T, class From>
struct value_source;

namespace line {

/// The first value of type `T` that the line gives besides; null if it gives none.
template <class T>
const std::string* given(const completion_request& of) {
    for (const known_value& each : of.known)
        if (each.field->value->type == type_of_value<T>) return &each.text;
    return nullptr;
}

/// Those types of which `From` knows the values.
template <class From, class Answer>
class value_sources {
  public:
    using ask = Answer (*)(From& from, const completion_request& of);
    struct row {
        const void* type;
        ask values;
    };

    explicit value_sources(std::vector<row> rows) : rows_(std::move(rows)) {}

    /// Who is to be asked for that value; null if nobody knows.
    [[nodiscard]] ask find(const completion_request& of) const {
        for (const row& each : rows_)
            if (each.type == of.field->value->type) return each.values;
        return nullptr;
    }

  private:
    std::vector<row> rows_;
};

namespace detail {
template <class T, class From>
concept has_source = requires(From& from, const completion_request& of) {
    chatops::value_source<T, From>::values(from, of);
};

template <class T, class From>
consteval bool check_source() {
    static_assert(has_source<T, From>,
                  "Nobody says how this type's values are asked for. Specialise "
                  "chatops::value_source<T, From> with values(From&, const "
                  "line::completion_request&), and include it here.");
    return has_source<T, From>;
}
} // namespace detail

/// The sources of `First` and `More` at `From`; all answer with the same type.
template <class From, class First, class... More>
auto value_sources_of() {
    if constexpr ((detail::check_source<First, From>() && ... &&
                   detail::check_source<More, From>())) {
        using answer = decltype(value_source<First, From>::values(
            std::declval<From&>(), std::declval<const completion_request&>()));
        return value_sources<From, answer>(
            {{type_of_value<First>, value_source<First, From>::values},
             {type_of_value<More>, value_source<More, From>::values}...});
    }
}

} // namespace line
} // namespace chatops
