#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace twinhelm::desk
{

/// Makes blocking SSH calls end: by cancel(), or when their time is up. libssh's blocking calls know neither, so
/// both shut down the sockets of the connection, upon which every waiting call fails at once.
/// Threading: cancel() from any thread; the rest from the thread that does the blocking calls.
class Interrupt
{
public:
    enum class Reason { None, Cancelled, TimedOut };

    Interrupt() = default;
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    /// Sockets that the running call may wait for. A socket is detached before it is closed, since its number is
    /// reused.
    void attach(int socket);
    void detach(int socket);

    /// Ends the running call, if any.
    void cancel();
    [[nodiscard]] Reason reason() const;
    /// Sleeps at most `span`, less when the call is to end.
    void waitFor(std::chrono::milliseconds span);

    /// One blocking call with its time limit. The reason of the one before is forgotten.
    class Limit
    {
    public:
        Limit(Interrupt &interrupt, std::chrono::milliseconds span);
        ~Limit();
        Limit(const Limit &) = delete;
        Limit &operator=(const Limit &) = delete;

    private:
        Interrupt &interrupt_;
    };

    /// The clock stands still while a person thinks.
    class Pause
    {
    public:
        explicit Pause(Interrupt &interrupt);
        ~Pause();
        Pause(const Pause &) = delete;
        Pause &operator=(const Pause &) = delete;

    private:
        Interrupt &interrupt_;
        std::optional<std::chrono::nanoseconds> left_;
    };

private:
    using Clock = std::chrono::steady_clock;
    void setDeadline(std::optional<Clock::time_point> deadline); ///< mutex_ is held
    void end(Reason reason);                                     ///< mutex_ is held
    void watch();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::thread watchdog_; ///< started with the first limit
    std::set<int> sockets_;
    std::optional<Clock::time_point> deadline_;
    Reason reason_ = Reason::None;
    bool running_ = false; ///< a Limit exists
    bool quit_ = false;
};

} // namespace twinhelm::desk
