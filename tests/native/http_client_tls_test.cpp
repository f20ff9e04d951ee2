// TLS: whom the client believes.
#include "chatops/native/files.hpp"
#include "chatops/native/http_client.hpp"
#include "tests/native/certificate.hpp"
#include "tests/native/client_fixture.hpp"
#include "tests/native/temporary_folder.hpp"

#include <boost/asio/ssl.hpp>

namespace {

using namespace chatops;
using namespace chatops::native::testing;

/// A TLS server with a certificate; it answers every connection once.
class tls_server {
  public:
    tls_server(asio::io_context& io, const certificate& with, int newest = 0)
        : context_(asio::ssl::context::tls_server),
          acceptor_(io, {asio::ip::address_v4::loopback(), 0}) {
        context_.use_certificate_chain(asio::buffer(with.chain));
        context_.use_private_key(asio::buffer(with.key), asio::ssl::context::pem);
        if (newest != 0) {
            SSL_CTX_set_min_proto_version(context_.native_handle(), TLS1_VERSION);
            SSL_CTX_set_max_proto_version(context_.native_handle(), newest);
            SSL_CTX_set_security_level(context_.native_handle(), 0);
        }
        accept();
    }

    [[nodiscard]] std::string url(const std::string& host) const {
        return "https://" + host + ":" + std::to_string(acceptor_.local_endpoint().port());
    }
    std::string asked_for;
    std::string version;
    std::string answers = fine;
    /// Closes TCP after the answer, without TLS's own goodbye.
    bool hangs_up = false;

  private:
    void accept() {
        acceptor_.async_accept(
            [this](boost::system::error_code failed, asio::ip::tcp::socket socket) {
                if (failed) return;
                asio::co_spawn(acceptor_.get_executor(), serve(std::move(socket)),
                               [](const std::exception_ptr&) {});
                accept();
            });
    }
    asio::awaitable<void> serve(asio::ip::tcp::socket socket) {
        asio::ssl::stream<asio::ip::tcp::socket> stream(std::move(socket), context_);
        co_await stream.async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
        const char* name = SSL_get_servername(stream.native_handle(), TLSEXT_NAMETYPE_host_name);
        asked_for = name ? name : "";
        version = SSL_get_version(stream.native_handle());
        std::string head;
        co_await asio::async_read_until(stream, asio::dynamic_buffer(head), "\r\n\r\n",
                                        asio::use_awaitable);
        co_await asio::async_write(stream, asio::buffer(answers), asio::use_awaitable);
        if (hangs_up) co_return;
        co_await asio::async_read_until(stream, asio::dynamic_buffer(head), "never",
                                        asio::use_awaitable);
    }

    asio::ssl::context context_;
    asio::ip::tcp::acceptor acceptor_;
};

class http_client_tls : public http_client_test {
  protected:
    void trust() {
        settings.authorities_file = folder.file("authority.pem");
        ASSERT_TRUE(native::write_private_file(settings.authorities_file, trusted.pem()));
    }
    temporary_folder folder;
    authority trusted;
};

TEST_F(http_client_tls, talks_to_a_server_that_can_prove_its_name) {
    trust();
    tls_server peer(turning.io, trusted.for_name("DNS:localhost"));
    EXPECT_EQ(get(peer.url("localhost")).body, "ok");
    EXPECT_EQ(peer.asked_for, "localhost");
    EXPECT_EQ(peer.version, "TLSv1.3");
    tls_server by_address(turning.io, trusted.for_name("IP:127.0.0.1"));
    EXPECT_EQ(get(by_address.url("127.0.0.1")).body, "ok");
    EXPECT_EQ(by_address.asked_for, "");
    tls_server older(turning.io, trusted.for_name("IP:127.0.0.1"), TLS1_2_VERSION);
    EXPECT_EQ(get(older.url("127.0.0.1")).body, "ok");
}

TEST_F(http_client_tls, trusts_no_authority_it_does_not_know) {
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1"));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("certificate cannot be trusted"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

TEST_F(http_client_tls, insists_on_the_name) {
    trust();
    tls_server peer(turning.io, trusted.for_name("DNS:other.example.com"));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("IP address mismatch"), std::string::npos) << failed.what;
    try {
        get(peer.url("localhost"));
        ADD_FAILURE();
    } catch (const unavailable& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("hostname mismatch"), std::string::npos)
            << wrong.what();
    }
}

TEST_F(http_client_tls, refuses_a_certificate_that_has_expired) {
    trust();
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1", -60));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("expired"), std::string::npos) << failed.what;
}

TEST_F(http_client_tls, refuses_a_protocol_too_old) {
    trust();
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1"), TLS1_1_VERSION);
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("no TLS connection"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

TEST_F(http_client_tls, reads_an_answer_that_goes_on_and_knows_its_end_from_a_break) {
    trust();
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1"));
    const std::string begun = ok_line + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
    const http::request what = request("GET", peer.url("127.0.0.1"));
    peer.answers = begun + "0\r\n\r\n";
    const auto whole = turning.run(client().open(what, soon()));
    EXPECT_EQ(turning.run(whole->receive()), "abc");
    EXPECT_EQ(turning.run(whole->receive()), std::nullopt);

    peer.answers = begun;
    const auto closed = turning.run(client().open(what, soon()));
    EXPECT_EQ(turning.run(closed->receive()), "abc");
    asio::post(turning.io, [&] { closed->close(); });
    EXPECT_EQ(turning.run(closed->receive()), std::nullopt);

    peer.hangs_up = true;
    const auto broken = turning.run(client().open(what, soon()));
    EXPECT_EQ(turning.run(broken->receive()), "abc");
    try {
        turning.run(broken->receive());
        ADD_FAILURE() << "it ended as if it were whole";
    } catch (const unavailable& failed) {
        EXPECT_NE(std::string(failed.what()).find("cut short"), std::string::npos) << failed.what();
    }
}

TEST_F(http_client_tls, gives_up_on_a_handshake_that_never_ends) {
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_to_end();
    });
    const std::string url = "https://127.0.0.1:" + std::to_string(peer.port());
    const failure failed = failure_of(request("POST", url), after(duration(60)));
    EXPECT_NE(failed.what.find("in time"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

} // namespace
