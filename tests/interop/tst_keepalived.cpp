#include <future>
#include <map>
#include <set>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

struct Meeting {
    EngineKind strong = EngineKind::Twinhelm; ///< has the higher priority
    EngineKind weak = EngineKind::Keepalived;
    InstanceText instance;
    bool unicast = false;

    [[nodiscard]] Millis advert() const { return Millis(static_cast<int>(std::stod(instance.advert) * 1000)); }
};

/// Lines of a log that complain about what the other one sends.
QStringList complaints(const std::string &log)
{
    static const QRegularExpression complaint(
        "bogus|mismatch|dropped|differs|invalid|incorrect|unexpected|reject|not present|"
        "does ?n.t match|checksum|wrong|conflict|assert|crash",
        QRegularExpression::CaseInsensitiveOption);
    return QString::fromStdString(log).split('\n').filter(complaint);
}

/// One meeting from start to end; what is not as it must be, in words. Nothing: all is well.
class Contest
{
public:
    explicit Contest(Meeting what) : what_(std::move(what)) {}

    QStringList run()
    {
        Engine weak(lab_.lb2(), what_.weak, config("lb02", 100));
        Engine strong(lab_.lb1(), what_.strong, config("lb01", 150));
        mustOwn("lb01", "after the start of both");
        if (!what_.unicast) // the client's port of the switch does not see it
            onlyTheMasterSpeaks();

        if (strong.stop() != 0)
            findings_ << "the master's exit code is not 0";
        mustOwn("lb02", "after the stop of the master");

        Engine again(lab_.lb1(), what_.strong, config("lb01", 150), {.log = "again"});
        mustOwn("lb01", "after the master came back");
        weak.stop();
        mustOwn("lb01", "after the stop of the backup");
        again.stop();
        for (auto *node : {&lab_.lb1(), &lab_.lb2()}) {
            if (node->holds(vip()))
                findings_ << "the VIP is left behind on " + QString::fromStdString(node->name());
        }
        for (const auto *engine : {&weak, &strong, &again}) {
            for (const auto &line : complaints(engine->log()))
                findings_ << "complaint of " + QString::fromStdString(engine->node().name()) + ": " + line;
        }
        if (!findings_.isEmpty())
            showLong(lab_.logs());
        return findings_;
    }

private:
    [[nodiscard]] const std::string &vip() const { return lab_.options().vip; }

    [[nodiscard]] std::string config(const std::string &node, int priority) const
    {
        auto instance = what_.instance;
        instance.priority = priority;
        if (what_.unicast) {
            const auto &options = lab_.options();
            const bool first = node == "lb01";
            const auto &own = first ? options.lb1.address : options.lb2.address;
            const auto &peer = first ? options.lb2.address : options.lb1.address;
            instance.more = "    unicast_src_ip " + own + "\n    unicast_peer {\n        " + peer + "\n    }\n";
        }
        return configText(node, {instance});
    }

    void mustOwn(const std::string &owner, const QString &when)
    {
        if (!meter_.waitForOwner(owner, 5 * what_.advert() + Millis(6000)))
            findings_ << when + ": the VIP does not answer from " + QString::fromStdString(owner);
        Node &holder = owner == "lb01" ? lab_.lb1() : lab_.lb2();
        Node &other = owner == "lb01" ? lab_.lb2() : lab_.lb1();
        for (const auto &address : what_.instance.addresses) {
            const auto bare = address.substr(0, address.find('/'));
            if (!holder.holds(bare))
                findings_ << when + ": " + QString::fromStdString(bare) + " is not on its master";
            if (!other.releases(bare))
                findings_ << when + ": " + QString::fromStdString(bare) + " is on the backup too";
        }
    }

    void onlyTheMasterSpeaks()
    {
        const auto since = Clock::now();
        const auto &options = lab_.options();
        eventually([&] { return sniffer_.advertsFrom(options.lb1.address, since).size() >= 3; },
                   4 * what_.advert() + Millis(500));
        const auto heard = sniffer_.advertsFrom(options.lb1.address, since);
        if (heard.size() < 3)
            findings_ << "the master sends too few adverts";
        if (!sniffer_.advertsFrom(options.lb2.address, since).empty())
            findings_ << "the backup sends adverts";
        for (const auto &advert : heard) {
            if (advert.version != what_.instance.version || advert.priority != 150 || advert.ttl != 255 ||
                advert.interval != what_.advert() || advert.password != passwordOnTheWire() ||
                advert.addresses.size() != what_.instance.addresses.size())
                findings_ << "an advert is not as configured";
        }
    }

