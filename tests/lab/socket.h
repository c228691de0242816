#pragma once

#include <cerrno>
#include <string>
#include <system_error>

#include <sys/socket.h>
#include <unistd.h>

namespace twinhelm::lab
{

/// A socket that is closed when it goes out of scope. Lives in the network of the thread that makes it.
class Socket
{
public:
    Socket(int family, int type, int protocol) : fd_(::socket(family, type | SOCK_CLOEXEC, protocol))
    {
        if (fd_ < 0)
            throw std::system_error(errno, std::generic_category(), "socket");
    }
    ~Socket() { ::close(fd_); }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    [[nodiscard]] int fd() const { return fd_; }
    template<typename Value>
    void set(int level, int option, const Value &value) const
    {
        if (::setsockopt(fd_, level, option, &value, sizeof value) != 0)
            throw std::system_error(errno, std::generic_category(), "setsockopt " + std::to_string(option));
    }

private:
    int fd_;
};

} // namespace twinhelm::lab
