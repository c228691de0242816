#include "agent/api/api_process.h"

#include <csignal>

#include <boost/asio.hpp>

#include "agent/api/connection_table.h"
#include "agent/api/guardian_link.h"
#include "agent/api/listeners.h"
#include "agent/api/service.h"
#include "agent/process/log.h"

namespace twinhelm::api
{

namespace
{

namespace asio = boost::asio;

class ApiProcess
{
public:
    ApiProcess(const ApiOptions &options, agent::ChannelFd channel)
        : options_(options), feed_(store::JournalReader(options.stateDir / "journal"), options.limits.tailEvents),
          table_(options.limits), guardian_(io_, std::move(channel), feed_), service_(options.limits, feed_, guardian_),
          unix_(io_, service_, table_), signals_(io_, SIGTERM, SIGHUP)
    {
        if (options.listen)
            tls_.emplace(io_, service_, table_, *options.listen, options.stateDir / "tls");
    }

    int run()
    {
        std::signal(SIGPIPE, SIG_IGN);
        if (const auto opened = unix_.open(options_.runtimeDir / "api.sock"); !opened) {
            agent::log::error(opened.error().what + ' ' + opened.error().mend);
            return 1;
        }
        if (tls_)
            tls_->start();
        guardian_.start([this] { io_.stop(); });
        waitForSignal();
        io_.run();
        return 0;
    }

private:
    void waitForSignal()
    {
        signals_.async_wait([this](const boost::system::error_code &error, int number) {
            if (error)
                return;
            if (number == SIGTERM) {
                io_.stop();
                return;
            }
            if (tls_)
                tls_->reloadIdentity();
            waitForSignal();
        });
    }

    ApiOptions options_;
    Feed feed_;
    // Connections that are open at the end are destroyed with the io_context and give back their place in the table.
    ConnectionTable table_;
    asio::io_context io_{1};
    GuardianLink guardian_;
    Service service_;
    UnixListener unix_;
    std::optional<TlsListener> tls_;
    asio::signal_set signals_;
};

} // namespace

int runApi(const ApiOptions &options, agent::ChannelFd channel)
{
    return ApiProcess(options, std::move(channel)).run();
}

} // namespace twinhelm::api
