// A server of one's own, with what needs an operating system.
#include <boost/asio/io_context.hpp>
#include <chatops/native.hpp>

int main() {
    boost::asio::io_context io(1);
    chatops::native::log_writer log;
    const chatops::native::http_server server(io, {}, {}, log);
    return server.port() != 0 ? 0 : 1;
}
