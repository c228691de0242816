#include "common/config/lower/lower.h"

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace std::chrono_literals;

namespace
{

vrrp::NodeSettings settings(const std::string &text)
{
    return config::loadText(text, "lb01").settings;
}

/// An instance with an interface, a router id and an address, and `body`.
vrrp::InstanceSettings instance(const std::string &body, const std::string &before = {})
{
    const auto all = settings(
        before + "\nvrrp_instance A {\n interface eth0\n virtual_router_id 51\n" +
        (body.find("virtual_ipaddress {") == std::string::npos ? " virtual_ipaddress {\n  10.0.0.3\n }\n" : "") + body +
        "\n}\n");
    return all.instances.empty() ? vrrp::InstanceSettings{} : all.instances.front();
}

std::string global(const std::string &body)
{
    return "global_defs {\n" + body + "\n}\n";
}

} // namespace

class TestLower : public QObject
{
    Q_OBJECT

private slots:
    void defaults()
    {
        const auto out = instance("");
        QCOMPARE(out.version, vrrp::Version::V2);
        QCOMPARE(out.family, Family::IPv4);
        QCOMPARE(out.priority, Priority(100));
        QCOMPARE(out.advertInterval, Duration(1s));
        QCOMPARE(out.startAs, vrrp::StartAs::Backup);
        QCOMPARE(out.preempt, true);
        QCOMPARE(out.preemptDelay, Duration::zero());
        QCOMPARE(out.downTimerAdverts, 3U);
        QCOMPARE(out.announce, vrrp::AnnouncePolicy{});
        QCOMPARE(out.trackPrimaryInterface, true);
        QVERIFY(out.unicastPeers.empty() && !out.sourceAddress);
        QCOMPARE(settings("").routerId, std::string("lb01"));
        QCOMPARE(settings("").multicastGroupV4.toString(), std::string("224.0.0.18"));
    }

    void howTheProcessIsTreated()
    {
        QCOMPARE(settings("").process, vrrp::ProcessTreatment{});
        const auto out = settings(global("vrrp_priority -10\nvrrp_rt_priority 50\nvrrp_no_swap\nvrrp_cpu_affinity 0 2\n"
                                         "vrrp_rlimit_rttime 20000\nmax_auto_priority 20\n"
                                         "min_auto_priority_delay 500000"))
                             .process;
        QCOMPARE(out.niceness, -10);
        QCOMPARE(out.realtimePriority, 50);
        QVERIFY(out.noSwap);
        QCOMPARE(out.processors, (std::vector<unsigned>{0, 2}));
        QCOMPARE(out.realtimeLimit, Duration(20ms));
        QCOMPARE(out.mostAutoPriority, 20);
        QCOMPARE(out.autoPriorityDelay, Duration(500ms));
    }

