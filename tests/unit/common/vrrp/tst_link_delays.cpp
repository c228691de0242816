#include "common/vrrp/link_delays.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

InterfaceFacts eth0(bool up, bool exists = true)
{
    InterfaceFacts out;
    out.name = "eth0";
    out.exists = exists;
    out.up = up;
    return out;
}

LinkDelays delays()
{
    LinkDelays out;
    out.configure({{"eth0", 2s, 5s}});
    return out;
}

} // namespace

class TestLinkDelays : public QObject
{
    Q_OBJECT

private slots:
    void aBounceIsNotBelieved()
    {
        auto links = delays();
        const auto up = eth0(true);
        QVERIFY(links.told(at(0s), eth0(false), &up).up);
        QVERIFY(links.waits("eth0"));
        QVERIFY(links.nextDeadline() == at(2s));
        QVERIFY(links.told(at(1s), eth0(true), &up).up);
        QVERIFY(!links.waits("eth0") && !links.nextDeadline());
        QVERIFY(links.due(at(9s)).empty());
    }

    void whatLastsIsBelieved()
    {
        auto links = delays();
        const auto up = eth0(true);
        (void)links.told(at(0s), eth0(false), &up);
        QVERIFY(links.due(at(1s)).empty());
        const auto due = links.due(at(2s));
        QCOMPARE(due.size(), std::size_t(1));
        QVERIFY(!due[0].up);
        const auto down = eth0(false);
        QVERIFY(!links.told(at(3s), eth0(true), &down).up);
        QVERIFY(links.nextDeadline() == at(8s)); // up takes its own time
    }

    /// Other news of the interface come through, and do not make the wait longer.
    void otherFactsPassThrough()
    {
        auto links = delays();
        const auto up = eth0(true);
        (void)links.told(at(0s), eth0(false), &up);
        auto more = eth0(false);
        more.mtu = 9000;
        const auto believed = links.told(at(1s), more, &up);
        QVERIFY(believed.up && believed.mtu == 9000);
        const auto due = links.due(at(2s));
        QCOMPARE(due.size(), std::size_t(1));
        QVERIFY(!due[0].up && due[0].mtu == 9000);
    }

    void comingAndGoingCountsAtOnce()
    {
        auto links = delays();
        const auto up = eth0(true);
        (void)links.told(at(0s), eth0(false), &up);
        QVERIFY(!links.told(at(1s), eth0(false, false), &up).exists);
        QVERIFY(!links.waits("eth0"));
        const auto gone = eth0(false, false);
        QVERIFY(links.told(at(2s), eth0(true), &gone).up);
        QVERIFY(links.told(at(3s), eth0(true), nullptr).up);
    }

    void interfacesWithoutADelayAreNotHeldUp()
    {
        auto links = delays();
        auto other = eth0(true);
        other.name = "eth1";
        auto down = other;
        down.up = false;
        QVERIFY(!links.told(at(0s), down, &other).up);
    }

    void aReloadThatTakesTheDelayEndsTheWait()
    {
        auto links = delays();
        const auto up = eth0(true);
        (void)links.told(at(0s), eth0(false), &up);
        links.configure({});
        QCOMPARE(links.due(at(1s)).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestLinkDelays)
#include "tst_link_delays.moc"
