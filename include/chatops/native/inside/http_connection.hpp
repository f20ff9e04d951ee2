// One connection of the server: bytes to requests, answers to bytes, and how long each may take.
#pragma once

#include "chatops/native/inside/http_server_state.hpp"
#include "chatops/native/inside/request_parser.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::native {

class streamed_body;

/// Lives for as long as an operation of its own is under way.
///
/// `go` is its one loop: it parses what has come, answers, sends, and reads again; wherever it has
/// to wait it returns, and is called again when the waiting has ended.
class server_connection final : public std::enable_shared_from_this<server_connection> {
  public:
    server_connection(std::shared_ptr<http_server::state> server, io_socket socket);
    server_connection(const server_connection&) = delete;
    server_connection& operator=(const server_connection&) = delete;
    ~server_connection();

    void start();
    /// Closes if it has waited longer than it may.
    void check(steady_time now);
    /// No further request: closed now if none is being received or answered.
    void end_gently();
    void close();

    /// More of the body that goes on, and its end: with the frame's end, unless it is cut off.
    void write_more(std::string_view piece);
    void end_body(bool is_whole);

    /// Waiting for a request's first byte.
    [[nodiscard]] bool is_idle() const { return doing_ == phase::idle; }
    [[nodiscard]] steady_time deadline() const { return deadline_; }

  private:
    enum class phase { idle, head, body, answering, sending, streaming, lingering, silent };
    enum class parsed { whole, partly, wrong };

    void go();
    parsed parse();
    void refuse(boost::beast::error_code wrong);
    /// Nothing if the request is answered already.
    std::optional<asio::awaitable<answer>> begin_answer();
    asio::awaitable<void> answer_later(asio::awaitable<answer> making);
    bool upgrade();
    [[nodiscard]] bool may_keep() const;
    /// The status line and the fields, without those that say how the body is framed.
    void begin_head(const http::response& with, bool is_keeping);
    void respond(const http::response& with, std::size_t body_bytes);
    void finish(answer with);
    void begin_body(answer with);
    void append_piece(std::string_view piece);
    /// Looks whether the client is still there while the body goes on.
    void listen();
    /// Room for what comes after what was not parsed yet; false if there is none.
    bool make_room();
    void failed(const char* what);
    /// True when everything is sent; otherwise `go` follows.
    bool flush();
    void read();
    void received(std::size_t bytes);
    /// Sends no more, and reads away what the client still sends: to close at once would reset the
    /// connection, and the answer could be lost.
    void linger();
    void drain();
    void wait_for(phase what, duration patience);
    void forget_request();

    std::shared_ptr<http_server::state> server_;
    std::list<server_connection*>::iterator place_;
    io_socket socket_;
    phase doing_ = phase::idle;
    steady_time deadline_;
    std::vector<char> incoming_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    http::request request_;
    std::optional<request_parser> parser_;
    std::string outgoing_;
    std::size_t sent_ = 0;
    std::size_t drained_ = 0;
    /// While an answer goes on.
    std::shared_ptr<streamed_body> body_;
    bool is_chunked_ = false;
    bool is_continued_ = false;
    bool is_keeping_ = true;
    bool is_head_only_ = false;
    bool is_last_ = false;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/http_connection.ipp")
