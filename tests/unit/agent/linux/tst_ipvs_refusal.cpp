#include <cerrno>

#include <QtTest>

#include "agent/linux/ipvs_refusal.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace twinhelm::ipvs;

namespace
{

ServiceKey web()
{
    ServiceKey key;
    key.address = IpAddress::v4({10, 0, 0, 3});
    key.port = 80;
    return key;
}

AddDestination destination(const char *address, Forwarding how = {})
{
    AddDestination out;
    out.service = web();
    out.key = {IpAddress::parse(address).value(), 80};
    out.value.forwarding = how;
    return out;
}

QString mend(const Change &change, int error)
{
    return QString::fromStdString(refusal(change, error).mend);
}

} // namespace

class TestIpvsRefusal : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatWasRefused()
    {
        const auto error = refusal(destination("10.0.0.7"), ENOMEM);
        QCOMPARE(error.code, std::string("A0382"));
        QCOMPARE(error.what, std::string("the kernel refuses to add destination 10.0.0.7:80 (weight 1, NAT) to TCP "
                                         "10.0.0.3:80: Cannot allocate memory"));
    }

    void saysHowToMendIt()
    {
        Scheduling scheduling;
        scheduling.scheduler = "twos";
        QVERIFY(mend(AddService{web(), scheduling}, ENOENT).contains("modprobe ip_vs_twos"));
        QVERIFY(mend(EditService{web(), scheduling}, ENOENT).contains("lb_algo"));
        scheduling.persistenceEngine = "sip";
        QVERIFY(mend(AddService{web(), scheduling}, ENOENT).contains("modprobe ip_vs_pe_sip"));
        QVERIFY(mend(AddService{web(), scheduling}, EINVAL).contains("persistence_granularity"));
        QVERIFY(mend(AddService{web(), scheduling}, EPERM).contains("CAP_NET_ADMIN"));
        QVERIFY(mend(AddService{web(), scheduling}, EAFNOSUPPORT).contains("IPv6"));
        QVERIFY(mend(AddService{web(), scheduling}, EEXIST).contains("read again"));
        QVERIFY(mend(RemoveDestination{web(), {}}, ENOENT).contains("read again"));
        QVERIFY(mend(destination("fd00::7"), EINVAL).contains("TUN only"));
        QVERIFY(mend(destination("224.0.0.1"), EINVAL).contains("multicast"));
        const Forwarding gue{Method::Tunnel, TunnelType::Gue, TunnelChecksum::None, 0};
        QVERIFY(mend(destination("10.0.0.7", gue), EINVAL).contains("port"));
        QVERIFY(mend(destination("10.0.0.7"), ERANGE).contains("lthreshold"));
    }

    void kernelWithoutIpvs()
    {
        const auto error = noIpvs("modprobe exited with 1").value();
        QCOMPARE(error.code, std::string("A0380"));
        QCOMPARE(error.what, std::string("this kernel has no IPVS (modprobe exited with 1)"));
        QVERIFY(QString::fromStdString(error.mend).contains("VRRP and checks go on"));
    }

    void syncDaemons()
    {
        StartSync start{SyncRole::Master, {}};
        start.daemon.interface = "eth9";
        const auto error = syncRefusal(start, ENODEV);
        QCOMPARE(error.what, std::string("the master sync daemon does not start on eth9: No such device"));
        QVERIFY(QString::fromStdString(error.mend).contains("lvs_sync_daemon"));
        QVERIFY(QString::fromStdString(syncRefusal(start, EEXIST).mend).contains("ipvsadm --stop-daemon master"));
        QVERIFY(QString::fromStdString(syncRefusal(start, EINVAL).mend).contains("multicast"));
        QCOMPARE(syncRefusal(StopSync{SyncRole::Backup, 51}, ESRCH).what,
                 std::string("the backup sync daemon does not stop: No such process"));
    }
};

QTEST_APPLESS_MAIN(TestIpvsRefusal)
#include "tst_ipvs_refusal.moc"
