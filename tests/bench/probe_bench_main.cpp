// Whether 10,000 HTTP checks are begun each second when they are due, and what a check costs: the probes of one process
// against a responder that does as little as it can, both on loopback, for 10 s; then 2,000 TCP checks each second.
// Usage: probe_bench [SECONDS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <boost/asio.hpp>
#include <unistd.h>

#include "agent/checks/probe_runner.h"
#include "tests/bench/process_cost.h"
#include "tests/bench/responder.h"

using namespace twinhelm;
using namespace twinhelm::bench;

namespace
{

using Clock = std::chrono::steady_clock;
namespace asio = boost::asio;

/// Lateness, bar of issue 5.
constexpr double mostLate = 50; // ms, 99th percentile
constexpr double leastHeld = 0.99;

double inMilliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// So many real servers, each checked once a second, their moments spread evenly over it.
class Load
{
public:
    Load(asio::io_context &io, std::vector<health::Probe> probes, int seconds)
        : io_(io), runner_(io, {}), timer_(io), probes_(std::move(probes)), handles_(probes_.size()),
          wanted_(probes_.size() * static_cast<std::size_t>(seconds)),
          every_(std::chrono::nanoseconds(std::chrono::seconds(1)) / static_cast<long>(probes_.size()))
    {
        late_.reserve(wanted_);
        took_.reserve(wanted_);
    }

    void run()
    {
        began_ = Clock::now();
        next();
        io_.run();
        lasted_ = Clock::now() - began_;
    }

    [[nodiscard]] bool report(const char *what, std::chrono::nanoseconds cost, std::chrono::nanoseconds responder)
    {
        std::sort(late_.begin(), late_.end());
        std::sort(took_.begin(), took_.end());
        const auto at = [](const std::vector<double> &sorted, double share) {
            return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * double(sorted.size())))];
        };
        const double seconds = inMilliseconds(lasted_) / 1000;
        const double rate = double(took_.size()) / seconds;
        const double due = double(probes_.size());
        const bool holds = rate >= leastHeld * due && at(late_, 0.99) <= mostLate && failed_ == 0;
        std::printf(
            "%s: %.0f of %.0f a second, %zu failed; late: p50 %.2f ms, p99 %.2f ms, most %.2f ms (bar p99 %.0f ms); "
            "took: p50 %.2f ms, p99 %.2f ms; processor: %.1f us a check (%.0f %% of one), responder %.1f us: %s\n",
            what, rate, due, failed_, at(late_, 0.5), at(late_, 0.99), late_.back(), mostLate, at(took_, 0.5),
            at(took_, 0.99), double(cost.count()) / 1000 / double(took_.size()), double(cost.count()) / 1e7 / seconds,
            double(responder.count()) / 1000 / double(took_.size()), holds ? "holds" : "MISSED");
        return holds;
    }

private:
    [[nodiscard]] Clock::time_point due(std::size_t number) const
    {
        return began_ + every_ * static_cast<long>(number);
    }

    void next()
    {
        while (started_ < wanted_ && due(started_) <= Clock::now())
            start(started_++);
        if (started_ == wanted_)
            return;
        timer_.expires_at(due(started_));
        timer_.async_wait([this](const boost::system::error_code &) { next(); });
    }

    void start(std::size_t number)
    {
        late_.push_back(inMilliseconds(Clock::now() - due(number)));
        auto &handle = handles_[number % handles_.size()];
        if (handle.running())
            ++failed_; // a second, and still not answered
        handle = runner_.start(probes_[number % probes_.size()], {}, [this](const health::Outcome &outcome) {
            failed_ += outcome.passed() ? 0 : 1;
            took_.push_back(inMilliseconds(std::chrono::duration_cast<Clock::duration>(outcome.took)));
            if (!outcome.passed() && said_++ < 3)
                std::fprintf(stderr, "%s\n", outcome.text.c_str());
        });
    }

    asio::io_context &io_;
    checks::ProbeRunner runner_;
    asio::steady_timer timer_;
    std::vector<health::Probe> probes_;
    std::vector<checks::ProbeHandle> handles_;
    std::size_t wanted_;
    std::chrono::nanoseconds every_;
    std::size_t started_ = 0;
    std::size_t failed_ = 0;
    int said_ = 0;
    Clock::time_point began_;
    Clock::duration lasted_{};
    std::vector<double> late_; ///< ms
    std::vector<double> took_; ///< ms
};

/// Addresses of their own, as real servers have.
std::vector<health::Probe> probesOf(std::size_t count, std::uint16_t port, bool http)
{
    std::vector<health::Probe> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        constexpr std::uint32_t first = 127U << 24U | 1U << 16U;
        out[i].endpoint.address = IpAddress::v4(first + static_cast<std::uint32_t>(i));
        out[i].endpoint.port = port;
        if (http) {
            health::HttpProbe probe;
            probe.urls.emplace_back().path = "/status";
            probe.urls.back().statusCodes.emplace_back();
            out[i].kind = std::move(probe);
        }
    }
    return out;
}

bool measure(const char *what, std::size_t count, bool http, int seconds)
{
    const Responder responder;
    asio::io_context io(1);
    Load load(io, probesOf(count, responder.port(), http), seconds);
    const auto before = processorTime({::getpid()});
    const auto theirs = processorTime({responder.process()});
    load.run();
    return load.report(what, processorTime({::getpid()}) - before, processorTime({responder.process()}) - theirs);
}

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    const bool http = measure("10,000 HTTP checks a second", 10'000, true, seconds);
    const bool tcp = measure("2,000 TCP checks a second", 2'000, false, seconds);
    return http && tcp ? 0 : 1;
}
