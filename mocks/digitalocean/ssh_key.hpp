// A public key that new droplets let in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chatops::mocks::digitalocean {

struct ssh_key {
    std::int64_t id = 0;
    std::string name;
    std::string public_key;
    /// `3b:16:e4:bf:8b:00:8b:b8:59:8c:a9:d3:f0:19:fa:45`: MD5 of the key's bytes.
    std::string fingerprint;
};

/// The fingerprint of `ssh-rsa AAAA… comment`; empty when that is no key. It names, and protects
/// nothing.
std::string fingerprint_of(std::string_view public_key);

} // namespace chatops::mocks::digitalocean
