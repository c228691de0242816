#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

const model::VrrpInstance &firstOf(const LoadedNode &node)
{
    return node.model.instances.front();
}

LoadedNode instanceWith(std::string_view lines)
{
    return loadText(
        "vrrp_instance VI_1 {\n    virtual_router_id 51\n    interface eth0\n" + std::string(lines) + "\n}\n", "lb01");
}

} // namespace

class TestReadVrrpInstance : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsKept()
    {
        const auto node = instanceWith("state BACKUP\nvrf blue\nversion 3\npriority 150\nadvert_int 0.5\nnopreempt\n"
                                       "preempt_delay 2.5\ndown_timer_adverts 4\ntimer_expired_backup\nno_accept\n"
                                       "mcast_dst_ip 224.0.0.99\ntrack_src_ip\nunicast_ttl 64\nunicast_fault_no_peer\n"
                                       "check_unicast_src\nold_unicast_checksum never\npromote_secondaries\n"
                                       "garp_extra_if all 30\nowner_ignore_adverts\nkernel_rx_buf_size 4096\n"
                                       "use_vmac_addr\nvmac_xmit_base\ndebug 2");
        const auto &instance = firstOf(node);
        QCOMPARE(*instance.vrf, std::string("blue"));
        QCOMPARE(*instance.version, 3);
        QVERIFY(*instance.nopreempt);
        QCOMPARE(*instance.preemptDelay, Duration(std::chrono::milliseconds(2500)));
        QCOMPARE(*instance.downTimerAdverts, 4U);
        QCOMPARE(*instance.timerExpiredBackup, 254U);
        QVERIFY(instance.accept.given && !*instance.accept);
        QVERIFY(*instance.multicastDestination == IpAddress::v4({224, 0, 0, 99}));
        QVERIFY(*instance.trackSourceAddress && *instance.unicastFaultNoPeer && *instance.checkUnicastSource);
        QCOMPARE(*instance.unicastTtl, 64);
        QCOMPARE(*instance.oldUnicastChecksum, std::string("never"));
        QVERIFY(*instance.promoteSecondaries && *instance.ownerIgnoreAdverts && *instance.useVmacAddr);
        QVERIFY(*instance.vmacXmitBase && instance.announce.extraAll);
        QCOMPARE(*instance.announce.extraInterfaces, Duration(std::chrono::seconds(30)));
        QCOMPARE(*instance.receiveBuffer, 4096U);
        QCOMPARE(*instance.debug, 2U);
    }

    void valuesKnowTheirPlace()
    {
        const std::string text = "vrrp_instance VI_1 {\n    priority 150\n}\n";
        const auto node = loadText(text, "lb01");
        const auto range = firstOf(node).priority.range;
        QCOMPARE(text.substr(range.begin, range.end - range.begin), std::string("150"));
    }

    void vmacOptionsStandInAnyOrder()
    {
        const auto node = instanceWith("use_vmac 02:00:00:00:01 group 7 name vr0 netlink_notify_msg");
        const auto &vmac = *firstOf(node).vmac;
        QVERIFY(*firstOf(node).useVmac);
        QCOMPARE(*vmac.name, std::string("vr0"));
        QCOMPARE(*vmac.group, std::string("7"));
        QVERIFY(*vmac.netlinkNotify);
        // Five octets: the virtual router id is the sixth.
        const std::array<std::uint8_t, 6> mac{2, 0, 0, 0, 1, 51};
        QVERIFY(*vmac.address == mac);
    }

    void ipvlanOptions()
    {
        const auto node = instanceWith("use_ipvlan vepa ipv0 10.0.0.9/24");
        const auto &ipvlan = *firstOf(node).ipvlan;
        QVERIFY(*ipvlan.mode == model::Ipvlan::Mode::Vepa);
        QCOMPARE(*ipvlan.name, std::string("ipv0"));
        QCOMPARE(ipvlan.address->toString(), std::string("10.0.0.9/24"));
    }

    void peersMayBoundTheTtl()
    {
        const auto node = instanceWith("unicast_peer {\n10.0.0.6 min_ttl 250 max_ttl 254\nfe80::1%eth0\n}");
        const auto &peers = firstOf(node).unicastPeers;
        QCOMPARE(peers.size(), std::size_t(2));
        QCOMPARE(*peers[0].leastTtl, 250U);
        QCOMPARE(*peers[0].mostTtl, 254U);
        QVERIFY(peers[1]->isV6());
    }

    void trackersOfEveryKind()
    {
        const auto node = instanceWith("track_file {\nf weight 2 reverse\n}\ntrack_process {\np weight -3\n}\n"
                                       "track_bfd {\nb\n}");
        QCOMPARE(*firstOf(node).trackFiles.front().weight, 2);
        QVERIFY(*firstOf(node).trackFiles.front().reverse);
        QCOMPARE(*firstOf(node).trackProcesses.front().weight, -3);
        QCOMPARE(*firstOf(node).trackBfds.front().name, std::string("b"));
    }

    void secretsDoNotPrint()
    {
        const auto node = instanceWith("auth_hmac {\nkey 3 hex:00ff\nactive_key 3\nanti_replay monotonic\n"
                                       "mode receive-only\n}");
        const auto &hmac = *firstOf(node).authHmac;
        QCOMPARE(hmac.keys.size(), std::size_t(1));
        QVERIFY(hmac.keys.front().text->reveal() == "hex:00ff");
        QVERIFY(*hmac.mode == model::AuthHmac::Mode::ReceiveOnly);
        QVERIFY(*hmac.antiReplay == model::AuthHmac::AntiReplay::Monotonic);
    }
};

QTEST_APPLESS_MAIN(TestReadVrrpInstance)
#include "tst_read_vrrp_instance.moc"
