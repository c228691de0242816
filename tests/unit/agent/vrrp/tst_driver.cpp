#include <QtTest>

#include "agent/vrrp/driver.h"
#include "tests/fakes/fake_ports.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

/// The owner of its address is master at once: every kind of action within one step.
vrrp::NodeSettings owner()
{
    vrrp::InstanceSettings instance;
    instance.name = "VI_1";
    instance.interface = "eth0";
    instance.virtualRouterId = Vrid{51};
    instance.priority = priorityOwner;
    instance.addresses.emplace_back();
    instance.addresses.back().prefix = *Prefix::parse("10.0.0.3/24");
    instance.notify.any = vrrp::Command{{"/bin/notify"}, {}, {}};
    instance.notify.fifo = instance.notify.mail = true;
    instance.trackScripts.push_back({"check", 10, false});
    vrrp::NodeSettings out;
    out.routerId = "lb01";
    out.instances.push_back(instance);
    vrrp::ScriptSettings script;
    script.name = "check";
    script.command.argv = {"/bin/check"};
    script.weight = 10;
    out.scripts.push_back(script);
    return out;
}

vrrp::InterfaceChanged eth0(bool up = true)
{
    return {{.name = "eth0", .exists = true, .up = up, .mtu = 1500, .addresses = {*IpAddress::parse("10.0.0.1")}}};
}

struct Bench {
    FakePorts ports;
    TimePoint now{std::chrono::seconds(100)};
    Driver driver{owner(), {ports, ports, ports, ports}, [this] { return now; }};

    void start()
    {
        driver.handle(eth0());
        driver.handle(vrrp::Startup{});
    }
    [[nodiscard]] std::ptrdiff_t at(const std::string &call) const
    {
        const auto found = std::find(ports.calls.begin(), ports.calls.end(), call);
        return found == ports.calls.end() ? -1 : found - ports.calls.begin();
    }
};

} // namespace

class tst_Driver : public QObject
{
    Q_OBJECT

private slots:
    void everyActionReachesItsPort();
    void actionsKeepTheirOrder();
    void manyPacketsLeaveWithOneCall();
    void packetsAreReceivedInPlace();
    void theKernelsAnswerReachesTheNode();
    void theKernelsRefusalReachesTheNode();
    void anEventFromWithinAPortWaitsItsTurn();
    void theDeadlineComesFromTheNode();
    void shutdownSaysPriorityZeroBeforeTheAddressesGo();
};

void tst_Driver::everyActionReachesItsPort()
{
    Bench bench;
    bench.start();
    for (const char *call :
         {"open eth0", "run check", "send VI_1", "add VI_1", "announce VI_1", "publish VI_1", "notify VI_1",
          "write INSTANCE \"VI_1\" MASTER 255\n", "mail VRRP Instance VI_1 - Entering MASTER state"})
        QVERIFY2(bench.at(call) >= 0, call);
    bench.driver.handle(vrrp::Shutdown{});
    QVERIFY(bench.at("remove VI_1") >= 0);
    QVERIFY(bench.at("close eth0") >= 0);
}

void tst_Driver::actionsKeepTheirOrder()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.at("open eth0") < bench.at("send VI_1"));
    QVERIFY(bench.at("send VI_1") < bench.at("add VI_1"));
    QVERIFY(bench.at("add VI_1") < bench.at("announce VI_1"));
}

void tst_Driver::manyPacketsLeaveWithOneCall()
{
    auto settings = owner();
    for (std::uint8_t id = 52; id < 60; ++id) {
        settings.instances.push_back(settings.instances.front());
        settings.instances.back().name = "VI_" + std::to_string(id);
        settings.instances.back().virtualRouterId = Vrid{id};
    }
    FakePorts ports;
    TimePoint now{std::chrono::seconds(100)};
    Driver driver(settings, {ports, ports, ports, ports}, [&] { return now; });
    driver.handle(eth0());
    driver.handle(vrrp::Startup{});
    ports.calls.clear();
    ports.sendings = 0;
    now += settings.instances.front().advertInterval;
    driver.handle(vrrp::DeadlineReached{});
    QCOMPARE(
        std::count_if(ports.calls.begin(), ports.calls.end(), [](const auto &one) { return one.starts_with("send"); }),
        std::ptrdiff_t{9});
    QCOMPARE(ports.sendings, 1);
}

void tst_Driver::packetsAreReceivedInPlace()
{
    Bench bench;
    bench.start();
    const auto received = [&] { return bench.driver.node().status().instances.front().counters.badLength; };
    std::vector<vrrp::PacketReceived> packets(3);
    for (auto &packet : packets) {
        packet.interface = "eth0";
        packet.source = *IpAddress::parse("10.0.0.2");
        packet.destination = *IpAddress::parse("224.0.0.18");
        packet.bytes = {0x21, 51};
    }
    bench.driver.receive(packets);
    QCOMPARE(received(), std::uint64_t{3});
    QVERIFY(bench.at("publish VI_1") >= 0);
    bench.driver.handle(vrrp::Shutdown{}); // and it goes on
    QVERIFY(bench.at("remove VI_1") >= 0);
}

void tst_Driver::theKernelsAnswerReachesTheNode()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.driver.node().status().instances.front().addressesPresent);
}

void tst_Driver::theKernelsRefusalReachesTheNode()
{
    Bench bench;
    bench.ports.addError = "10.0.0.3/24 on eth0: Operation not permitted";
    bool troubled = false;
    bench.ports.onPublish = [&](const vrrp::Publish &news) {
        troubled = troubled || news.kind == vrrp::ChangeKind::AddressTrouble;
    };
    bench.start();
    QVERIFY(troubled);
    QVERIFY(!bench.driver.node().status().instances.front().addressesPresent);
}

void tst_Driver::anEventFromWithinAPortWaitsItsTurn()
{
    Bench bench;
    bool told = false;
    bench.ports.onPublish = [&](const vrrp::Publish &) {
        if (!std::exchange(told, true))
            bench.driver.handle(vrrp::Shutdown{});
    };
    bench.start();
    QVERIFY(told);
    QVERIFY(bench.at("announce VI_1") < bench.at("remove VI_1"));
    QCOMPARE(bench.driver.node().status().instances.front().state, vrrp::State::Stopped);
}

void tst_Driver::theDeadlineComesFromTheNode()
{
    Bench bench;
    bench.start();
    const auto before = std::count(bench.ports.calls.begin(), bench.ports.calls.end(), "send VI_1");
    QVERIFY(bench.driver.node().nextDeadline().has_value());
    bench.now += std::chrono::seconds(1);
    bench.driver.handle(vrrp::DeadlineReached{});
    QCOMPARE(std::count(bench.ports.calls.begin(), bench.ports.calls.end(), "send VI_1"), before + 1);
}

void tst_Driver::shutdownSaysPriorityZeroBeforeTheAddressesGo()
{
    Bench bench;
    bench.start();
    bench.ports.calls.clear();
    bench.driver.handle(vrrp::Shutdown{});
    QCOMPARE(bench.at("send VI_1"), std::ptrdiff_t{0});
    QVERIFY(bench.at("remove VI_1") > 0);
}

QTEST_GUILESS_MAIN(tst_Driver)
#include "tst_driver.moc"
