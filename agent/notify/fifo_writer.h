#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "agent/linux/child_process.h"
#include "common/vrrp/node_events.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// The notification pipes and the scripts that read them. A pipe is made when there is none (mode 0600, its user's),
/// opened for reading and writing, so that a reader may come and go, and removed at the end if it was made here.
/// Never waits: a line that does not fit (nobody has read the last 64 KiB) is lost and counted; the first of a row is
/// reported as vrrp::Trouble. A reading script that ends is started again a second later.
/// Threading: the io_context's thread.
class FifoWriter
{
public:
    using OnTrouble = std::function<void(vrrp::Trouble)>;
    /// Starts a script as its user; ScriptRunner::start.
    using Start = std::function<Result<ChildProcess>(const vrrp::Command &)>;

    FifoWriter(boost::asio::io_context &io, Start start, OnTrouble onTrouble);
    ~FifoWriter();

    /// Pipes that stay are not touched: their readers notice nothing.
    void configure(const std::vector<vrrp::FifoSettings> &fifos);
    void write(const std::string &line);
    [[nodiscard]] std::uint64_t lost() const;
    /// No more lines: readers see the end of the pipe. running() says whether a script still reads.
    void close();
    /// Another process writes from now on: the pipes and what nobody has read yet stay, our reading scripts end.
    void passOn();
    [[nodiscard]] bool running() const;
    void killReaders();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
