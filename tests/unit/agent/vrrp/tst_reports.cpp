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
    void theCauseIsReportedWithItsFacts();
    void intervalsAreReportedWithTheHeadroom();
    void trackedFilesAndProcessesSayWhatTheyCountFor();
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
                                {.unreadable = 6, .overruns = 2},
                                {.fifoLinesLost = 8, .mailsLost = 9, .mailsWaiting = 10}};
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
    const std::map<std::string, std::uint64_t> ofTheNode{{"unknown_router", 4},   {"unreadable", 11},
                                                         {"netlink_overruns", 2}, {"fifo_lines_lost", 8},
                                                         {"mails_lost", 9},       {"mails_waiting", 10}};
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
        {ChangeKind::ConfigApplied, "config.applied"}, {ChangeKind::Stalled, "vrrp.stall"},
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

void tst_Reports::theCauseIsReportedWithItsFacts()
{
    using namespace std::chrono_literals;
    const auto peer = *IpAddress::parse("10.0.0.2");
    const vrrp::cause::MissedAdverts facts{peer, Priority{150}, 3, 3609ms};
    vrrp::Publish news;
    news.to = vrrp::State::Master;
    news.cause = "master_down";
    news.text = "taking over";
    news.facts = facts;
    const auto why = reportEvent(news).why;
    QVERIFY(why);
    QCOMPARE(why->kind, std::string("missed_adverts"));
    QCOMPARE(why->word, std::string("master_down"));
    QCOMPARE(why->text, std::string("taking over"));
    QCOMPARE(why->peer, std::string("10.0.0.2"));
    QCOMPARE(*why->peerPriority, 150);
    QCOMPARE(*why->missedAdverts, std::int64_t{3});
    QCOMPARE(*why->silenceMs, std::int64_t{3609});
    news.facts = vrrp::cause::Script{"check_web", false, "failed", 7, "refused"};
    const auto script = reportEvent(news).why;
    QCOMPARE(script->script, std::string("check_web"));
    QCOMPARE(*script->exitCode, 7);
    QCOMPARE(script->output, std::string("refused"));
    news.kind = vrrp::ChangeKind::PeerChanged;
    QVERIFY(!reportEvent(news).why);

    vrrp::NodeStatus status;
    auto &one = status.instances.emplace_back();
    one.name = "VI_1";
    one.lastTransition = vrrp::Transition{TimePoint(40s),
                                          vrrp::State::Master,
                                          vrrp::State::Backup,
                                          {"stalled", "stood still", vrrp::cause::Stall{5s, peer}}};
    const ReportContext context{TimePoint(100s), 1'000'000, [](const auto &, const auto &) { return false; }};
    const auto last = reportStatus(settings(), status, context).instances.front().lastTransition;
    QVERIFY(last);
    QCOMPARE(last->when, WallMillis{940'000});
    QCOMPARE(last->from, std::string("MASTER"));
    QCOMPARE(last->to, std::string("BACKUP"));
    QCOMPARE(*last->cause.stallMs, std::int64_t{5000});
}

void tst_Reports::intervalsAreReportedWithTheHeadroom()
{
    using namespace std::chrono_literals;
    vrrp::NodeStatus status;
    auto &one = status.instances.emplace_back();
    one.name = "VI_1";
    one.masterDownInterval = 3609ms;
    const ReportContext context{{}, 0, [](const auto &, const auto &) { return false; }};
    QVERIFY(!reportStatus(settings(), status, context).instances.front().advertIntervals);
    one.advertIntervals.add(1s);
    one.advertIntervals.add(2500ms);
    const auto seen = reportStatus(settings(), status, context).instances.front().advertIntervals;
    QVERIFY(seen);
    QCOMPARE(seen->count, std::uint64_t{2});
    QCOMPARE(seen->longestUs, std::int64_t{2'500'000});
    QCOMPARE(seen->headroomUs, std::int64_t{1'109'000});
    QCOMPARE(seen->buckets.size(), vrrp::IntervalHistogram::bounds.size());
    QCOMPARE(seen->buckets[11], std::uint64_t{1}); // up to 1 s
    QCOMPARE(seen->buckets[15], std::uint64_t{2}); // up to 3 s, the shorter ones included
}

void tst_Reports::trackedFilesAndProcessesSayWhatTheyCountFor()
{
    auto node = settings();
    node.instances[0].trackFiles = {{"drain", -2, true}};
    node.instances[0].trackProcesses = {{"web", 0}};
    vrrp::SyncGroupSettings group;
    group.name = "G";
    group.trackFiles = {{"drain", 3}};
    node.syncGroups = {group};
    vrrp::FileSettings drain;
    drain.name = "drain";
    drain.path = "/run/drain";
    vrrp::FileSettings missing;
    missing.name = "missing";
    node.files = {drain, missing};
    vrrp::ProcessSettings web;
    web.name = "web";
    web.quorum = 2;
    web.most = 5;
    vrrp::ProcessSettings unused;
    unused.name = "unused";
    node.processes = {unused, web};
    vrrp::NodeStatus status;
    status.files = {{"drain", -25}, {"missing", std::nullopt}};
    status.processes = {{"web", false, 1}};
    const auto state = reportStatus(node, status, {});
    const std::vector<wire::TrackedFileState> files{
        {"drain", "/run/drain", -25, {{"VI_1", false, -2, true}, {"G", true, 3, false}}}, {"missing", "", {}, {}}};
    QVERIFY(state.trackFiles == files);
    const std::vector<wire::TrackedProcessState> processes{{"web", false, 1, 2, 5, {{"VI_1", false, 0, false}}}};
    QVERIFY(state.trackProcesses == processes);
}

QTEST_GUILESS_MAIN(tst_Reports)
#include "tst_reports.moc"
