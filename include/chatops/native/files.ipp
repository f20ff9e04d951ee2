#pragma once

#include "chatops/native/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace chatops::native {

namespace detail {

/// An open file that is closed when this ends.
class open_file {
  public:
    explicit open_file(int number) : number_(number) {}
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;
    ~open_file() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

  private:
    int number_;
};

inline mistake file_mistake(const char* code, const std::string& path, const std::string& what) {
    mistake made;
    made.code = code;
    made.message = path + ": " + what;
    return made;
}

/// `std::strerror` without its shared buffer.
inline std::string reason(int error) { return std::generic_category().message(error); }

inline bool write_whole(int number, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::write(number, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return ::fsync(number) == 0;
}

} // namespace detail

CHATOPS_INLINE result<std::string> read_file(const std::string& path, std::size_t limit) {
    const detail::open_file file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
        const int why = errno;
        return detail::file_mistake(why == ENOENT ? "file_not_found" : "file_not_readable", path,
                                    detail::reason(why));
    }
    std::string bytes;
    char piece[16 << 10];
    for (;;) {
        const ssize_t count = ::read(file.number(), piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            return detail::file_mistake("file_not_readable", path, detail::reason(errno));
        if (count == 0) return bytes;
        bytes.append(piece, static_cast<std::size_t>(count));
        if (bytes.size() > limit)
            return detail::file_mistake("file_too_large", path,
                                        "larger than " + std::to_string(limit) + " bytes");
    }
}

CHATOPS_INLINE result<void> write_private_file(const std::string& path, const std::string& bytes) {
    const std::string beside = path + ".new";
    ::unlink(beside.c_str());
    int why = 0;
    {
        const detail::open_file file(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!file.is_open() || !detail::write_whole(file.number(), bytes)) why = errno;
    }
    if (why == 0 && ::rename(beside.c_str(), path.c_str()) == 0) return {};
    if (why == 0) why = errno;
    ::unlink(beside.c_str());
    return detail::file_mistake("file_not_writable", path, detail::reason(why));
}

} // namespace chatops::native
