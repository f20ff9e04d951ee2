// A public key that new droplets let in.
#pragma once

#include <cstdint>
#include <string>

namespace chatops::mocks::digitalocean {

struct ssh_key {
    std::int64_t id = 0;
    std::string name;
    std::string public_key;
    /// `3b:16:e4:bf:8b:00:8b:b8:59:8c:a9:d3:f0:19:fa:45`: MD5 of the key's bytes.
    std::string fingerprint;
};

} // namespace chatops::mocks::digitalocean
