#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;
using namespace std::chrono_literals;

/// Blocks beside instances and servers: global_defs, trackers, interfaces, BFD, SSL.
class TestBuild : public QObject
{
    Q_OBJECT

private slots:
    /// As keepalived reads the first word of an address.
    void addressesAndTheirLengths()
    {
        const auto node = loadText("static_ipaddress {\n10.0.0.1/33 dev eth0\n2001:db8::1/x dev eth0\n"
                                   "default dev eth0\n10.0.0.2 dev eth0\n}\n",
                                   "lb01");
        const auto &all = node.model.staticAddresses;
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all[0].prefix->toString(), std::string("10.0.0.1/32"));
        QCOMPARE(all[1].prefix->toString(), std::string("2001:db8::1/128"));
        QCOMPARE(all[2].prefix->toString(), std::string("10.0.0.2/32"));
    }

    void wordsOutsideOfBlocks()
    {
        const auto node = loadText("net_namespace red\nuse_pid_dir\nchild_wait_time 9\nnet_namespace_ipvs\n", "lb01");
        QCOMPARE(*node.model.daemon.netNamespace, std::string("red"));
        QVERIFY(*node.model.daemon.usePidDir && node.model.daemon.netNamespaceIpvs.given);
        QCOMPARE(*node.model.daemon.childWaitTime, Duration(9s));
    }

    void globalDefs()
    {
        const auto node = loadText("global_defs {\nnotification_email {\na@b c@d\n}\nsmtp_server 10.0.0.1 26\n"
                                   "smtp_connect_timeout 7\nlvs_timeouts tcp 10 udp 20\nlvs_flush_onstop VS\n"
                                   "lvs_sync_daemon eth0 VI_1 id 4 ttl 3\nvrrp_ipsets a b\nnftables\n"
                                   "vrrp_rlimit_rtime 5000\nchecker_rt_priority 200\numask IRWXG|IRWXO\n"
                                   "vrrp_garp_extra_if 60\nvrrp_cpu_affinity 0 1\nmax_auto_priority\n"
                                   "notify_fifo /run/f root\nreload_check_config\nvrrp_min_garp\n}\n",
                                   "lb01");
        const auto &global = node.model.global;
        QCOMPARE(global.mail.recipients.size(), std::size_t(2));
        QCOMPARE(*global.mail.port, std::uint16_t(26));
        QCOMPARE(*global.ipvs.udpTimeout, Duration(20s));
        QVERIFY(*global.ipvs.flushOnStop == model::IpvsSettings::Flush::OwnServices);
        QCOMPARE(*global.ipvs.syncDaemon->id, 4U);
        QCOMPARE(*global.ipvs.syncDaemon->instance, std::string("VI_1"));
        QCOMPARE(global.firewall.ipsetNames.size(), std::size_t(2));
        QVERIFY(global.firewall.nftables.given && global.firewall.nftables->empty());
        QCOMPARE(*global.vrrpProcess.realtimeLimit, Duration(5ms));
        QCOMPARE(*global.checkerProcess.realtimePriority, 99); // clamped, as keepalived does
        QCOMPARE(*global.files.umask, 077U);
        QCOMPARE(*global.announce.extraInterfaces, Duration(60s));
        QCOMPARE(global.vrrpProcess.processors.size(), std::size_t(2));
        QCOMPARE(*global.maxAutoPriority, 99);
        QCOMPARE(*global.fifo.user, std::string("root"));
        QVERIFY(global.files.reloadCheckConfig.given);
        QCOMPARE(*global.announce.masterRepeat, 1U);
    }

    void trackers()
    {
        const auto node =
            loadText("track_group g {\ngroup {\nVI_1 VI_2\n}\n}\n"
                     "vrrp_track_file f {\nfile /run/f\nweight 3 reverse\ninit_file 5 overwrite\n}\n"
                     "vrrp_track_process p {\nprocess /usr/sbin/nginx -g\nquorum 2\nquorum_max 4\ndelay 1.5\n"
                     "full_command\nparam_match initial\n}\n",
                     "lb01");
        QCOMPARE(node.model.trackGroups.front().members.size(), std::size_t(2));
        const auto &file = node.model.files.front();
        QVERIFY(*file.create && *file.overwrite && *file.reverse);
        QCOMPARE(*file.firstValue, 5);
        const auto &process = node.model.processes.front();
        QCOMPARE(process.process->size(), std::size_t(2));
        QCOMPARE(*process.forkDelay, Duration(1500ms));
        QVERIFY(*process.parameterMatch == model::TrackProcess::ParameterMatch::Initial);
    }

    void interfacesAndBfd()
    {
        const auto node =
            loadText("garp_group {\ngarp_interval 0.01\ninterfaces {\neth0 eth1\n}\n}\n"
                     "interface_up_down_delays {\neth0 1.5\neth1 1 2\n}\n"
                     "linkbeat_interfaces {\neth0 MII\n}\n"
                     "bfd_instance b {\nneighbour_ip 10.0.0.6\nmin_rx 20.5\nmultiplier 3\nmax_hops -1\n}\n",
                     "lb01");
        QCOMPARE(node.model.garpGroups.front().interfaces.size(), std::size_t(2));
        QCOMPARE(*node.model.interfaceDelays[1].up, Duration(2s));
        QVERIFY(!node.model.interfaceDelays[0].up.given);
        QCOMPARE(*node.model.linkbeatInterfaces.front().method, std::string("MII"));
        const auto &bfd = node.model.bfds.front();
        QCOMPARE(*bfd.leastReceive, Duration(20500us));
        QVERIFY(*bfd.neighbour == IpAddress::v4({10, 0, 0, 6}));
        QCOMPARE(*bfd.mostHops, -1);
    }

    /// Found by comparing with keepalived's own dumps.
    void whatKeepalivedIgnoresIsNotRead()
    {
        const auto node = loadText("global_defs {\nlvs_id old\numask IWGRP | IWOTH | IROTH\n}\n"
                                   "vrrp_instance A {\ninterface eth0\ntrack_script {\na weight=2\nb weight 2\n}\n}\n"
                                   "static_routes {\n10.0.0.0/8 via 10.1.1.1 restore\n10.0.0.0/8 via 10.1.1.\n}\n"
                                   "static_rules {\nto 10.0.0./8 table 1\n}\n"
                                   "virtual_server 10.0.0.3 80 {\nprotocol tcp\n}\n",
                                   "lb01");
        QVERIFY(!node.model.global.routerId.given);
        QCOMPARE(*node.model.global.files.umask, 026U);
        QCOMPARE(node.model.instances.front().trackScripts.size(), std::size_t(1));
        QVERIFY(node.model.staticRoutes.empty() && node.model.staticRules.empty());
        QVERIFY(*node.model.virtualServers.front().protocol == model::Protocol::Tcp);
    }

    void staticAddresses()
    {
        const auto node =
            loadText("static_ipaddress {\n10.0.0.9/24 dev eth0 home mngtmpaddr autojoin track_group g\n}\n", "lb01");
        const auto &address = node.model.staticAddresses.front();
        QVERIFY(address.home && address.manageTemporary && address.autojoin);
        QCOMPARE(*address.trackGroup, std::string("g"));
    }
};

QTEST_APPLESS_MAIN(TestBuild)
#include "tst_build.moc"
