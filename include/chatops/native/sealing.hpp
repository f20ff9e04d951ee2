// Sealing with AES-256-GCM, by a key that is derived and never stored.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/sealer.hpp"

namespace chatops::native {

/// Seals with a key derived from the credentials (HKDF-SHA-256, RFC 5869), so that a copy of the
/// database alone opens nothing.
///
/// The text is `v1.` and base64url of nonce (12 bytes, random), ciphertext and tag (16 bytes). When
/// the credentials change, what was sealed before does not open any more. Throws
/// `std::runtime_error` when OpenSSL fails.
class gcm_sealer final : public sealer {
  public:
    /// `credentials` must not be empty; the bot gives its signing secret.
    explicit gcm_sealer(const secret& credentials);

    std::string seal(const secret& what, std::string_view purpose) override;
    std::optional<secret> open(std::string_view sealed, std::string_view purpose) override;

  private:
    secret key_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/sealing.ipp")
