#pragma once

#include "chatops/operations/public_key.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string typed_key(const std::vector<std::string>& words) {
    std::string key;
    for (const std::string& each : words) key += (key.empty() ? "" : " ") + each;
    return key;
}

CHATOPS_INLINE std::string core_of(const std::string& public_key) {
    return public_key.substr(0, public_key.find(' ', public_key.find(' ') + 1));
}

CHATOPS_INLINE bool is_private_key(const std::string& typed) {
    return typed.find("PRIVATE KEY") != std::string::npos;
}

CHATOPS_INLINE reply told_a_private_key() {
    reply answer = reply::bad("Nothing was added: that is a private key, and now others know it");
    return answer.add(text_part{"Make a new one, and delete this message. What is added is the "
                                "public key, in the file that ends in .pub."});
}

} // namespace chatops::operations
