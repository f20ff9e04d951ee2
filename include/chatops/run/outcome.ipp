#pragma once

#include "chatops/run/outcome.hpp"

#include <boost/json/object.hpp>

namespace chatops {

namespace detail {

inline boost::json::object failure_fields(const std::exception_ptr& failure) {
    boost::json::object fields;
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error& refused) {
        fields["kind"] = "refused";
        fields["provider"] = refused.provider();
        fields["status"] = refused.status();
        fields["id"] = refused.id();
        fields["message"] = refused.what();
        fields["request_id"] = refused.request_id();
    } catch (const unavailable& silent) {
        fields["kind"] = "unavailable";
        fields["provider"] = silent.provider();
        fields["message"] = silent.what();
        fields["may_have_happened"] = silent.effect() == effect_known::may_have_happened;
    } catch (const gave_up& late) {
        fields["kind"] = "gave_up";
        fields["message"] = late.what();
    } catch (const cancelled& by_person) {
        fields["kind"] = "cancelled";
        fields["by"] = by_person.by();
    }
    return fields;
}

inline std::string text_member(const boost::json::object& from, std::string_view name) {
    const boost::json::value* found = from.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string())
                                                  : std::string();
}

} // namespace detail

CHATOPS_INLINE bool is_outside_failure(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error&) {
        return true;
    } catch (const unavailable&) {
        return true;
    } catch (const gave_up&) {
        return true;
    } catch (const cancelled&) {
        return true;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE bool may_have_happened(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const unavailable& silent) {
        return silent.effect() == effect_known::may_have_happened;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE bool changed_nothing(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error&) {
        return true;
    } catch (const unavailable& silent) {
        return silent.effect() == effect_known::did_not_happen;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE bool is_missing(const std::exception_ptr& failure) {
    constexpr int not_found = 404;
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error& refused) {
        return refused.status() == not_found;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE std::string failure_record(const std::exception_ptr& failure) {
    boost::json::object record;
    record["failed"] = detail::failure_fields(failure);
    return json::text(boost::json::value(std::move(record)));
}

CHATOPS_INLINE void throw_recorded_failure(const boost::json::value& failed) {
    if (failed.is_object()) {
        const boost::json::object& fields = failed.get_object();
        const std::string kind = detail::text_member(fields, "kind");
        const std::string message = detail::text_member(fields, "message");
        if (kind == "refused") {
            const boost::json::value* status = fields.if_contains("status");
            const int code =
                status != nullptr && status->is_int64() ? static_cast<int>(status->get_int64()) : 0;
            throw provider_error(detail::text_member(fields, "provider"), code,
                                 detail::text_member(fields, "id"), message,
                                 detail::text_member(fields, "request_id"));
        }
        if (kind == "unavailable") {
            const boost::json::value* perhaps = fields.if_contains("may_have_happened");
            const bool happened = perhaps == nullptr || !perhaps->is_bool() || perhaps->get_bool();
            throw unavailable(detail::text_member(fields, "provider"), message,
                              happened ? effect_known::may_have_happened
                                       : effect_known::did_not_happen);
        }
        if (kind == "gave_up") throw gave_up(message);
        if (kind == "cancelled") throw cancelled(detail::text_member(fields, "by"));
    }
    throw store_error("a recorded failure cannot be read");
}

CHATOPS_INLINE boost::json::value recorded_value(std::string_view record) {
    auto parsed = json::parse(record);
    if (!parsed || !parsed->is_object()) throw store_error("a record cannot be read");
    boost::json::object& whole = parsed->get_object();
    if (const boost::json::value* failed = whole.if_contains("failed"))
        throw_recorded_failure(*failed);
    boost::json::value* value = whole.if_contains("value");
    if (value == nullptr) throw store_error("a record has neither value nor failure");
    return std::move(*value);
}

CHATOPS_INLINE std::exception_ptr recorded_failure(std::string_view record) {
    try {
        recorded_value(record);
    } catch (...) {
        return std::current_exception();
    }
    return nullptr;
}

CHATOPS_INLINE bool is_deed(std::string_view record) {
    const auto parsed = json::parse(record);
    return parsed && parsed->is_object() && parsed->get_object().contains("acted");
}

CHATOPS_INLINE std::string value_record(boost::json::value value, step_kind what) {
    boost::json::object record;
    if (what == step_kind::acted) record["acted"] = true;
    record["value"] = std::move(value);
    std::string text = json::text(boost::json::value(std::move(record)));
    if (text.size() > limits::record_bytes)
        throw std::length_error("a step's record is larger than limits::record_bytes");
    return text;
}

} // namespace chatops
