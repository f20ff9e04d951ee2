// Beast's parser of requests, writing into a request whose memory is used again and again.
#pragma once

#include "chatops/http/message.hpp"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chatops::native {

/// Parses one request. Fields that follow a chunked body (trailers) are dropped: they come too late
/// to be trusted.
class request_parser final : public boost::beast::http::basic_parser<true> {
    using error_code = boost::beast::error_code;
    using text = boost::beast::string_view;

  public:
    request_parser(http::request& into, std::size_t head_bytes, std::size_t body_bytes)
        : into_(into) {
        header_limit(static_cast<std::uint32_t>(head_bytes));
        body_limit(body_bytes);
        eager(true);
    }

    /// The client waits for `100 Continue` before it sends the body.
    [[nodiscard]] bool expects_continue() const { return expects_continue_; }
    [[nodiscard]] int version() const { return version_; }

  private:
    void on_request_impl(boost::beast::http::verb, text method, text target, int version,
                         error_code&) override {
        into_.method.assign(method.data(), method.size());
        into_.url.assign(target.data(), target.size());
        into_.headers.clear();
        into_.body.clear();
        version_ = version;
    }
    void on_response_impl(int, text, int, error_code&) override {}

    void on_field_impl(boost::beast::http::field name, text spelled, text value,
                       error_code&) override {
        using known = boost::beast::http::field;
        if (is_head_done_) return;
        if (name == known::transfer_encoding) has_transfer_encoding_ = true;
        if (name == known::expect)
            expects_continue_ =
                http::equal_without_case({value.data(), value.size()}, "100-continue");
        into_.headers.add({spelled.data(), spelled.size()}, {value.data(), value.size()});
    }

    void on_header_impl(error_code& wrong) override {
        is_head_done_ = true;
        // Beast takes an encoding other than chunked for "no body"; what follows would be read as a
        // request.
        if (has_transfer_encoding_ && !chunked())
            wrong = boost::beast::http::error::bad_transfer_encoding;
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        // A promise of much is not believed before it comes.
        if (length) into_.body.reserve(std::min<std::size_t>(*length, 64 << 10));
    }
    std::size_t on_body_impl(text piece, error_code&) override {
        into_.body.append(piece.data(), piece.size());
        return piece.size();
    }
    void on_chunk_header_impl(std::uint64_t, text, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, text piece, error_code&) override {
        into_.body.append(piece.data(), piece.size());
        return piece.size();
    }
    void on_finish_impl(error_code&) override {}

    http::request& into_;
    int version_ = 11;
    bool is_head_done_ = false;
    bool has_transfer_encoding_ = false;
    bool expects_continue_ = false;
};

} // namespace chatops::native
