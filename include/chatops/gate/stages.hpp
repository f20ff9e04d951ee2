// What has passed the gate, as types: only the functions here can make them.
#pragma once

#include "chatops/gate/decision.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace chatops::gate {

template <class T>
class permitted;
template <class T>
class cleared;
template <class T>
class guarded;

/// What a person answered to the confirm question of this very run, and so of these very arguments.
struct confirmation {
    /// The chat id of whoever pressed; must be the asker's.
    std::string by;
    bool yes = false;
};

/// Why something permitted does not go on.
enum class held {
    /// A `destroy`, and nobody has confirmed yet: ask.
    unconfirmed,
    /// The asker said no.
    declined,
};

/// Lets `what` through if a rule allows it.
template <class T>
std::variant<permitted<T>, decision> permit(T what, const rulebook& by, const facts& known) {
    decision outcome = decide(by, known);
    if (!outcome.allowed) return outcome;
    return permitted<T>(std::move(what));
}

/// Lets `what` through if it needs no confirmation or has the asker's.
template <class T>
std::variant<cleared<T>, held> clear(permitted<T> what, effect does, const std::string& asker,
                                     const std::optional<confirmation>& given) {
    if (does == effect::destroy) {
        if (!given || given->by != asker) return held::unconfirmed;
        if (!given->yes) return held::declined;
    }
    return cleared<T>(std::move(what));
}

/// Lets `what` look, on the promise that its steps refuse to act before it is confirmed.
template <class T>
guarded<T> guard(permitted<T> what) {
    return guarded<T>(std::move(what));
}

/// The rules allow it.
template <class T>
class permitted {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend std::variant<permitted<T>, decision> permit<T>(T, const rulebook&, const facts&);
    friend class cleared<T>;
    friend class guarded<T>;

    explicit permitted(T value) : value_(std::move(value)) {}

    T value_;
};

/// It is permitted, and confirmed where it must be.
template <class T>
class cleared {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend std::variant<cleared<T>, held> clear<T>(permitted<T>, effect, const std::string&,
                                                   const std::optional<confirmation>&);

    explicit cleared(permitted<T> what) : value_(std::move(what.value_)) {}

    T value_;
};

/// It is permitted, and confirms itself before it acts.
template <class T>
class guarded {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend guarded<T> guard<T>(permitted<T>);

    explicit guarded(permitted<T> what) : value_(std::move(what.value_)) {}

    T value_;
};

} // namespace chatops::gate
