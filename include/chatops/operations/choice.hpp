// Which thing is meant by a name or an id, whoever's it is; and what is said where it is none.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/text_of.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/shown.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

/// What a sort of things is called.
struct noun {
    const char* one;
    /// The command that lists them.
    const char* list;
    /// Of that list at the provider, where not all of it is meant.
    const char* filter = "";
    /// What ending one is called, and what it then is.
    const char* end = "Destroy";
    const char* ended = "destroyed";
};

template <class T>
inline constexpr noun noun_of{};

// By what each is known at its provider, and to people. Some have nothing but a name.

template <class T>
std::string id_of(const T& each) {
    if constexpr (
        requires {
            each.ip;
            each.region;
        } &&
        !requires { each.id; })
        return each.ip;
    else if constexpr (!requires { each.id; })
        return each.name;
    else if constexpr (
        requires { each.id + 1; } && !requires { each.id.size(); })
        return std::to_string(each.id);
    else
        return each.id;
}
template <class T>
const std::string& name_of(const T& each) {
    if constexpr (requires { each.name; })
        return each.name;
    else
        return each.ip;
}

/// Whether that is its id; of an SSH key its fingerprint is one, too.
template <class T>
bool has_id(const T& each, const std::string& id) {
    if constexpr (requires { each.fingerprint; })
        if (each.fingerprint == id) return true;
    return id_of(each) == id;
}

/// A person reads no more of one name, and a record holds no more.
inline constexpr std::size_t namesakes_shown = 10;

/// What a name or an id may mean. Small, so that it can be recorded.
template <class T>
struct choice {
    /// One, if all is well.
    std::vector<T> found;
    /// If there is none: names that are nearly so.
    std::vector<std::string> near;

    [[nodiscard]] bool is_one() const { return found.size() == 1; }
    [[nodiscard]] const T& one() const { return found.front(); }

    BOOST_DESCRIBE_CLASS(choice, (), (found, near), (), ())
};

namespace detail {
/// Keeps the nearest of those names and of `more`.
void keep_nearest(std::vector<std::string>& near, const std::string& text,
                  std::vector<std::string> more);
/// What is said where nothing is called so.
reply none_called(const noun& sort, const std::string& which, const std::vector<std::string>& near);

/// Takes from a page what may be meant; false if the one of that id is found.
template <class T>
bool take_meant(choice<T>& seen, const std::string& which, std::vector<T> page) {
    std::vector<std::string> names;
    for (T& each : page) {
        if (has_id(each, which)) {
            seen.found.clear();
            seen.found.push_back(std::move(each));
            seen.near.clear();
            return false;
        }
        names.push_back(name_of(each));
        if (names.back() == which && seen.found.size() < namesakes_shown)
            seen.found.push_back(std::move(each));
    }
    keep_nearest(seen.near, which, std::move(names));
    return true;
}
} // namespace detail

/// Those with that part in their name, by name.
template <class T>
void keep_with_part(std::vector<T>& all, const std::optional<std::string>& part) {
    std::erase_if(
        all, [&](const T& each) { return part && name_of(each).find(*part) == std::string::npos; });
    std::stable_sort(all.begin(), all.end(),
                     [](const T& left, const T& right) { return name_of(left) < name_of(right); });
}
/// `2 volumes with “acme” in the name`.
template <class T>
std::string counted_with_part(std::size_t count, const std::optional<std::string>& part) {
    return counted(count, noun_of<T>.one) +
           (part ? " with " + shown(*part) + " in the name" : std::string());
}

/// What a person reads before something is lost: `Lost`, `its 100 GB`.
struct fact {
    std::string name;
    std::string value;

    friend bool operator==(const fact&, const fact&) = default;
};
BOOST_DESCRIBE_STRUCT(fact, (), (name, value))
using facts = std::vector<fact>;

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/choice.ipp")
