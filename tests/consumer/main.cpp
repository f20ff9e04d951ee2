// The ten lines: what a project that uses the framework needs to say.
#include <chatops/chatops.hpp>

#include <cstdio>

std::string digest_elsewhere();

int main() {
    const chatops::http::request asked{.method = "GET", .url = "https://example.org/apps?page=2"};
    const bool same = digest_elsewhere() == chatops::hex(chatops::sha256("chatops"));
    std::printf("%s %s\n", std::string(asked.path()).c_str(), same ? "same" : "different");
    return asked.path() == "/apps" && same ? 0 : 1;
}
