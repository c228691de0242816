#include "tests/lab/outage_meter.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <future>
#include <system_error>

#include "tests/lab/socket.h"

namespace twinhelm::lab
{

namespace
{

sockaddr_in endpoint(const std::string &address, std::uint16_t port)
{
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    inet_pton(AF_INET, address.c_str(), &to.sin_addr);
    return to;
}

/// Receives one datagram and sends the name and the question back; the control data that came in (IP_PKTINFO) goes out
/// again, which makes the answer leave from the address that was asked.
void answerOne(int fd, const std::string &name)
{
    std::array<char, 64> question{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(in_pktinfo))> control{};
    sockaddr_in from = {};
    iovec part{question.data(), question.size()};
    msghdr message = {};
    message.msg_name = &from;
    message.msg_namelen = sizeof from;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const auto size = recvmsg(fd, &message, MSG_DONTWAIT);
    if (size < 0)
        return;
    if (auto *header = CMSG_FIRSTHDR(&message); header != nullptr) {
        in_pktinfo info = {};
        std::memcpy(&info, CMSG_DATA(header), sizeof info);
        info.ipi_spec_dst = info.ipi_addr;
        info.ipi_ifindex = 0;
        std::memcpy(CMSG_DATA(header), &info, sizeof info);
    }
    std::string answer = name + ' ' + std::string(question.data(), static_cast<std::size_t>(size));
    part = {answer.data(), answer.size()};
    sendmsg(fd, &message, MSG_DONTWAIT); // the address may have gone meanwhile
}

bool readable(int fd, std::chrono::nanoseconds wait)
{
    pollfd watched{fd, POLLIN, 0};
    const timespec limit{static_cast<time_t>(wait.count() / 1000000000), static_cast<long>(wait.count() % 1000000000)};
    return ppoll(&watched, 1, &limit, nullptr) > 0;
}

} // namespace

Responder::Responder(const Node &node, std::uint16_t port)
{
    std::promise<void> ready;
    thread_ = std::jthread([&node, port, &ready](const std::stop_token &stop) {
        try {
            node.enterNetwork();
            const Socket socket(AF_INET, SOCK_DGRAM, 0);
            socket.set(IPPROTO_IP, IP_PKTINFO, 1);
            const auto any = endpoint("0.0.0.0", port);
            if (bind(socket.fd(), reinterpret_cast<const sockaddr *>(&any), sizeof any) != 0)
                throw std::system_error(errno, std::generic_category(), "responder");
            const auto name = node.name();
            ready.set_value();
            while (!stop.stop_requested()) {
                if (readable(socket.fd(), Millis(20)))
                    answerOne(socket.fd(), name);
            }
        } catch (...) {
            ready.set_exception(std::current_exception());
        }
    });
    ready.get_future().get();
}

OutageMeter::OutageMeter(const Node &client, std::string address, std::chrono::microseconds interval,
                         std::uint16_t port)
    : address_(std::move(address))
{
    thread_ = std::jthread(
        [this, &client, port, interval](const std::stop_token &stop) { run(stop, client, port, interval); });
}

OutageMeter::~OutageMeter()
{
    thread_.request_stop();
    thread_.join();
}

void OutageMeter::run(const std::stop_token &stop, const Node &client, std::uint16_t port,
                      std::chrono::microseconds interval)
{
    client.enterNetwork();
    const Socket socket(AF_INET, SOCK_DGRAM, 0);
    const auto to = endpoint(address_, port);
    auto next = Clock::now();
    while (!stop.stop_requested()) {
        const auto question = std::to_string(askNext());
        // An address nobody holds makes this fail; that is what is being measured.
        sendto(socket.fd(), question.data(), question.size(), MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&to),
               sizeof to);
        next = std::max(next + interval, Clock::now());
        for (auto now = Clock::now(); now < next; now = Clock::now()) {
            if (!readable(socket.fd(), next - now))
                continue;
            std::array<char, 128> text{};
            const auto size = recv(socket.fd(), text.data(), text.size(), MSG_DONTWAIT);
            if (size > 0)
                take(std::string(text.data(), static_cast<std::size_t>(size)));
        }
    }
}

std::size_t OutageMeter::askNext()
{
    const std::lock_guard lock(mutex_);
    questions_.push_back({Clock::now()});
    return questions_.size() - 1;
}

/// "lb01 4711": who, and the number of the question.
void OutageMeter::take(const std::string &answer)
{
    const auto blank = answer.find(' ');
    const std::lock_guard lock(mutex_);
    answers_.push_back({Clock::now(), answer.substr(0, blank)});
    const auto number = blank == std::string::npos ? 0 : std::strtoul(answer.c_str() + blank, nullptr, 10);
    if (number < questions_.size())
        questions_[number].answered = true;
}

std::size_t OutageMeter::lost(Clock::time_point from, Clock::time_point to) const
{
    const std::lock_guard lock(mutex_);
    std::size_t count = 0;
    for (const auto &question : questions_)
        count += question.asked >= from && question.asked < to && !question.answered ? 1U : 0U;
    return count;
}

std::string OutageMeter::owner() const
{
    const std::lock_guard lock(mutex_);
    if (answers_.empty() || Clock::now() - answers_.back().received > Millis(100))
        return {};
    return answers_.back().node;
}

bool OutageMeter::waitForOwner(const std::string &node, Millis timeout) const
{
    return eventually([&] { return owner() == node; }, timeout);
}

std::optional<OutageMeter::Outage> OutageMeter::outageSince(Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    for (auto i = answers_.size(); i-- > 1 && answers_[i].received >= since;) {
        const auto &before = answers_[i - 1];
        if (before.node != answers_[i].node)
            return Outage{before.received, answers_[i].received, before.node, answers_[i].node};
    }
    return std::nullopt;
}

double OutageMeter::longestSilence(Clock::time_point from, Clock::time_point to) const
{
    const std::lock_guard lock(mutex_);
    auto last = from;
    Clock::duration longest{};
    for (const auto &answer : answers_) {
        if (answer.received < from || answer.received > to)
            continue;
        longest = std::max(longest, answer.received - last);
        last = answer.received;
    }
    longest = std::max(longest, to - last);
    return std::chrono::duration<double, std::milli>(longest).count();
}

} // namespace twinhelm::lab
