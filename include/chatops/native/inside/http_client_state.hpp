// What a client and its streams share; included by bodies only.
#pragma once

#include "chatops/native/http_client.hpp"
#include "chatops/native/inside/client_connection.hpp"
#include "chatops/native/inside/io_socket.hpp"
#include "chatops/native/inside/target.hpp"
#include "chatops/native/inside/watch.hpp"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace chatops::native {

struct http_client::state : std::enable_shared_from_this<http_client::state> {
    state(asio::io_context& context, const http_client_settings& given)
        : io(context), settings(given), resolver(context) {
        // To read the system's authorities takes some 80 ms: not for who never leaves the machine.
        if (!settings.loopback_only || !settings.authorities_file.empty()) trusted();
    }

    /// Who may vouch for a server. Throws `boost::system::system_error` if the file cannot be read.
    asio::ssl::context& trusted() {
        if (trusted_) return *trusted_;
        auto made = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_client);
        made->set_default_verify_paths();
        if (!settings.authorities_file.empty()) made->load_verify_file(settings.authorities_file);
        made->set_verify_mode(asio::ssl::verify_peer);
        SSL_CTX_set_min_proto_version(made->native_handle(), TLS1_2_VERSION);
        trusted_ = std::move(made);
        return *trusted_;
    }

    /// The connections to one host and port by one scheme.
    struct pool {
        std::size_t in_use = 0;
        std::deque<std::unique_ptr<client_connection>> idle;
        std::deque<boost::asio::steady_timer*> waiting;
    };

    /// A place among the connections of a pool; the next in line gets it afterwards.
    class place {
      public:
        place(std::shared_ptr<state> of, pool& in) : of_(std::move(of)), in_(&in) {}
        place(const place&) = delete;
        place& operator=(const place&) = delete;
        ~place() {
            --in_->in_use;
            of_->wake_next(*in_);
        }

      private:
        std::shared_ptr<state> of_;
        pool* in_;
    };

    /// A watch that the client's end ends.
    class registered_watch : public watch {
      public:
        registered_watch(std::shared_ptr<state> of, steady_time deadline)
            : watch(of->io, deadline), of_(std::move(of)) {
            at_ = of_->watches.insert(of_->watches.end(), this);
            if (of_->is_closed) end();
        }
        registered_watch(const registered_watch&) = delete;
        registered_watch& operator=(const registered_watch&) = delete;
        ~registered_watch() { of_->watches.erase(at_); }

      private:
        std::shared_ptr<state> of_;
        std::list<watch*>::iterator at_;
    };

    [[nodiscard]] target allowed(const std::string& url, const char* plain, const char* tls) const;
    asio::awaitable<void> wait_for_place(const target& where, pool& in, const watch& until);
    asio::awaitable<std::unique_ptr<client_connection>> open(const target& where, watch& until);
    asio::awaitable<std::vector<asio::ip::tcp::endpoint>> look_up(const target& where,
                                                                  const watch& until);
    asio::awaitable<io_socket>
    reach(const target& where, const std::vector<asio::ip::tcp::endpoint>& addresses, watch& until);
    /// Where connections to this host are kept, once those unused too long are closed.
    pool& pool_of(const target& where);
    void wake_next(pool& in);
    std::unique_ptr<client_connection> take_idle(pool& from);
    void keep(pool& in, std::unique_ptr<client_connection> connection);
    void forget_stale();

    asio::io_context& io;
    http_client_settings settings;
    asio::ip::tcp::resolver resolver;
    std::map<std::string, pool> pools;
    std::list<watch*> watches;
    bool is_closed = false;

  private:
    std::unique_ptr<asio::ssl::context> trusted_;
};

} // namespace chatops::native
