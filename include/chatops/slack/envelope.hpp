// What a Socket Mode connection carries: one delivery, to be acknowledged by its id.
#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace chatops::slack {

/// A delivery that came over a connection opened with our own app token, which is what makes it
/// authentic: only the protocol, reading a connection's frames, makes one.
class envelope {
  public:
    [[nodiscard]] const std::string& id() const { return id_; }
    /// `events_api`, `slash_commands`, `interactive`.
    [[nodiscard]] const std::string& type() const { return type_; }
    /// What an HTTP delivery would have as its body.
    [[nodiscard]] const boost::json::object& payload() const { return payload_; }
    /// Whether the acknowledgement may carry what the response would have as its body.
    [[nodiscard]] bool accepts_response_payload() const { return accepts_response_payload_; }
    /// 0 for the first delivery.
    [[nodiscard]] std::int64_t retry_attempt() const { return retry_attempt_; }

  private:
    friend class socket_protocol;
    envelope(std::string id, std::string type, boost::json::object payload,
             bool accepts_response_payload, std::int64_t retry_attempt)
        : id_(std::move(id)), type_(std::move(type)), payload_(std::move(payload)),
          accepts_response_payload_(accepts_response_payload), retry_attempt_(retry_attempt) {}

    std::string id_;
    std::string type_;
    boost::json::object payload_;
    bool accepts_response_payload_ = false;
    std::int64_t retry_attempt_ = 0;
};

} // namespace chatops::slack