    [[nodiscard]] std::string passwordOnTheWire() const
    {
        return what_.instance.authType == "PASS" ? what_.instance.password : std::string();
    }

    Meeting what_;
    Lab lab_;
    Responder atLb1_{lab_.lb1()};
    Responder atLb2_{lab_.lb2()};
    Sniffer sniffer_{lab_.client(), lab_.options().interface};
    OutageMeter meter_{lab_.client(), lab_.options().vip, Millis(5)};
    QStringList findings_;
};

std::map<QByteArray, Meeting> meetings()
{
    const std::map<QByteArray, InstanceText> protocols{
        {"v2, PASS", {.version = 2, .advert = "1", .password = "1111"}},
        {"v2, AH", {.version = 2, .advert = "1", .password = "secret88", .authType = "AH"}},
        {"v2, no authentication", {.version = 2, .advert = "1", .password = ""}},
        {"v2, PASS, four addresses",
         {.version = 2,
          .advert = "1",
          .password = "secret88",
          .addresses = {"10.0.0.3/24", "10.0.0.31/24", "10.0.0.32", "10.1.1.1/32"}}},
        {"v3, 0.1 s", {.version = 3, .advert = "0.1", .password = ""}},
        {"v3, 1 s, two addresses",
         {.version = 3, .advert = "1", .password = "", .addresses = {"10.0.0.3/24", "10.0.0.31/24"}}},
    };
    const std::set<QByteArray> unicast{"v2, PASS", "v2, AH", "v3, 0.1 s"};
    const auto stand = qgetenv("TH_LAB_ENGINE") == "keepalived" ? EngineKind::Keepalived : EngineKind::Twinhelm;
    std::map<QByteArray, Meeting> all;
    for (const auto &[name, instance] : protocols) {
        for (const bool peers : {false, true}) {
            if (peers && !unicast.contains(name))
                continue;
            const QByteArray title = peers ? name + ", unicast" : name;
            all.emplace(title + ": ours is master", Meeting{stand, EngineKind::Keepalived, instance, peers});
            all.emplace(title + ": keepalived is master", Meeting{EngineKind::Keepalived, stand, instance, peers});
        }
    }
    return all;
}

} // namespace

/// twinhelmd and Debian's keepalived share a VIP: whoever has the higher priority holds it, both ways round,
/// and neither complains about the other. TH_LAB_ENGINE=keepalived proves the test with two stock engines.
class TestKeepalived : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        // Mostly waiting, so all meetings happen at once, each in a lab of its own.
        for (const auto &[name, meeting] : meetings())
            running_[name] = std::async(std::launch::async, [meeting] { return Contest(meeting).run(); });
    }

    void theHigherPriorityIsMaster_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const auto &[name, meeting] : meetings())
            QTest::newRow(name.constData()) << name;
    }
    void theHigherPriorityIsMaster()
    {
        QFETCH(QByteArray, name);
        const auto findings = running_.at(name).get();
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join('\n')));
    }

    /// Also proof that complaints() sees what keepalived says.
    void differentPasswordsAreNoticedByBoth()
    {
        Lab lab;
        InstanceText text{.priority = 150, .password = "1111"};
        Engine theirs(lab.lb1(), EngineKind::Keepalived, configText("lb01", {text}));
        text.password = "2222";
        Engine ours(lab.lb2(), EngineKind::Twinhelm, configText("lb02", {text}));
        VERIFY_IN_LAB(
            (eventually([&] { return !complaints(theirs.log()).isEmpty() && !complaints(ours.log()).isEmpty(); },
                        Millis(10000))),
            lab);
        QVERIFY2(lab.lb1().holds("10.0.0.3") && lab.lb2().holds("10.0.0.3"),
                 "neither may believe a master that does not know the password");
    }

private:
    std::map<QByteArray, std::future<QStringList>> running_;
};

QTEST_GUILESS_MAIN(TestKeepalived)
#include "tst_keepalived.moc"
