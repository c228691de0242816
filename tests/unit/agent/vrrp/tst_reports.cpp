#include <QtTest>

#include "agent/vrrp/event_report.h"
#include "agent/vrrp/status_report.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_Reports : public QObject
{
    Q_OBJECT

private slots:
    void anInstanceIsReportedWithBothClocks();
    void addressesAreLookedUpWhereTheyBelong();
    void everyKindOfNewsHasItsOwnEventKind_data();
    void everyKindOfNewsHasItsOwnEventKind();
    void aFaultIsAnError();
};

namespace
{

vrrp::NodeSettings settings()
{
    vrrp::InstanceSettings instance;
    instance.name = "VI_1";
    instance.interface = "eth0";
    instance.virtualRouterId = Vrid{51};
    instance.version = vrrp::Version::V3;
    instance.addresses.emplace_back();
    instance.addresses.back().prefix = *Prefix::parse("10.0.0.3/24");
    instance.excludedAddresses.emplace_back();
    instance.excludedAddresses.back().prefix = *Prefix::parse("10.0.1.3/32");
    instance.excludedAddresses.back().device = "eth1";
    vrrp::NodeSettings out;
    out.routerId = "lb01";
    out.instances.push_back(instance);
    return out;
}

} // namespace

void tst_Reports::anInstanceIsReportedWithBothClocks()
{
    vrrp::NodeStatus status;
    vrrp::InstanceStatus one;
    one.name = "VI_1";
    one.state = vrrp::State::Backup;
    one.since = TimePoint(std::chrono::seconds(40));
    one.lastAdvertHeard = TimePoint(std::chrono::milliseconds(99'750));
    one.masterAddress = IpAddress::parse("10.0.0.2");
    one.counters.badTtl = 7;
    one.counters.sendFailed = 3;
    status.unknownRouter = 4;
    status.unreadable = 5;
    status.instances.push_back(one);
    const ReportContext context{TimePoint(std::chrono::seconds(100)),
                                1'000'000,
                                [](const auto &, const auto &) { return false; },
                                {.unreadable = 6, .overruns = 2}};
    const auto state = reportStatus(settings(), status, context);
    QCOMPARE(state.instances.size(), std::size_t{1});
    const auto &reported = state.instances.front();
    QCOMPARE(reported.state, std::string("BACKUP"));
    QCOMPARE(reported.since, WallMillis{1'000'000 - 60'000});
    QCOMPARE(*reported.lastAdvertAgeMs, std::int64_t{250});
    QCOMPARE(reported.masterAddress, std::string("10.0.0.2"));
    QCOMPARE(reported.version, 3);
    QCOMPARE(reported.virtualRouterId, 51);
    QCOMPARE(reported.counters.at("bad_ttl"), std::uint64_t{7});
    QCOMPARE(reported.counters.at("adverts_sent"), std::uint64_t{0});
    QCOMPARE(reported.counters.at("send_failed"), std::uint64_t{3});
    const std::map<std::string, std::uint64_t> ofTheNode{
        {"unknown_router", 4}, {"unreadable", 11}, {"netlink_overruns", 2}};
    QCOMPARE(state.counters, ofTheNode);
}

void tst_Reports::addressesAreLookedUpWhereTheyBelong()
{
    vrrp::NodeStatus status;
    status.instances.emplace_back();
    status.instances.back().name = "VI_1";
    const ReportContext context{
        {}, 0, [](const std::string &interface, const Prefix &) { return interface == "eth1"; }};
    const auto addresses = reportStatus(settings(), status, context).instances.front().addresses;
    QCOMPARE(addresses.size(), std::size_t{2});
    QVERIFY(!addresses[0].present);
    QVERIFY(!addresses[0].excluded);
    QCOMPARE(addresses[0].device, std::string("eth0"));
    QVERIFY(addresses[1].present);
    QVERIFY(addresses[1].excluded);
}

void tst_Reports::everyKindOfNewsHasItsOwnEventKind_data()
{
    using vrrp::ChangeKind;
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("kind");
    const std::pair<ChangeKind, const char *> rows[] = {
        {ChangeKind::StateChanged, "vrrp.state"},      {ChangeKind::PriorityChanged, "vrrp.priority"},
        {ChangeKind::TrackerChanged, "vrrp.tracker"},  {ChangeKind::PacketRejected, "vrrp.packet"},
        {ChangeKind::AddressTrouble, "vrrp.address"},  {ChangeKind::SendTrouble, "vrrp.send"},
        {ChangeKind::Trouble, "vrrp.trouble"},         {ChangeKind::PeerChanged, "vrrp.peer"},
        {ChangeKind::Conflict, "vrrp.conflict"},       {ChangeKind::HoldChanged, "operator.handover"},
        {ChangeKind::ConfigApplied, "config.applied"},
    };
    for (const auto &[change, kind] : rows)
        QTest::addRow("%s", kind) << static_cast<int>(change) << kind;
}

void tst_Reports::everyKindOfNewsHasItsOwnEventKind()
{
    QFETCH(int, change);
    QFETCH(QString, kind);
    vrrp::Publish news;
    news.kind = static_cast<vrrp::ChangeKind>(change);
    QCOMPARE(QString::fromStdString(reportEvent(news).kind), kind);
}

void tst_Reports::aFaultIsAnError()
{
    vrrp::Publish news{vrrp::ChangeKind::StateChanged,
                       "VI_1",
                       false,
                       vrrp::State::Master,
                       vrrp::State::Fault,
                       100,
                       "link_down",
                       "gone"};
    const auto event = reportEvent(news);
    QCOMPARE(event.severity, std::string("error"));
    QCOMPARE(event.details.at("from"), std::string("MASTER"));
    QCOMPARE(event.details.at("to"), std::string("FAULT"));
    QCOMPARE(event.details.at("priority"), std::string("100"));
    news.to = vrrp::State::Backup;
    QCOMPARE(reportEvent(news).severity, std::string("notice"));
}

QTEST_GUILESS_MAIN(tst_Reports)
#include "tst_reports.moc"
