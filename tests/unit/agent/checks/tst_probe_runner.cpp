#include <QtTest>

#include <csignal>
#include <fstream>

#include <boost/asio.hpp>
#include <sys/resource.h>

#include "agent/checks/run_once.h"
#include "tests/fakes/fault_server.h"
#include "tests/support/probes.h"

using namespace twinhelm;
using namespace twinhelm::test;
using namespace twinhelm::checks;
using namespace std::chrono_literals;
using health::Outcome;
using health::Reason;

class TestProbeRunner : public QObject
{
    Q_OBJECT

    static void expect(const Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason, outcome.text.c_str());
    }

private slots:
    void tcp()
    {
        const FaultServer server(plays::silent());
        const auto good = runOnce(probeOf(server.port(), health::TcpProbe{}), {}, {.keepSteps = true});
        expect(good, Reason::Answered);
        QVERIFY2(good.text.find(" was accepted (after ") != std::string::npos, good.text.c_str());
        QCOMPARE(good.steps.size(), std::size_t{1});
        const auto bad = runOnce(probeOf(FaultServer::closedPort(), health::TcpProbe{}), {}, {});
        expect(bad, Reason::ConnectRefused);
    }

    void file()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("weight")).toStdString();
        const auto ask = [&](int weight) {
            return runOnce(probeOf(0, health::FileProbe{path, weight, false}), {}, {});
        };
        QCOMPARE(ask(2).weight, std::optional(0)); // not there: 0, as for keepalived
        std::ofstream(path) << "-3\n";
        QCOMPARE(ask(2).weight, std::optional(-6));
        expect(ask(0), Reason::BadStatus);
        std::ofstream(path) << "0\n";
        expect(ask(0), Reason::Answered);
    }

    void bfdSaysThatItCannot() { expect(runOnce(probeOf(0, health::BfdProbe{"b1"}), {}, {}), Reason::CannotRun); }

    /// What is wrong on this node says nothing about a server.
    void ownTrouble()
    {
        const FaultServer server(plays::silent());
        auto probe = probeOf(server.port(), health::TcpProbe{});
        probe.endpoint.bindAddress = IpAddress::parse("192.0.2.77");
        const auto address = runOnce(probe, {}, {});
        expect(address, Reason::CannotRun);
        QVERIFY2(address.text.find("192.0.2.77: that address is not on this node") != std::string::npos,
                 address.text.c_str());
        probe.endpoint.bindAddress = IpAddress::parse("::1");
        expect(runOnce(probe, {}, {}), Reason::CannotRun);
        probe.endpoint.bindAddress.reset();
        probe.endpoint.bindInterface = "nosuchif0";
        const auto interface = runOnce(probe, {}, {});
        expect(interface, Reason::CannotRun);
        QVERIFY2(interface.text.find("nosuchif0") != std::string::npos, interface.text.c_str());
    }

    void boundWhereItIsTold()
    {
        const FaultServer server(plays::silent());
        auto probe = probeOf(server.port(), health::TcpProbe{});
        probe.endpoint.bindAddress = IpAddress::parse("127.0.0.9");
        expect(runOnce(probe, {}, {}), Reason::Answered);
        probe.endpoint.bindPort = FaultServer::closedPort();
        expect(runOnce(probe, {}, {}), Reason::Answered);
    }

    void deadlines()
    {
        auto probe = probeOf(80, health::TcpProbe{});
        probe.timing.connectTimeout = 5s;
        probe.timing.delayLoop = 6s;
        QCOMPARE(deadlineOf(probe), Duration(5s));
        auto http = httpOf("/");
        probe.kind = http;
        QCOMPARE(deadlineOf(probe), Duration(10s));
        http.urls.resize(3);
        probe.kind = http;
        QCOMPARE(deadlineOf(probe), Duration(30s));
        probe.timing.delayLoop = 60s;
        QCOMPARE(deadlineOf(probe), Duration(60s));
        probe.kind = health::SmtpProbe{};
        QCOMPARE(deadlineOf(probe), Duration(60s));
        health::MiscProbe misc;
        misc.timeout = 7s;
        probe.kind = misc;
        QCOMPARE(deadlineOf(probe), Duration(7s));
    }

    void ownDeadline()
    {
        const FaultServer server(plays::silent());
        auto probe = probeOf(server.port(), httpOf("/"));
        probe.timing.connectTimeout = 60s;
        const auto outcome = runOnce(probe, {}, {.deadline = 80ms});
        expect(outcome, Reason::ReplyTimedOut);
        QVERIFY(outcome.took >= 80ms && outcome.took < 1s);
    }

    void neverFromWithinStart()
    {
        boost::asio::io_context io;
        ProbeRunner runner(io, {});
        int called = 0;
        const auto handle = runner.start(probeOf(0, health::BfdProbe{"b"}), {}, [&](const Outcome &) { ++called; });
        QCOMPARE(called, 0);
        QVERIFY(handle.running());
        io.run();
        QCOMPARE(called, 1);
        QVERIFY(!handle.running());
        QCOMPARE(runner.running(), std::size_t{0});
    }

    void droppedHandlesAreSilent()
    {
        const FaultServer server(plays::silent());
        boost::asio::io_context io;
        ProbeRunner runner(io, {});
        int called = 0;
        {
            const auto handle =
                runner.start(probeOf(server.port(), httpOf("/")), {}, [&](const Outcome &) { ++called; });
            io.run_one();
            QCOMPARE(runner.running(), std::size_t{1});
        }
        io.run_for(100ms);
        QCOMPARE(called, 0);
        QCOMPARE(runner.running(), std::size_t{0});
    }

    void handlesOutliveTheRunner()
    {
        const FaultServer server(plays::silent());
        boost::asio::io_context io;
        ProbeHandle handle;
        int called = 0;
        {
            ProbeRunner runner(io, {});
            handle = runner.start(probeOf(server.port(), httpOf("/")), {}, [&](const Outcome &) { ++called; });
            io.poll();
        }
        QVERIFY(!handle.running());
        io.run_for(50ms);
        QCOMPARE(called, 0);
    }

    void theCallbackMayDropItsHandle()
    {
        boost::asio::io_context io;
        ProbeRunner runner(io, {});
        ProbeHandle handle;
        bool called = false;
        handle = runner.start(probeOf(FaultServer::closedPort(), health::TcpProbe{}), {}, [&](const Outcome &) {
            called = true;
            handle = {};
        });
        io.run();
        QVERIFY(called);
    }

    /// More probes than places: all are run, and never more at once.
    void waitsForAPlace()
    {
        const FaultServer server(plays::answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        boost::asio::io_context io;
        ProbeContext context;
        context.mostAtOnce = 3;
        ProbeRunner runner(io, context);
        std::vector<ProbeHandle> handles;
        int passed = 0;
        std::size_t most = 0;
        for (int i = 0; i < 40; ++i) {
            handles.push_back(runner.start(probeOf(server.port(), httpOf("/")), {}, [&](const Outcome &outcome) {
                passed += outcome.passed() ? 1 : 0;
                most = std::max(most, runner.running());
            }));
        }
        QCOMPARE(runner.running(), std::size_t{3});
        QCOMPARE(runner.waiting(), std::size_t{37});
        handles[20] = {}; // gives its place away before it has one
        QCOMPARE(runner.waiting(), std::size_t{36});
        io.run();
        QCOMPARE(passed, 39);
        QVERIFY(most <= 3);
    }

    void firstComeFirstServed()
    {
        boost::asio::io_context io;
        ProbeContext context;
        context.mostAtOnce = 1;
        ProbeRunner runner(io, context);
        std::vector<ProbeHandle> handles;
        std::vector<int> order;
        std::vector<int> expected;
        const auto probe = probeOf(FaultServer::closedPort(), health::TcpProbe{});
        for (int i = 0; i < 20; ++i) {
            handles.push_back(runner.start(probe, {}, [&, i](const Outcome &) { order.push_back(i); }));
            expected.push_back(i);
        }
        io.run();
        QCOMPARE(order, expected);
    }

    /// No descriptors left: the probe says so, and the next one works again.
    void withoutDescriptors()
    {
        const FaultServer server(plays::silent());
        boost::asio::io_context io;
        ProbeRunner runner(io, {});
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        const rlimit none{0, before.rlim_max};
        std::optional<Outcome> outcome;
        const auto probe = probeOf(server.port(), health::TcpProbe{});
        auto handle = runner.start(probe, {}, [&](Outcome one) { outcome = std::move(one); });
        ::setrlimit(RLIMIT_NOFILE, &none);
        io.run();
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(outcome.has_value());
        expect(*outcome, Reason::CannotRun);
        QVERIFY2(outcome->text.find("Too many open files") != std::string::npos, outcome->text.c_str());
        outcome.reset();
        handle = runner.start(probe, {}, [&](Outcome one) { outcome = std::move(one); });
        io.restart();
        io.run();
        expect(outcome.value(), Reason::Answered);
    }

    /// Connections come faster than they are taken: none of them is lost, and none waits beyond its limit.
    void connectionFlood()
    {
        const FaultServer server(plays::answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        boost::asio::io_context io;
        ProbeRunner runner(io, {});
        std::vector<ProbeHandle> handles;
        int passed = 0;
        auto probe = probeOf(server.port(), httpOf("/"));
        probe.timing.connectTimeout = 5s;
        for (int i = 0; i < 300; ++i)
            handles.push_back(
                runner.start(probe, {}, [&](const Outcome &outcome) { passed += outcome.passed() ? 1 : 0; }));
        io.run();
        QCOMPARE(passed, 300);
    }
};

QTEST_APPLESS_MAIN(TestProbeRunner)
#include "tst_probe_runner.moc"
