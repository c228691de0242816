#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include <boost/asio/any_io_executor.hpp>

namespace twinhelm::api
{

/// Ends a wait that lasts too long: `cut` is called when the time is up, and passed() stays true until the next
/// in(). The coroutine that was waiting sees its operation cancelled and asks passed() why. Threading: one thread.
class Deadline
{
public:
    Deadline(const boost::asio::any_io_executor &executor, std::function<void()> cut);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    void in(std::chrono::milliseconds time);
    void off();
    [[nodiscard]] bool passed() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace twinhelm::api
