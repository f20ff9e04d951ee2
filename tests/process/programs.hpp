// The real programs, started as processes of their own, and HTTP to speak with them.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/native/http_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace chatops::process_test {

std::string content_of(const std::string& path);

/// A child process; killed when this ends. Its output goes to files in `folder`.
class program {
  public:
    program(const std::string& name, std::vector<std::string> arguments, const std::string& folder);
    program(const program&) = delete;
    program& operator=(const program&) = delete;
    ~program() { kill_now(); }

    /// SIGKILL, and waits until it is gone.
    void kill_now();
    /// SIGTERM, and the exit code.
    int end();
    /// SIGHUP.
    void hang_up() const;
    /// Waits until it ends by itself; the exit code, -1 if a signal ended it.
    int wait();
    [[nodiscard]] bool runs() const;
    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;

  private:
    pid_t process_ = -1;
    std::string output_path_;
    std::string errors_path_;
};

/// A folder of its own under the system's temporary one, removed at the end.
class scratch_folder {
  public:
    scratch_folder();
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;
    ~scratch_folder();
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Blocking requests to this machine.
class caller {
  public:
    /// The body parsed, null for an empty one; status 0 where no answer came.
    struct answer {
        int status = 0;
        boost::json::value body;
    };
    answer call(const http::request& what);
    answer call(const std::string& method, const std::string& url, const std::string& body = {});

    /// Lets so much time pass, while nothing is called.
    void pass(duration how_long);

  private:
    asio::io_context io_{1};
    native::http_client client_{io_, {.loopback_only = true}};
};

/// The mocks, with the world `agency`, and what they printed.
class mocks_program {
  public:
    explicit mocks_program(const std::string& folder, const std::string& slack_way);

    [[nodiscard]] std::string url(std::string_view vendor) const;
    [[nodiscard]] const std::string& bot_configuration() const { return configuration_; }
    [[nodiscard]] program& process() { return process_; }

  private:
    std::string configuration_;
    program process_;
    boost::json::value line_;
};

/// A bot that has said that it serves.
class bot_program {
  public:
    bot_program(const std::string& configuration, const std::string& folder);
    [[nodiscard]] program& process() { return process_; }
    [[nodiscard]] const program& process() const { return process_; }

  private:
    program process_;
};

} // namespace chatops::process_test
