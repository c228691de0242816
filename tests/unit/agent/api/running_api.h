#pragma once

#include <csignal>
#include <memory>
#include <thread>
#include <tuple>

#include <QTemporaryDir>

#include "agent/api/api_process.h"
#include "agent/store/identity.h"
#include "tests/unit/agent/api/fake_guardian.h"
#include "tests/unit/agent/api/test_client.h"

namespace twinhelm::test
{

/// A whole api process in a thread, between a fake guardian and the test's clients, on a loopback port of its own.
class RunningApi
{
public:
    enum class Enrolled { Yes, No };

    explicit RunningApi(Enrolled enrolled, const api::Limits &limits) : port_(freePort())
    {
        std::signal(SIGPIPE, SIG_IGN); // OpenSSL's client writes without MSG_NOSIGNAL
        if (enrolled == Enrolled::Yes)
            enrol(ca_);
        auto pair = *agent::Channel::makePair();
        guardian_ = std::make_unique<FakeGuardian>(std::move(pair.first), folder());
        api::ApiOptions options;
        options.runtimeDir = folder();
        options.stateDir = folder();
        options.listen = api::ListenAddress{"127.0.0.1", port_};
        options.limits = limits;
        thread_ = std::thread(
            [this, options, fd = pair.second.release()] { exitCode_ = api::runApi(options, agent::ChannelFd(fd)); });
    }

    ~RunningApi() { stop(); }
    RunningApi(const RunningApi &) = delete;
    RunningApi &operator=(const RunningApi &) = delete;

    /// Its exit code, once the guardian is gone.
    int stop()
    {
        guardian_->leave();
        if (thread_.joinable())
            thread_.join();
        return exitCode_;
    }

    [[nodiscard]] FakeGuardian &guardian() { return *guardian_; }
    [[nodiscard]] const TestCa &ca() const { return ca_; }
    [[nodiscard]] std::filesystem::path folder() const { return dir_.path().toStdString(); }
    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// Makes the node's identity as the desk would, signed by `ca`.
    void enrol(const TestCa &ca) const
    {
        const auto request = *store::requestIdentity(folder() / "tls", "lb01", {"127.0.0.1"});
        const auto now = WallMillis(std::time(nullptr)) * 1000;
        std::ignore = *store::installIdentity(folder() / "tls", ca.sign(request) + ca.certificate(), now);
    }

    [[nodiscard]] std::unique_ptr<TestClient> local() const
    {
        return std::make_unique<TestClient>((folder() / "api.sock").string());
    }

    [[nodiscard]] std::unique_ptr<TestClient> desk(const std::string &role) const
    {
        return std::make_unique<TestClient>(port_, ca_.certificate(), ca_.issue({"alice", role}));
    }

private:
    static std::uint16_t freePort()
    {
        const agent::FileDescriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(socket.get(), reinterpret_cast<sockaddr *>(&address), size);
        ::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&address), &size);
        return ntohs(address.sin_port);
    }

    QTemporaryDir dir_;
    std::uint16_t port_;
    TestCa ca_;
    std::unique_ptr<FakeGuardian> guardian_;
    std::thread thread_;
    int exitCode_ = -1;
};

} // namespace twinhelm::test
