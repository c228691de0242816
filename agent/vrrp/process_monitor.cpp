#include "agent/vrrp/process_monitor.h"

#include <optional>

#include <boost/asio.hpp>

#include "agent/linux/process_list.h"
#include "agent/linux/process_news.h"
#include "agent/process/fd_watch.h"
#include "common/vrrp/process_table.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::chrono::seconds lookEvery{1};
/// A storm of processes overruns us again and again; each look through /proc costs milliseconds.
constexpr std::chrono::milliseconds lookAfterLoss{200};

} // namespace

class ProcessMonitor::Impl
{
public:
    Impl(boost::asio::io_context &io, Sink sink) : io_(io), sink_(std::move(sink)), timer_(io) {}

    void configure(const std::vector<vrrp::ProcessSettings> &processes)
    {
        names_.clear();
        told_.clear();
        std::vector<vrrp::ProcessPattern> patterns;
        for (const auto &one : processes) {
            names_.push_back(one.name);
            patterns.push_back(one.pattern);
        }
        table_ = vrrp::ProcessTable(std::move(patterns));
        if (names_.empty()) {
            stop();
            return;
        }
        // News first: what begins while the list is made is told then.
        if (!socket_)
            subscribe();
        list();
    }

private:
    void stop()
    {
        timer_.cancel();
        watch_.reset();
        socket_.reset();
    }

    void subscribe()
    {
        auto socket = ProcessNewsSocket::open();
        if (!socket) {
            lookIn(lookEvery);
            if (!std::exchange(complained_, true))
                sink_(vrrp::Trouble{"track_process", "process_news_missing",
                                    socket.error().what + "; looking through /proc once a second instead. " +
                                        socket.error().mend});
            return;
        }
        socket_.emplace(std::move(*socket));
        watch_.emplace(io_, socket_->fd(), [this] { onNews(); });
    }

    void lookIn(std::chrono::milliseconds time)
    {
        timer_.expires_after(time);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error)
                return;
            lossPending_ = false;
            list();
            if (!socket_)
                lookIn(lookEvery);
        });
    }

    void list()
    {
        table_.list(listProcesses(table_.wantsArguments()));
        tell();
    }

    void onNews()
    {
        using Kind = ProcessNews::Kind;
        for (const auto &news : socket_->read()) {
            switch (news.kind) {
            case Kind::Forked: table_.forked(news.parent, news.pid); break;
            case Kind::Ended: table_.ended(news.pid); break;
            case Kind::Changed: changed(news.pid); break;
            case Kind::Lost:
                if (!std::exchange(lossPending_, true))
                    lookIn(lookAfterLoss);
                break;
            }
        }
        tell();
    }

    void changed(pid_t pid)
    {
        if (const auto names = readProcess(pid, table_.wantsArguments()))
            table_.changed(pid, *names);
        else
            table_.ended(pid);
    }

    void tell()
    {
        const auto counts = table_.counts();
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (i < told_.size() && told_[i] == counts[i])
                continue;
            sink_(vrrp::ProcessesCounted{names_[i], counts[i]});
        }
        told_ = counts;
    }

    boost::asio::io_context &io_;
    Sink sink_;
    boost::asio::steady_timer timer_;
    std::optional<ProcessNewsSocket> socket_;
    std::optional<FdWatch> watch_;
    std::vector<std::string> names_;
    vrrp::ProcessTable table_;
    std::vector<unsigned> told_;
    bool lossPending_ = false;
    bool complained_ = false;
};

ProcessMonitor::ProcessMonitor(boost::asio::io_context &io, Sink sink)
    : impl_(std::make_unique<Impl>(io, std::move(sink)))
{
}

ProcessMonitor::~ProcessMonitor() = default;

void ProcessMonitor::configure(const std::vector<vrrp::ProcessSettings> &processes)
{
    impl_->configure(processes);
}

} // namespace twinhelm::agent
