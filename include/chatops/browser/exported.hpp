// Functions that a web page calls: C names, JSON text, and nothing thrown.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <emscripten/em_macros.h>

#include <exception>
#include <string>

/// Before a function of a module that JavaScript may call.
#define CHATOPS_EXPORTED extern "C" EMSCRIPTEN_KEEPALIVE

namespace chatops::browser {

/// The JSON text of what `make` returns, or `{"error": "…"}` with what it threw. The text stays
/// until the next answer of any function: JavaScript copies it at once.
template <class Make>
const char* answer(Make make) noexcept {
    static std::string text;
    try {
        text = boost::json::serialize(make());
    } catch (const std::exception& failure) {
        text = boost::json::serialize(boost::json::object{{"error", failure.what()}});
    } catch (...) {
        text = R"({"error": "something that is no exception was thrown"})";
    }
    return text.c_str();
}

} // namespace chatops::browser
