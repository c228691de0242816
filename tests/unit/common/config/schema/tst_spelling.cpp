#include "common/config/schema/spelling.h"

#include <set>
#include <string>

#include <QtTest>

#include "common/config/schema/schema.h"

using namespace twinhelm::config;

namespace
{

/// Every slip of one key: a letter lost, doubled, swapped with the next, replaced; an s too much or too few.
std::set<std::string> slips(const std::string &word)
{
    std::set<std::string> all;
    for (std::size_t i = 0; i < word.size(); ++i) {
        all.insert(word.substr(0, i) + word.substr(i + 1));
        all.insert(word.substr(0, i) + word[i] + word.substr(i));
        auto other = word;
        other[i] = word[i] == 'x' ? 'y' : 'x';
        all.insert(other);
        if (i + 1 < word.size()) {
            auto swapped = word;
            std::swap(swapped[i], swapped[i + 1]);
            all.insert(swapped);
        }
    }
    all.insert(word + 's');
    all.erase(word);
    return all;
}

} // namespace

class TestSpelling : public QObject
{
    Q_OBJECT

private slots:
    void distances_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<unsigned>("steps");
        QTest::newRow("same") << QByteArray("priority") << QByteArray("priority") << 0U;
        QTest::newRow("swap") << QByteArray("stmp") << QByteArray("smtp") << 2U;
        QTest::newRow("underscore lost") << QByteArray("routerid") << QByteArray("router_id") << 1U;
        QTest::newRow("dash for underscore") << QByteArray("router-id") << QByteArray("router_id") << 1U;
        QTest::newRow("plural") << QByteArray("virtual_route") << QByteArray("virtual_routes") << 1U;
        QTest::newRow("case") << QByteArray("Priority") << QByteArray("priority") << 1U;
        QTest::newRow("letter lost") << QByteArray("prority") << QByteArray("priority") << 2U;
        QTest::newRow("nothing alike") << QByteArray("state") << QByteArray("garp_master_delay") << 9U;
        QTest::newRow("empty") << QByteArray("") << QByteArray("abcdefghijkl") << 9U;
    }
    void distances()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(unsigned, steps);
        QCOMPARE(schema::spellingDistance(a.toStdString(), b.toStdString(), 8), steps);
        QCOMPARE(schema::spellingDistance(b.toStdString(), a.toStdString(), 8), steps);
    }

    void boundsItsWork()
    {
        const std::string endless(100000, 'a');
        QCOMPARE(schema::spellingDistance(endless, "priority", 4), 5U);
        QVERIFY(!schema::suggest(*schema::findBlock("vrrp_instance"), endless).keyword);
    }

    /// What stands in the seeds and in the files of the corpus, and what people write who know it from elsewhere.
    void suggests_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("keyword");
        QTest::addColumn<QByteArray>("home");
        const auto row = [](const char *block, const char *word, const char *keyword, const char *home = nullptr) {
            QTest::newRow((std::string(block) + "/" + word).c_str())
                << QByteArray(block) << QByteArray(word) << QByteArray(keyword) << QByteArray(home ? home : block);
        };
        // seeds
        row("global_defs", "stmp_connect_timeout", "smtp_connect_timeout");
        row("vrrp_instance/authentication", "autp_pass", "auth_pass");
        // corpus
        row("virtual_server/real_server/TCP_CHECK", "connetc_port", "connect_port");
        row("virtual_server/real_server/TCP_CHECK", "connect_timeout=10", "connect_timeout");
        row("vrrp_instance", "lvs_sync_daemon_inteface", "lvs_sync_daemon_interface");
        row("", "rrp_script", "vrrp_script");
        row("", "vvrp_script", "vrrp_script");
        row("vrrp_script", "weigth", "weight");
        row("vrrp_instance", "intreface", "interface");
        row("global_defs", "vrrp_mcast_group", "vrrp_mcast_group4");
        // underscores, dashes, plurals, case
        row("vrrp_instance", "virtualrouterid", "virtual_router_id");
        row("vrrp_instance", "virtual-router-id", "virtual_router_id");
        row("vrrp_instance", "virtual_ip_address", "virtual_ipaddress");
        row("vrrp_instance", "virtual_ipaddresses", "virtual_ipaddress");
        row("vrrp_instance", "track_scripts", "track_script");
        row("vrrp_instance", "unicast_peers", "unicast_peer");
        row("vrrp_instance", "Priority", "priority");
        row("vrrp_instance", "no_preempt", "nopreempt");
        row("vrrp_instance", "advertint", "advert_int");
        row("vrrp_instance", "advert_interval", "advert_int");
        row("vrrp_instance", "virtual_ip", "virtual_ipaddress");
        row("virtual_server/real_server", "TCP_CHEK", "TCP_CHECK");
        row("virtual_server/real_server", "tcp_check", "TCP_CHECK");
        row("virtual_server/real_server", "MISC_CHCEK", "MISC_CHECK");
        row("virtual_server", "lb_algorithm", "lb_algo");
        row("virtual_server", "persistance_timeout", "persistence_timeout");
        row("virtual_server/real_server/HTTP_GET", "urls", "url");
        // of another block
        row("global_defs", "priority", "priority", "vrrp_instance");
        row("vrrp_instance", "auth_pass", "auth_pass", "vrrp_instance/authentication");
        row("vrrp_instance", "router_id", "router_id", "global_defs");
        row("vrrp_instance", "vrrp_script", "vrrp_script", "");
        row("virtual_server", "TCP_CHECK", "TCP_CHECK", "virtual_server/real_server");
        row("virtual_server/real_server", "connect_port", "connect_port", "virtual_server/real_server/TCP_CHECK");
        row("vrrp_instance", "auht_pass", "auth_pass", "vrrp_instance/authentication");
        row("", "track_script", "track_script", "vrrp_instance"); // the commonest of several
        row("", "group", "group", "vrrp_sync_group");
        row("", "router_di", "router_id", "global_defs");
    }
    void suggests()
    {
        QFETCH(QByteArray, block);
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, keyword);
        QFETCH(QByteArray, home);
        const auto *outer = schema::findBlock(block.toStdString());
        QVERIFY(outer);
        const auto found = schema::suggest(*outer, word.toStdString());
        QVERIFY(found.keyword);
        QCOMPARE(QByteArray(found.keyword->name.data(), static_cast<int>(found.keyword->name.size())), keyword);
        QCOMPARE(QByteArray(found.block->path.data(), static_cast<int>(found.block->path.size())), home);
    }

    void keepsSilentWhenNothingIsNear_data()
    {
        QTest::addColumn<QByteArray>("word");
        for (const char *word : {"", "x", "banana", "10.0.0.1", "the", "Kubernetes", "}", "\xe5\x81\xa5\xe5\xba\xb7"})
            QTest::newRow(word) << QByteArray(word);
    }
    void keepsSilentWhenNothingIsNear()
    {
        QFETCH(QByteArray, word);
        const auto typed = word.toStdString();
        QVERIFY(!schema::suggest(*schema::findBlock("vrrp_instance"), typed).keyword);
    }

    void findsTheKeywordBehindEverySlip()
    {
        unsigned tried = 0;
        unsigned hit = 0;
        QStringList missed;
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                if (keyword.kind == schema::Kind::Removed || keyword.name.starts_with('<'))
                    continue;
                for (const auto &slip : slips(std::string(keyword.name))) {
                    if (slip.size() < 3 || schema::find(block, slip))
                        continue;
                    ++tried;
                    if (schema::nearestKeyword(block, slip) == keyword.name)
                        ++hit;
                    else if (missed.size() < 20)
                        missed << QString::fromStdString(slip);
                }
            }
        }
        const auto rate = 100.0 * hit / tried;
        qInfo("%u of %u slips lead back to their keyword: %.2f %%", hit, tried, rate);
        QVERIFY(tried > 20000);
        QVERIFY2(rate >= 98, qPrintable(missed.join(u' ')));
    }
};

QTEST_APPLESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
