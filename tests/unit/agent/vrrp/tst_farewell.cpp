#include <QtTest>

#include "agent/vrrp/farewell.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_Farewell : public QObject
{
    Q_OBJECT

private slots:
    void priorityZeroForWhatWasHeld();
    void nothingForABackup();
    void nothingWhereTheLinkIsDown();

private:
    static vrrp::NodeSettings settings()
    {
        vrrp::NodeSettings out;
        for (const int id : {51, 52}) {
            out.instances.emplace_back();
            out.instances.back().name = "VI_" + std::to_string(id);
            out.instances.back().interface = "eth0";
            out.instances.back().virtualRouterId = Vrid{static_cast<std::uint8_t>(id)};
        }
        return out;
    }
    static vrrp::InterfaceFacts eth0(bool up) { return {"eth0", true, up, 1500, {*IpAddress::parse("10.0.0.1")}}; }
};

void tst_Farewell::priorityZeroForWhatWasHeld()
{
    const auto packets = farewell(settings(), {"VI_52"}, {eth0(true)});
    QCOMPARE(packets.size(), std::size_t{1});
    QCOMPARE(packets[0].instance, std::string("VI_52"));
    QCOMPARE(packets[0].source, *IpAddress::parse("10.0.0.1"));
    QCOMPARE(packets[0].destination, *IpAddress::parse("224.0.0.18"));
    QCOMPARE(packets[0].bytes.at(1), std::uint8_t{52}); // virtual router id
    QCOMPARE(packets[0].bytes.at(2), std::uint8_t{0});  // priority
}

void tst_Farewell::nothingForABackup()
{
    QVERIFY(farewell(settings(), {}, {eth0(true)}).empty());
    QVERIFY(farewell(settings(), {"VI_9"}, {eth0(true)}).empty());
}

void tst_Farewell::nothingWhereTheLinkIsDown()
{
    QVERIFY(farewell(settings(), {"VI_51"}, {eth0(false)}).empty());
}

QTEST_GUILESS_MAIN(tst_Farewell)
#include "tst_farewell.moc"
