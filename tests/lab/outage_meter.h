#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// Answers every UDP datagram in a host with the host's name and what it was asked, from the address it was sent to.
class Responder
{
public:
    explicit Responder(const Node &node, std::uint16_t port = 7007);

private:
    std::jthread thread_;
};

/// A client that asks an address again and again and notes who answered when. Its ARP cache is the kernel's own, so a
/// missing gratuitous ARP shows.
class OutageMeter
{
public:
    OutageMeter(const Node &client, std::string address, std::chrono::microseconds interval = Millis(1),
                std::uint16_t port = 7007);
    ~OutageMeter();

    struct Answer {
        Clock::time_point received;
        std::string node;
    };
    struct Outage {
        Clock::time_point lastGood;  ///< last answer of the old node
        Clock::time_point firstGood; ///< first answer of another one
        std::string from;
        std::string to;
        [[nodiscard]] double ms() const
        {
            return std::chrono::duration<double, std::milli>(firstGood - lastGood).count();
        }
    };

    /// Who answered last, if within 100 ms.
    [[nodiscard]] std::string owner() const;
    /// Waits until `node` answers; false: it did not within `timeout`.
    bool waitForOwner(const std::string &node, Millis timeout) const;
    /// The last change of owner after `since`; nothing: none yet. The truth is up to one interval shorter.
    [[nodiscard]] std::optional<Outage> outageSince(Clock::time_point since) const;
    /// How many of the questions asked in the interval have got no answer so far.
    [[nodiscard]] std::size_t lost(Clock::time_point from, Clock::time_point to) const;
    /// The longest time without any answer in the interval, in ms: both ends count.
    [[nodiscard]] double longestSilence(Clock::time_point from, Clock::time_point to) const;

private:
    void run(const std::stop_token &stop, const Node &client, std::uint16_t port, std::chrono::microseconds interval);
    std::size_t askNext();
    void take(const std::string &answer);

    std::string address_;
    mutable std::mutex mutex_;
    std::vector<Answer> answers_;
    struct Question {
        Clock::time_point asked;
        bool answered = false;
    };
    std::vector<Question> questions_;
    std::jthread thread_;
};

} // namespace twinhelm::lab
