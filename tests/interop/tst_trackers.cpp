#include <map>

#include "tests/lab/engine.h"
#include "tests/lab/interfaces_of.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

/// What each instance tracks. Its number is its virtual router id.
constexpr const char *tracks[] = {
    "track_file {\n f weight 2\n}",
    "track_file {\n f weight 1 reverse\n}",
    "track_file {\n f weight 0\n}",
    "track_file {\n g\n}",
    "track_file {\n g weight -2\n}",
    "track_script {\n s weight 20\n}",
    "track_script {\n s weight -20\n}",
    "track_script {\n s weight 20 reverse\n}",
    "track_script {\n s weight -20 reverse\n}",
    "track_script {\n s\n}",
    "track_script {\n r\n}",
    "track_script {\n r weight 10\n}",
    "track_interface {\n eth2 weight 30\n}",
    "track_interface {\n eth2 weight -30\n}",
    "track_interface {\n eth2\n}",
    "track_script {\n s weight 100\n}\ntrack_interface {\n eth2 weight 100\n}",
    "track_script {\n gone weight 50\n}",
    "track_script {\n gone\n}",
};

std::string config()
{
    std::string out = "global_defs {\n router_id lb01\n script_user root\n}\n"
                      "track_file f {\n file /run/f\n}\n"
                      "track_file g {\n file /run/f\n weight 3 reverse\n}\n"
                      "vrrp_script s {\n script \"/usr/bin/test ! -e /run/broken\"\n interval 1\n}\n"
                      "vrrp_script r {\n script \"/usr/bin/test -e /run/broken\"\n interval 1\n weight 5 reverse\n}\n"
                      "vrrp_script gone {\n script \"/nowhere/gone.sh\"\n interval 1\n}\n";
    int id = 0;
    for (const auto *track : tracks) {
        const auto number = std::to_string(++id);
        out += "vrrp_instance V" + number + " {\n interface eth0\n virtual_router_id " + number +
               "\n version 3\n priority 100\n advert_int 0.2\n virtual_ipaddress {\n  10.0.1." + number + "\n }\n" +
               track + "\n}\n";
    }
    return out;
}

/// Each step, and the shell line that makes it.
constexpr std::pair<const char *, const char *> steps[] = {
    {"all is well", "true"},
    {"5", "echo 5 > /run/f"},
    {"-7", "echo -7 > /run/f"},
    {"100", "echo 100 > /run/f"},
    {"-126, below the least with weight 2", "echo -126 > /run/f"},
    {"hex, by a rename", "echo 0x10 > /run/new; mv /run/new /run/f"},
    {"-300", "echo -300 > /run/f"},
    {"no number", "echo none > /run/f"},
    {"1", "echo 1 > /run/f"},
    {"no file", "rm /run/f"},
    {"script fails", "touch /run/broken"},
    {"script is ok again", "rm /run/broken"},
    {"link down", "ip link set eth2 down"},
    {"link up", "ip link set eth2 up"},
};

/// Step -> what the adverts of each router say; no adverts: not there.
using Table = std::map<QString, std::map<int, int>>;

Table measure(EngineKind kind)
{
    Lab lab;
    auto &node = lab.lb1();
    addInterface(node, "eth2", "10.9.0.5/24");
    settleAddresses(node);
    node.must({"sh", "-c", "echo 0 > /run/f"});
    Sniffer sniffer(lab.client(), "eth0");
    Engine engine(node, kind, config());
    Table table;
    for (const auto &[name, line] : steps) {
        node.must({"sh", "-c", line});
        // A script's interval, and an election for those that come back.
        QTest::qWait(2600);
        auto &row = table[name];
        for (const auto &advert : sniffer.advertsFrom("10.0.0.5", Clock::now() - Millis(450)))
            row[advert.virtualRouterId] = advert.priority;
    }
    return table;
}

QString text(const std::map<int, int> &row)
{
    QStringList words;
    for (int id = 1; id <= int(std::size(tracks)); ++id)
        words << (row.contains(id) ? QString::number(row.at(id)) : "-");
    return words.join(' ');
}

} // namespace

/// The same trackers under keepalived 2.2.7 and under twinhelmd, judged by what leaves on the wire.
class TestTrackers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void prioritiesOnTheWireAreKeepaliveds()
    {
        const auto theirs = measure(EngineKind::Keepalived);
        const auto ours = measure(EngineKind::Twinhelm);
        QStringList differences;
        for (const auto &[name, line] : steps) {
            if (text(ours.at(name)) != text(theirs.at(name)))
                differences << QString(name) + "\n  keepalived: " + text(theirs.at(name)) +
                                   "\n  twinhelmd:  " + text(ours.at(name));
        }
        if (!differences.isEmpty())
            showLong((differences.join('\n') + '\n').toStdString());
        QVERIFY(differences.isEmpty());
        // And they are what the manual says.
        const auto &well = ours.at("all is well");
        QCOMPARE(text(well), QString("100 100 100 100 100 120 100 80 100 100 100 100 130 100 100 254 100 100"));
    }
};

QTEST_GUILESS_MAIN(TestTrackers)
#include "tst_trackers.moc"