    void advertIntervals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("v2") << QByteArray("advert_int 3") << 3000;
        QTest::newRow("v2 rounds") << QByteArray("advert_int 1.5") << 2000;
        QTest::newRow("v2 not below a second") << QByteArray("advert_int 0.2") << 1000;
        QTest::newRow("v3 hundredths") << QByteArray("version 3\nadvert_int 0.33") << 330;
        QTest::newRow("v3 rounds") << QByteArray("version 3\nadvert_int 0.334") << 330;
        QTest::newRow("v3 at most") << QByteArray("version 3\nadvert_int 60") << 40950;
        QTest::newRow("out of range keeps the default") << QByteArray("advert_int 1000") << 1000;
        QTest::newRow("not a number keeps the default") << QByteArray("advert_int soon") << 1000;
    }
    void advertIntervals()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, milliseconds);
        QCOMPARE(instance(body.toStdString()).advertInterval, Duration(std::chrono::milliseconds(milliseconds)));
    }

    void versions()
    {
        QCOMPARE(instance("", global("vrrp_version 3")).version, vrrp::Version::V3);
        QCOMPARE(instance("version 2", global("vrrp_version 3")).version, vrrp::Version::V2);
        const auto v6 = instance("virtual_ipaddress {\n 2001:db8::3\n 10.0.0.3\n}");
        QCOMPARE(v6.version, vrrp::Version::V3);
        QCOMPARE(v6.family, Family::IPv6);
        QCOMPARE(v6.addresses.size(), std::size_t{1});
        QCOMPARE(v6.addresses[0].preferredLifetime, std::optional<std::uint32_t>(0));
    }

    void startsAndPreemption()
    {
        QCOMPARE(instance("state MASTER").priority, priorityOwner);
        QCOMPARE(instance("state MASTER\npriority 150").priority, Priority(150));
        QCOMPARE(instance("state MASTER\npriority 150").startAs, vrrp::StartAs::Master);
        QCOMPARE(instance("priority 255").startAs, vrrp::StartAs::Master);
        QCOMPARE(instance("state SLAVE").startAs, vrrp::StartAs::Backup);
        QCOMPARE(instance("nopreempt").preempt, false);
        QCOMPARE(instance("state MASTER\npriority 150\nnopreempt").preempt, true);
        QCOMPARE(instance("priority 255\nnopreempt").preempt, true);
        QCOMPARE(instance("preempt_delay 300").preemptDelay, Duration(300s));
        QCOMPARE(instance("preempt_delay 300\nnopreempt").preemptDelay, Duration::zero());
        QCOMPARE(instance("preempt_delay 300\nstate MASTER\npriority 150").preemptDelay, Duration::zero());
    }

    void announcements()
    {
        const auto given = global("vrrp_garp_master_delay 10\nvrrp_garp_master_repeat 2\n"
                                  "vrrp_garp_master_refresh 60\nvrrp_garp_master_refresh_repeat 3");
        auto out = instance("", given).announce;
        QCOMPARE(out.secondBurstAfter, Duration(10s));
        QCOMPARE(out.repeat, 2U);
        QCOMPARE(out.refreshEvery, Duration(60s));
        QCOMPARE(out.refreshRepeat, 3U);
        // What is not said follows the burst after becoming master.
        QCOMPARE(out.lowerPriorityDelay, Duration(10s));
        QCOMPARE(out.lowerPriorityRepeat, 2U);
        out = instance("garp_master_delay 1\ngarp_lower_prio_repeat 0", given).announce;
        QCOMPARE(out.secondBurstAfter, Duration(1s));
        QCOMPARE(out.lowerPriorityRepeat, 0U);
        QCOMPARE(instance("garp_master_repeat 0").announce.repeat, 1U);
        out = instance("", global("vrrp_min_garp")).announce;
        QCOMPARE(out.repeat, 1U);
        QCOMPARE(out.secondBurstAfter, Duration::zero());
    }

    void strictMode()
    {
        const auto out = instance("authentication {\n auth_type PASS\n auth_pass a\n}\npreempt_delay 5\n"
                                  "higher_prio_send_advert",
                                  global("vrrp_strict"));
        QCOMPARE(out.authentication.type, vrrp::AuthType::None);
        QCOMPARE(out.preemptDelay, Duration::zero());
        QCOMPARE(out.lowerPriorityNoAdvert, true);
        QCOMPARE(out.higherPrioritySendAdvert, false);
        QCOMPARE(out.announce.lowerPriorityRepeat, 0U);
        QVERIFY(instance("state MASTER\npriority 200", global("vrrp_strict")).startAs == vrrp::StartAs::Backup);
        QVERIFY(instance("priority 255", global("vrrp_strict")).ownerIgnoresAdverts);
        QCOMPARE(instance("strict_mode off\nhigher_prio_send_advert", global("vrrp_strict")).higherPrioritySendAdvert,
                 true);
    }

    void announcementPaces()
    {
        const auto paces = settings(global("vrrp_garp_interval 0.1\nvrrp_gna_interval 0.2") +
                                    "garp_group {\n garp_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}\n"
                                    "garp_group {\n garp_interval 2\n interface eth1\n}\n")
                               .announcePaces;
        QVERIFY(paces.otherwise.v4 == 100ms && paces.otherwise.v6 == 200ms);
        QCOMPARE(paces.groups.size(), std::size_t{1}); // eth1 belongs to the first group that names it
        QCOMPARE(paces.groups[0].interfaces.size(), std::size_t{2});
        QVERIFY(paces.groups[0].pace.v4 == 500ms && paces.groups[0].pace.v6 == 0ms);
        QVERIFY(settings("").announcePaces == vrrp::AnnouncePaces{});
    }

    void whatIsHeard()
    {
        const auto all = instance("skip_check_adv_addr\nv3_checksum_as_v2\ntimer_expired_backup 200\npriority 255\n"
                                  "owner_ignore_adverts");
        QVERIFY(all.skipCheckAddresses && all.v3ChecksumAsV2 && all.ownerIgnoresAdverts);
        QCOMPARE(int(all.timerExpiredBackup->value), 200);
        QVERIFY(!instance("owner_ignore_adverts").ownerIgnoresAdverts); // only an owner may
    }

    void whatIsNotDoneYetIsRefused()
    {
        QCOMPARE(instance("").refusal, std::string());
        QVERIFY(!instance("auth_hmac {\n key 1 abc\n active_key 1\n}").refusal.empty());
        QVERIFY(!instance("track_bfd {\n gateway\n}").refusal.empty());
        QVERIFY(!instance("linkbeat_use_polling").refusal.empty());
    }

    void authentication()
    {
        const auto block = [](const char *type) {
            return std::string("authentication {\n auth_type ") + type + "\n auth_pass 123456789\n}\n";
        };
        QCOMPARE(instance(block("PASS")).authentication.secret.reveal(), std::string_view("12345678"));
        QCOMPARE(instance(block("AH")).authentication.type, vrrp::AuthType::Ah);
        QCOMPARE(instance(block("pass")).authentication.type, vrrp::AuthType::None);
        QCOMPARE(instance(block("PASS") + "version 3").authentication.type, vrrp::AuthType::None);
        const std::string six = "version 2\nvirtual_ipaddress {\n fe80::3/64\n}\n";
        QCOMPARE(instance(block("AH") + six).authentication.type, vrrp::AuthType::None);
        QCOMPARE(instance(block("PASS") + six).authentication.type, vrrp::AuthType::None);
    }

    void addresses()
    {
        const auto out = instance("virtual_ipaddress {\n"
                                  " 10.0.0.3/24 dev eth1 label eth1:1 brd + scope link\n"
                                  " 10.0.0.3/24\n"
                                  " 10.0.0.4 peer 10.0.1.4/30 noprefixroute no_track -nodad preferred_lft 30\n"
                                  " banana\n"
                                  "}\n"
                                  "virtual_ipaddress_excluded {\n 2001:db8::9/64\n 10.0.0.9\n}");
        QCOMPARE(out.addresses.size(), std::size_t{2});
        const auto &first = out.addresses[0];
        QCOMPARE(first.prefix.toString(), std::string("10.0.0.3/24"));
        QCOMPARE(first.device, std::string("eth1"));
        QCOMPARE(first.label, std::string("eth1:1"));
        QCOMPARE(first.broadcast->toString(), std::string("10.0.0.255"));
        QCOMPARE(first.scope, std::uint8_t{253});
        QVERIFY(first.noDad && !first.preferredLifetime);
        const auto &second = out.addresses[1];
        QCOMPARE(second.peer->toString(), std::string("10.0.1.4/30"));
        QVERIFY(second.noPrefixRoute && second.noTrack && !second.noDad);
        QCOMPARE(second.preferredLifetime, std::optional<std::uint32_t>(30));
        QCOMPARE(out.excludedAddresses.size(), std::size_t{2});
        QCOMPARE(out.excludedAddresses[0].prefix.toString(), std::string("2001:db8::9/64"));
    }

    void moreAddressesThanAnAdvertisementHolds()
    {
        std::string list = "virtual_ipaddress {\n";
        for (int i = 0; i < 300; ++i)
            list += "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250 + 1) + '\n';
        const auto out = instance(list + "}\n");
        QCOMPARE(out.addresses.size(), std::size_t{255});
        QCOMPARE(out.excludedAddresses.size(), std::size_t{45});
    }

    void unicast()
    {
        const auto out = instance("unicast_src_ip 10.0.0.1\nunicast_peer {\n 10.0.0.2\n 10.0.0.2\n fe80::1\n"
                                  " 10.0.0.4 min_ttl 5\n}");
        QCOMPARE(out.sourceAddress->toString(), std::string("10.0.0.1"));
        QCOMPARE(out.unicastPeers.size(), std::size_t{2});
        QCOMPARE(out.unicastPeers[1].address.toString(), std::string("10.0.0.4"));
        QCOMPARE(int(out.unicastPeers[1].leastTtl), 5);
        QCOMPARE(int(out.unicastPeers[1].mostTtl), 255);
        QVERIFY(!out.checkUnicastSource && out.unicastChecksum == vrrp::UnicastChecksum::Detect);
        const auto all = instance("unicast_ttl 64\nunicast_fault_no_peer\ntrack_src_ip\nold_unicast_checksum never\n"
                                  "mcast_dst_ip 224.0.0.99",
                                  global("vrrp_check_unicast_src"));
        QCOMPARE(int(all.unicastTtl), 64);
        QVERIFY(all.faultWithoutPeers && all.trackSourceAddress && all.checkUnicastSource);
        QVERIFY(all.unicastChecksum == vrrp::UnicastChecksum::New);
        QVERIFY(instance("old_unicast_checksum").unicastChecksum == vrrp::UnicastChecksum::Old);
        QCOMPARE(all.multicastGroup->toString(), std::string("224.0.0.99"));
        QCOMPARE(instance("mcast_src_ip 10.0.0.7").sourceAddress->toString(), std::string("10.0.0.7"));
        QVERIFY(!instance("mcast_src_ip fe80::7").sourceAddress);
    }

    void tracking()
    {
        const std::string scripts = "vrrp_script a {\n script /bin/a\n weight 300\n}\n"
                                    "vrrp_script b {\n script /bin/b\n weight -20 reverse\n}\n"
                                    "vrrp_script c {\n interval 1\n}\n";
        auto out = instance("dont_track_primary\ntrack_script {\n a\n b\n b weight 5\n c\n d\n}\n"
                            "track_interface {\n eth1\n eth2 weight 254\n eth3 weight -10 reverse\n}",
                            scripts);
        QCOMPARE(out.trackPrimaryInterface, false);
        const std::vector<vrrp::TrackWeight> expectedScripts{{"a", 0, false}, {"b", -20, true}};
        QCOMPARE(out.trackScripts, expectedScripts);
        const std::vector<vrrp::TrackWeight> expectedInterfaces{
            {"eth1", 0, false}, {"eth2", 253, false}, {"eth3", -10, true}};
        QCOMPARE(out.trackInterfaces, expectedInterfaces);
        out = instance("track_script {\n b weight 7 noreverse\n}", scripts);
        QCOMPARE(out.trackScripts.front(), (vrrp::TrackWeight{"b", 7, false}));
        // The owner of the addresses ignores weights, not faults.
        out = instance("priority 255\ntrack_script {\n a\n b\n}", scripts);
        QCOMPARE(out.trackScripts.size(), std::size_t{1});
    }

    void scripts()
    {
        const auto all = settings("vrrp_script a {\n script \"/bin/check -x 'a b'\" nobody nogroup\n interval 0.5\n"
                                  " timeout 3\n rise 2\n fall 4\n init_fail\n}\n"
                                  "vrrp_script b {\n script /bin/check operator\n user www :web\n interval 2\n}\n"
                                  "vrrp_script a {\n script /bin/other\n}\n"
                                  "vrrp_script c {\n}\n");
        QCOMPARE(all.scripts.size(), std::size_t{2});
        const auto &a = all.scripts[0];
        QCOMPARE(a.command, (vrrp::Command{{"/bin/check", "-x", "a b"}, "nobody", "nogroup"}));
        QCOMPARE(a.interval, Duration(500ms));
        QCOMPARE(a.timeout, Duration(3s));
        QCOMPARE(a.rise, 2U);
        QCOMPARE(a.fall, 4U);
        QCOMPARE(a.startFailed, true);
        const auto &b = all.scripts[1];
        QCOMPARE(b.command, (vrrp::Command{{"/bin/check"}, "www", "web"}));
        QCOMPARE(b.timeout, Duration(2s));
    }

    void notifications()
    {
        const auto out = instance("notify_master \"/bin/up now\" root\nnotify_master /bin/second\n"
                                  "notify_backup /bin/down\nnotify_fault '/bin/fault x'\nnotify_stop /bin/stop\n"
                                  "notify /bin/any nobody :nogroup");
        QCOMPARE(out.notify.toMaster, (vrrp::Command{{"/bin/up", "now"}, "root", ""}));
        QCOMPARE(out.notify.toBackup, (vrrp::Command{{"/bin/down"}, "", ""}));
        QCOMPARE(out.notify.toFault, (vrrp::Command{{"/bin/fault", "x"}, "", ""}));
        QCOMPARE(out.notify.onStop, (vrrp::Command{{"/bin/stop"}, "", ""}));
        QCOMPARE(out.notify.any, (vrrp::Command{{"/bin/any"}, "nobody", "nogroup"}));
    }

    void filesProcessesAndDelays()
    {
        const std::string blocks =
            "track_file drain {\n file /run/drain\n weight 3 reverse\n init_file 7 overwrite\n}\n"
            "vrrp_track_file old {\n file /run/old\n}\n"
            "track_file half {\n weight 1\n}\n"
            "vrrp_track_process proxy {\n process /usr/sbin/haproxy -f x\n full_command\n quorum 2\n quorum_max 4\n"
            " delay 1.5\n fork_delay 0.5\n weight -20\n}\n"
            "vrrp_track_process plain {\n process nginx\n}\n"
            "interface_up_down_delays {\n eth0 2 3\n eth1 4\n}\n";
        const auto out = settings(blocks);
        QCOMPARE(out.files.size(), std::size_t{2});
        QCOMPARE(out.files[0], (vrrp::FileSettings{"drain", "/run/drain", 7, true}));
        QCOMPARE(out.files[1], (vrrp::FileSettings{"old", "/run/old", std::nullopt, false}));
        QCOMPARE(out.processes.size(), std::size_t{2});
        const auto &proxy = out.processes[0];
        QCOMPARE(proxy.pattern,
                 (vrrp::ProcessPattern{"/usr/sbin/haproxy", true, vrrp::ParameterMatch::Exact, {"-f", "x"}}));
        QVERIFY(proxy.quorum == 2 && proxy.most == 4U);
        QVERIFY(proxy.terminateDelay == Duration(1500ms) && proxy.forkDelay == Duration(500ms));
        QCOMPARE(out.processes[1].pattern.match, vrrp::ParameterMatch::None);
        QCOMPARE(out.linkDelays, (std::vector<vrrp::LinkDelay>{{"eth0", 2s, 3s}, {"eth1", 4s, 4s}}));

        const auto tracked = instance("track_file {\n drain\n old weight 5\n none\n half\n drain\n}\n"
                                      "track_process {\n proxy weight 9 reverse\n plain\n}\n",
                                      blocks);
        QCOMPARE(tracked.trackFiles, (std::vector<vrrp::TrackWeight>{{"drain", 3, true}, {"old", 5, false}}));
        QCOMPARE(tracked.trackProcesses, (std::vector<vrrp::TrackWeight>{{"proxy", 9, true}, {"plain", 0, false}}));
        const auto owner = instance("priority 255\ntrack_file {\n old\n old2\n}\ntrack_process {\n plain\n}\n", blocks);
        QVERIFY(owner.trackFiles.empty());
        QCOMPARE(owner.trackProcesses.size(), std::size_t{1});
    }

    void pipesAndMails()
    {
        const std::string mail = " smtp_server 10.0.0.9 26\n notification_email {\n a@b\n c@d\n }\n"
                                 " notification_email_from e@f\n smtp_helo_name lb\n smtp_connect_timeout 7\n";
        const auto out = settings(global(" notify_fifo /run/all root\n notify_fifo_script \"/bin/r x\"\n"
                                         " vrrp_notify_fifo /run/vrrp\n fifo_write_vrrp_states_on_reload\n" +
                                         mail));
        QCOMPARE(out.fifos.size(), std::size_t{2});
        QCOMPARE(out.fifos[0].path, std::string("/run/all"));
        QCOMPARE(out.fifos[0].user, std::string("root"));
        QCOMPARE(out.fifos[0].reader->argv, (std::vector<std::string>{"/bin/r", "x"}));
        QVERIFY(!out.fifos[1].reader && out.fifoStatesOnReload);
        QCOMPARE(out.mail.recipients, (std::vector<std::string>{"a@b", "c@d"}));
        QVERIFY(out.mail.server == "10.0.0.9" && out.mail.port == 26 && out.mail.from == "e@f" &&
                out.mail.heloName == "lb" && out.mail.timeout == Duration(7s));
        QVERIFY(settings(global(" notify_fifo /run/a\n vrrp_notify_fifo /run/a\n")).fifos.size() == 1);
        QVERIFY(!instance("").notify.fifo && instance("", global(" notify_fifo /run/a\n")).notify.fifo);

        // A block's own word, else that for VRRP, else that for all; and only when there is somebody to write to.
        QVERIFY(!instance("", global(mail)).notify.mail);
        QVERIFY(instance("smtp_alert", global(mail)).notify.mail);
        QVERIFY(instance("", global(mail + " smtp_alert\n")).notify.mail);
        QVERIFY(!instance("", global(mail + " smtp_alert\n smtp_alert_vrrp false\n")).notify.mail);
        QVERIFY(!instance("smtp_alert false", global(mail + " smtp_alert\n")).notify.mail);
        QVERIFY(!instance("smtp_alert").notify.mail);
        QVERIFY(!instance("smtp_alert", global(mail + " no_email_faults\n")).notify.mailFaults);
        QVERIFY(instance("", global(" vrrp_notify_priority_changes\n")).notify.priorityChanges);
        QVERIFY(!instance("notify_priority_changes false", global(" vrrp_notify_priority_changes\n"))
                     .notify.priorityChanges);
    }

    void syncGroups()
    {
        const auto one = [](const char *name, int id) {
            return std::string("vrrp_instance ") + name + " {\n interface eth0\n virtual_router_id " +
                   std::to_string(id) + "\n}\n";
        };
        const auto all = settings(one("A", 1) + one("B", 2) + one("C", 3) +
                                  "vrrp_sync_group G {\n group {\n A B\n X\n }\n sync_group_tracking_weight\n"
                                  " track_interface {\n eth9\n }\n notify_master /bin/up\n}\n"
                                  "vrrp_sync_group H {\n group {\n X\n }\n}\n"
                                  "vrrp_sync_group I {\n group {\n A\n C\n }\n}\n");
        QCOMPARE(all.syncGroups.size(), std::size_t{2});
        QCOMPARE(all.syncGroups[0].members, (std::vector<std::string>{"A", "B"}));
        QCOMPARE(all.syncGroups[0].trackingWeight, true);
        QCOMPARE(all.syncGroups[0].trackInterfaces.size(), std::size_t{1});
        QVERIFY(all.syncGroups[0].notify.toMaster);
        QCOMPARE(all.syncGroups[1].members, (std::vector<std::string>{"C"}));
    }

    void leavesOutWhatKeepalivedDrops()
    {
        const auto all = settings("vrrp_instance A {\n interface eth0\n virtual_router_id 1\n}\n"
                                  "vrrp_instance A {\n interface eth1\n virtual_router_id 2\n}\n"
                                  "vrrp_instance B {\n interface eth0\n}\n"
                                  "vrrp_instance C {\n virtual_router_id 3\n}\n");
        QCOMPARE(all.instances.size(), std::size_t{1});
        QCOMPARE(all.instances[0].interface, std::string("eth0"));
    }

    void globals()
    {
        const auto all =
            settings(global("router_id r1\nscript_user u g\nenable_script_security\nvrrp_startup_delay 2.5\n"
                            "vrrp_mcast_group4 224.0.0.100\nvrrp_mcast_group6 ff02::13") +
                     global("router_id r2"));
        QCOMPARE(all.routerId, std::string("r2"));
        QCOMPARE(all.defaultScriptUser, std::string("u"));
        QCOMPARE(all.defaultScriptGroup, std::string("g"));
        QCOMPARE(all.scriptSecurity, true);
        QCOMPARE(all.startupDelay, Duration(2500ms));
        QCOMPARE(all.multicastGroupV4.toString(), std::string("224.0.0.100"));
        QCOMPARE(all.multicastGroupV6.toString(), std::string("ff02::13"));
        QCOMPARE(instance("", global("vrrp_down_timer_adverts 5")).downTimerAdverts, 5U);
        QCOMPARE(instance("lower_prio_no_advert false", global("vrrp_lower_prio_no_advert")).lowerPriorityNoAdvert,
                 false);
    }
};

QTEST_APPLESS_MAIN(TestLower)
#include "tst_lower.moc"
