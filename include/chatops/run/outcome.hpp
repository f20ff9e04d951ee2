// What became of a step, and how that is recorded: a value, or a failure that a replay meets again.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/result.hpp"

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace chatops {

/// What a step without a value records.
struct nothing {};

/// What a step may record: mapped to JSON, and no secret in it.
template <class T>
concept recordable = json::mapped<T>;

/// A value, or the exception that came instead of it.
template <class T>
struct outcome {
    std::optional<T> value;
    std::exception_ptr failure;

    [[nodiscard]] bool failed() const { return failure != nullptr; }

    /// The value, or the failure thrown.
    T take() {
        if (failure) std::rethrow_exception(failure);
        return std::move(*value);
    }
};

/// Whether that failure is one that a step records; others are a programmer's.
bool is_outside_failure(const std::exception_ptr& failure);

/// Whether the step may have had its effect although it failed.
bool may_have_happened(const std::exception_ptr& failure);

/// Whether it is known that the step changed nothing: it was refused, or never arrived.
bool changed_nothing(const std::exception_ptr& failure);

/// Whether a provider says that there is no such thing.
bool is_missing(const std::exception_ptr& failure);

/// The record of a failure, as JSON text.
std::string failure_record(const std::exception_ptr& failure);

/// Throws what was recorded, or `store_error` when the record cannot be read.
[[noreturn]] void throw_recorded_failure(const boost::json::value& failed);

/// What a record says went wrong, also that it cannot be read; null for a value.
std::exception_ptr recorded_failure(std::string_view record);

/// A record as JSON, told apart: the value, or nothing after the failure was thrown.
boost::json::value recorded_value(std::string_view record);

/// Whether a step looked or acted; a person is told what was done before something failed.
enum class step_kind { looked, acted };

/// Whether that record is of something done: it acted, and did not fail.
bool is_deed(std::string_view record);

/// Throws std::length_error when the record is over `limits::record_bytes`.
std::string value_record(boost::json::value value, step_kind what);

template <class T>
std::string record_of(const outcome<T>& done, step_kind what) {
    if (done.failed()) return failure_record(done.failure);
    if constexpr (std::is_same_v<T, nothing>)
        return value_record(nullptr, what);
    else
        return value_record(json::write(*done.value), what);
}

/// What was recorded, or its failure thrown.
template <class T>
T replayed(std::string_view record) {
    const boost::json::value value = recorded_value(record);
    if constexpr (std::is_same_v<T, nothing>) {
        return {};
    } else {
        auto read = json::read<T>(value);
        if (!read) throw store_error("a record does not fit its step: " + read.error().message);
        return std::move(*read);
    }
}

} // namespace chatops

#include CHATOPS_BODY("chatops/run/outcome.ipp")
