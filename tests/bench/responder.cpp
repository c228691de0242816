#include "tests/bench/responder.h"

#include <array>
#include <csignal>
#include <stdexcept>
#include <string_view>

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace twinhelm::bench
{

namespace
{

constexpr std::string_view answer = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";
constexpr int queue = 16'384;

void watch(int epoll, int descriptor)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void acceptAll(int listener, int epoll)
{
    while (true) {
        const int one = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (one < 0)
            return;
        watch(epoll, one);
    }
}

/// A request comes in one piece here; an end without one is a TCP check.
void answerOne(int connection)
{
    std::array<char, 2048> buffer{};
    if (::recv(connection, buffer.data(), buffer.size(), 0) > 0 &&
        ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
        (void)0; // it has left: nothing to do
    ::close(connection);
}

[[noreturn]] void serve(int listener)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    watch(epoll, listener);
    std::array<epoll_event, 256> events{};
    while (true) {
        const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == listener)
                acceptAll(listener, epoll);
            else
                answerOne(descriptor);
        }
    }
}

} // namespace

Responder::Responder(std::uint16_t port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    if (listener < 0 || ::bind(listener, reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        ::listen(listener, queue) != 0 || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("the responder cannot listen");
    port_ = ntohs(address.sin_port);
    process_ = ::fork();
    if (process_ == 0)
        serve(listener);
    ::close(listener);
    if (process_ < 0)
        throw std::runtime_error("the responder cannot be started");
}

Responder::~Responder()
{
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

} // namespace twinhelm::bench
