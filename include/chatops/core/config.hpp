// What differs between compilers and between the two ways to build: the only header with `#if`.
#pragma once

// Asio looks for the standard's coroutine header; libc++ 13 has only the experimental one, which
// Asio uses once it is told that coroutines are there.
#if defined(__EMSCRIPTEN__) && !defined(BOOST_ASIO_HAS_CO_AWAIT)
#define BOOST_ASIO_HAS_CO_AWAIT 1
#endif

// Header-only by default. With CHATOPS_COMPILED every body stands in one library (src.hpp), and
// headers only declare.
#if defined(CHATOPS_COMPILED)
#define CHATOPS_INLINE
#define CHATOPS_BODY(file) "chatops/core/nothing.hpp"
#else
#define CHATOPS_INLINE inline
#define CHATOPS_BODY(file) file
#endif

// SHA-256 and HMAC: OpenSSL's where there is an operating system, FIPS 180-4 in the browser.
#if defined(__EMSCRIPTEN__)
#define CHATOPS_DIGEST_BODY "chatops/core/digest_portable.ipp"
#else
#define CHATOPS_DIGEST_BODY "chatops/core/digest_openssl.ipp"
#endif

// A programmer's error: never a user's. Kept in release builds, because a bot that goes on with a
// broken invariant does harm.
#define CHATOPS_ASSERT(condition)                                                                  \
    (static_cast<bool>(condition) ? static_cast<void>(0)                                           \
                                  : ::chatops::assertion_failed(#condition, __FILE__, __LINE__))

namespace chatops {
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line) noexcept;
}

#include CHATOPS_BODY("chatops/core/config.ipp")
