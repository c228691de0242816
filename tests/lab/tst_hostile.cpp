#include <map>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/flooder.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";
constexpr auto fastVip = "10.0.0.4";
constexpr std::uint8_t slowRouter = 50;
constexpr std::uint8_t fastRouter = 51;
constexpr int perSecond = 10000;
constexpr Millis flood{4000};

/// One that others lie to, and one whose adverts show whether it minds: ten a second.
std::string victim()
{
    InstanceText slow;
    slow.virtualRouterId = slowRouter;
    slow.priority = 150;
    InstanceText fast;
    fast.name = "VI_2";
    fast.virtualRouterId = fastRouter;
    fast.priority = 150;
    fast.version = 3;
    fast.advert = "0.1";
    fast.password.clear();
    fast.addresses = {fastVip};
    return configText("lb01", {slow, fast});
}

HostileAdvert changed(void (*change)(HostileAdvert &))
{
    auto out = HostileAdvert::v2(slowRouter, 200, "1111", vip);
    change(out);
    return out;
}

/// What is wrong with it, as its counter is called.
std::vector<std::pair<std::string, HostileAdvert>> everyKind()
{
    std::vector<std::uint8_t> rubbish;
    for (unsigned i = 0; i < 60; ++i)
        rubbish.push_back(static_cast<std::uint8_t>(i * 167U + 13U));
    rubbish[1] = slowRouter;
    return {
        {"bad_ttl", changed([](auto &one) { one.ttl = 64; })},
        {"bad_checksum", changed([](auto &one) { one.bytes[7] ^= 1U; })},
        {"auth_mismatch", HostileAdvert::v2(slowRouter, 200, "2222", vip)},
        {"bad_auth_type", changed([](auto &one) {
             one.bytes[4] = 0;
             one.sum();
         })},
        {"bad_interval", changed([](auto &one) {
             one.bytes[5] = 7;
             one.sum();
         })},
        {"bad_type", changed([](auto &one) {
             one.bytes[0] = 0x22;
             one.sum();
         })},
        {"bad_version", HostileAdvert::v3(slowRouter, 200, vip)},
        {"bad_length", changed([](auto &one) { one.bytes.resize(11); })},
        {"bad_destination", changed([](auto &one) { one.destination = "10.0.0.5"; })},
        {"unknown_router", HostileAdvert::v2(99, 200, "1111", vip)},
        {"unreadable", changed([](auto &one) { one.bytes.resize(1); })},
        {"", HostileAdvert{"224.0.0.18", 255, rubbish}},
    };
}

QJsonObject stateOf(const Engine &engine)
{
    const auto answer = engine.ctl({"status", "--json"});
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.output)).object();
}

/// Of all instances and of none, added up.
std::map<std::string, double> countersOf(const QJsonObject &state)
{
    std::map<std::string, double> out;
    const auto add = [&](const QJsonObject &counters) {
        for (auto one = counters.begin(); one != counters.end(); ++one)
            out[one.key().toStdString()] += one.value().toDouble();
    };
    add(state["counters"].toObject());
    const auto instances = state["instances"].toArray();
    for (const auto &instance : instances)
        add(instance.toObject()["counters"].toObject());
    return out;
}

double longestGapMs(const Sniffer &sniffer, int virtualRouterId, Clock::time_point since)
{
    std::optional<Clock::time_point> before;
    double longest = 0;
    for (const auto &advert : sniffer.advertsFrom("10.0.0.5", since)) {
        if (advert.virtualRouterId != virtualRouterId)
            continue;
        if (before)
            longest = std::max(longest, std::chrono::duration<double, std::milli>(advert.at - *before).count());
        before = advert.at;
    }
    return longest;
}

} // namespace

/// A segment on which somebody sends what no router would.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void floodsOfBadAdvertsDelayNothingAndAreCountedByKind()
    {
        Lab lab;
        const Sniffer sniffer(lab.lb2(), lab.options().interface);
        Engine engine(lab.lb1(), EngineKind::Twinhelm, victim());
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip) && lab.lb1().holds(fastVip); }, Millis(8000)), lab);
        std::vector<HostileAdvert> adverts;
        for (const auto &[counter, advert] : everyKind())
            adverts.push_back(advert);
        const auto start = Clock::now();
        Flooder flooder(lab.client(), lab.options().client.address, "eth0", adverts, perSecond);
        std::this_thread::sleep_for(flood);
        const auto longest = longestGapMs(sniffer, fastRouter, start);
        const auto sent = flooder.stop();
        const auto rate = static_cast<double>(sent) / std::chrono::duration<double>(Clock::now() - start).count();
        qInfo("%.0f bad adverts a second; longest time between two adverts of ours %.1f ms of 100", rate, longest);
        QVERIFY2(rate > 0.9 * perSecond, "the flood was no flood");
        QVERIFY(sniffer.advertsFrom("10.0.0.5", start).size() >= 40);
        VERIFY_IN_LAB(longest <= 110, lab);
        QVERIFY(lab.lb1().holds(vip) && lab.lb1().holds(fastVip));

        const auto state = stateOf(engine);
        auto counters = countersOf(state);
        const auto ofEach = static_cast<double>(sent) / static_cast<double>(adverts.size());
        for (const auto &[counter, advert] : everyKind()) {
            if (!counter.empty())
                QVERIFY2(counters[counter] > 0.9 * ofEach,
                         qPrintable(QString("%1: %2 of %3").arg(counter.c_str()).arg(counters[counter]).arg(ofEach)));
        }
        // Told once for each kind, not each time.
        const auto log = QString::fromStdString(engine.log());
        QVERIFY(log.count("dropped:") >= 9);
        QVERIFY(log.count("dropped:") < 20);
    }

    /// vrrp_check_unicast_src: who is no peer is nobody, whatever priority it claims.
    void strangersAreNoPeers()
    {
        Lab lab;
        InstanceText text;
        text.virtualRouterId = slowRouter;
        text.priority = 150;
        text.more = "    unicast_src_ip 10.0.0.5\n    check_unicast_src\n    unicast_peer {\n        10.0.0.6\n    }\n";
        Engine engine(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip); }, Millis(8000)), lab);
        std::vector<HostileAdvert> adverts{HostileAdvert::v2(slowRouter, 254, "1111", vip),
                                           HostileAdvert::v2(slowRouter, 1, "1111", vip),
                                           HostileAdvert::v2(slowRouter, 0, "1111", vip)};
        for (auto &advert : adverts)
            advert.destination = lab.options().lb1.address;
        Flooder flooder(lab.client(), lab.options().client.address, "eth0", adverts, perSecond);
        std::this_thread::sleep_for(Millis(2000));
        const auto sent = flooder.stop();
        QVERIFY(lab.lb1().holds(vip));
        auto counters = countersOf(stateOf(engine));
        QVERIFY2(counters["unknown_peer"] > 0.9 * static_cast<double>(sent),
                 qPrintable(QString("%1 of %2").arg(counters["unknown_peer"]).arg(sent)));
        QCOMPARE(counters["became_master"], 1.0);
        QCOMPARE(counters["released_master"], 0.0);
        QCOMPARE(counters["conflicts"], 0.0);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
