#include <QtTest>

#include "common/vrrp/static_keeper.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;

namespace
{

TimePoint at(Duration when)
{
    return TimePoint(when);
}

using std::chrono::milliseconds;
using std::chrono::seconds;

StaticObjects objects()
{
    StaticObjects out;
    VirtualAddress address;
    address.prefix = *Prefix::parse("10.5.0.1/24");
    address.device = "eth0";
    RouteSettings route;
    route.destination = *Prefix::parse("10.6.0.0/16");
    route.device = "eth1";
    out.addresses = {address};
    out.routes = {route};
    return out;
}

} // namespace

class tst_StaticKeeper : public QObject
{
    Q_OBJECT

private slots:
    void setsAtTheStartAndRemovesAtTheEnd()
    {
        StaticKeeper keeper(objects());
        NodeActions out;
        keeper.start(out);
        QCOMPARE(out.size(), std::size_t(1));
        const auto *add = std::get_if<AddAddresses>(&out[0]);
        QVERIFY(add && add->instance.empty() && add->addresses == objects().addresses &&
                add->routes == objects().routes);
        out.clear();
        keeper.stop(out);
        QVERIFY(out.size() == 1 && std::holds_alternative<RemoveAddresses>(out[0]));
        out.clear();
        keeper.stop(out);
        QVERIFY(out.empty());
    }

    void changesOnlyTheDifference()
    {
        StaticKeeper keeper(objects());
        NodeActions out;
        keeper.start(out);
        out.clear();
        auto changed = objects();
        changed.routes[0].metric = 7;
        keeper.replace(changed, out);
        QCOMPARE(out.size(), std::size_t(2));
        const auto *gone = std::get_if<RemoveAddresses>(&out[0]);
        const auto *fresh = std::get_if<AddAddresses>(&out[1]);
        QVERIFY(gone && gone->addresses.empty() && gone->routes == objects().routes);
        QVERIFY(fresh && fresh->addresses.empty() && fresh->routes == changed.routes);
        out.clear();
        keeper.replace(changed, out);
        QVERIFY(out.empty());
    }

    void putsBackWhatVanishedFiveTimesAtOnceThenEverySecond()
    {
        StaticKeeper keeper(objects());
        NodeActions out;
        keeper.start(out);
        for (int i = 0; i < 5; ++i) {
            out.clear();
            keeper.vanished(at(seconds(1)), "route 10.6.0.0/16", "ip", out);
            QCOMPARE(out.size(), std::size_t(2)); // an event, and the repair
            QVERIFY(!keeper.nextDeadline());
        }
        out.clear();
        keeper.vanished(at(seconds(1)), "route 10.6.0.0/16", "ip", out);
        QCOMPARE(out.size(), std::size_t(1));
        QVERIFY(keeper.nextDeadline() == at(seconds(2)));
        out.clear();
        keeper.deadline(at(milliseconds(1999)), out);
        QVERIFY(out.empty());
        keeper.deadline(at(seconds(2)), out);
        QVERIFY(out.size() == 1 && std::holds_alternative<AddAddresses>(out[0]));
        QVERIFY(!keeper.nextDeadline());
    }

    void onlyItsInterfacesMatter()
    {
        StaticKeeper keeper(objects());
        NodeActions out;
        keeper.interfaceUp(at(seconds(1)), "eth1", out);
        QVERIFY(out.empty()); // not started
        keeper.start(out);
        out.clear();
        keeper.interfaceUp(at(seconds(1)), "eth9", out);
        QVERIFY(out.empty());
        keeper.interfaceUp(at(seconds(1)), "eth1", out);
        QCOMPARE(out.size(), std::size_t(1));
    }

    void theSameErrorIsSaidOnce()
    {
        StaticKeeper keeper(objects());
        NodeActions out;
        keeper.start(out);
        out.clear();
        const AddressesApplied refused{{}, true, "route 10.6.0.0/16: Network is unreachable"};
        keeper.applied(refused, out);
        keeper.applied(refused, out);
        QCOMPARE(out.size(), std::size_t(1));
        keeper.applied({{}, true, {}}, out);
        keeper.applied(refused, out);
        QCOMPARE(out.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(tst_StaticKeeper)
#include "tst_static_keeper.moc"
