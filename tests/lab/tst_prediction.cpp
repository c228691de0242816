#include <cmath>
#include <ctime>
#include <functional>
#include <optional>

#include <QJsonDocument>
#include <QJsonObject>

#include "common/config/load.h"
#include "common/simulate/network.h"
#include "common/simulate/setup.h"
#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm;
using namespace twinhelm::lab;

namespace
{

/// An advert of either world: seen on the wire, or sent in the simulation.
struct Advert {
    double ms = 0;
    std::string node;
    int priority = 0;
};
using Adverts = std::vector<Advert>;

/// What happens to lb01, the master, once both have come to rest.
enum class Blow { Crash, Stop, ScriptFails };

struct PredictionCase {
    int version = 2;
    std::string advert = "1";
    Blow blow = Blow::Crash;
};

constexpr auto failMark = "/run/lab-check-fails";

std::string nodeText(const PredictionCase &what, const std::string &node)
{
    InstanceText text;
    text.version = what.version;
    text.advert = what.advert;
    text.priority = node == "lb01" ? 150 : 100;
    if (what.version == 3)
        text.password.clear();
    if (what.blow != Blow::ScriptFails)
        return configText(node, {text});
    text.more = "    track_script {\n        chk\n    }\n";
    return configText(node, {text}) + "vrrp_script chk {\n    script \"/usr/bin/test ! -e " + failMark +
           "\"\n    interval 1\n    weight -60\n    user root\n}\n";
}

/// The time that does not depend on where between two adverts the blow falls: from lb01's last word to lb02's first.
/// A crash: from the last advert; a stop: from priority 0; a failed script: from the last advert of the old priority.
std::optional<double> gap(const Adverts &adverts, Blow blow)
{
    std::optional<double> last;
    for (const auto &one : adverts) {
        if (one.node == "lb01") {
            const bool counts = blow == Blow::Stop ? one.priority == 0 : one.priority == 150;
            if (counts)
                last = one.ms;
        } else if (one.node == "lb02" && last) {
            return one.ms - *last;
        }
    }
    return std::nullopt;
}

std::vector<simulate::NodeInput> inputs(const PredictionCase &what)
{
    std::vector<simulate::NodeInput> nodes;
    for (const std::string node : {"lb01", "lb02"})
        nodes.push_back({node, config::loadText(nodeText(what, node), node).settings, {}});
    return nodes;
}

double predicted(const PredictionCase &what)
{
    using namespace std::chrono_literals;
    simulate::NetworkOptions options;
    options.recordAdverts = true;
    simulate::Network network(options);
    for (auto &host : simulate::setUp(inputs(what)).hosts)
        network.add(std::move(host));
    network.startAll();
    network.advance(20s);
    if (what.blow == Blow::Crash)
        network.crash("lb01");
    else if (what.blow == Blow::Stop)
        network.stop("lb01");
    else
        network.setScript("lb01", "chk", vrrp::ScriptResult::Failed);
    network.advance(20s);
    Adverts adverts;
    for (const auto &one : network.timeline().adverts)
        adverts.push_back({std::chrono::duration<double, std::milli>(one.at.time_since_epoch()).count(), one.node,
                           static_cast<int>(one.priority)});
    return gap(adverts, what.blow).value_or(std::nan(""));
}

Adverts seen(const Sniffer &sniffer, const LabOptions &options, Clock::time_point since)
{
    Adverts out;
    for (const auto &one : sniffer.adverts()) {
        if (one.at >= since)
            out.push_back({std::chrono::duration<double, std::milli>(one.at - since).count(),
                           one.source == options.lb1.address ? "lb01" : "lb02", one.priority});
    }
    return out;
}

/// One round in the lab; nothing: the pair did not come to rest, or the backup did not take over.
std::optional<double> measured(const PredictionCase &what)
{
    Lab lab;
    const Sniffer sniffer(lab.client(), lab.options().interface);
    const Engine second(lab.lb2(), EngineKind::Twinhelm, nodeText(what, "lb02"));
    Engine first(lab.lb1(), EngineKind::Twinhelm, nodeText(what, "lb01"));
    const auto masterSpeaks = [&] { return sniffer.advertsFrom(lab.options().lb1.address).size() >= 3; };
    if (!eventually(masterSpeaks, Millis(15000)))
        return std::nullopt;
    std::this_thread::sleep_for(Millis(300)); // lb02 has stepped down by now
    const auto since = Clock::now() - Millis(1500);
    if (what.blow == Blow::Crash) {
        lab.cut(lab.lb1());
        first.killTree();
    } else if (what.blow == Blow::Stop) {
        (void)first.stop();
    } else {
        lab.lb1().writeFile(failMark, "");
    }
    const auto taken = [&] { return gap(seen(sniffer, lab.options(), since), what.blow).has_value(); };
    if (!eventually(taken, Millis(12000)))
        return std::nullopt;
    return gap(seen(sniffer, lab.options(), since), what.blow);
}

/// The kernel's tick: timers without high resolution, and a busy CPU's next chance to run us.
double tickMs()
{
    timespec resolution{};
    ::clock_getres(CLOCK_MONOTONIC_COARSE, &resolution);
    return static_cast<double>(resolution.tv_nsec) / 1e6;
}

/// Milliseconds between two states of the node's instance, by the engine's own monotonic stamps.
std::optional<double> between(const Engine &engine, const QString &from, const QString &to)
{
    std::optional<double> begin;
    const auto lines = QByteArray::fromStdString(engine.ctl({"events", "--json", "--last", "100"}).output).split('\n');
    for (const auto &line : lines) {
        const auto event = QJsonDocument::fromJson(line).object();
        if (event["kind"].toString() != "vrrp.state")
            continue;
        const double at = event["monotonic_ns"].toDouble() / 1e6;
        const auto state = event["details"].toObject()["to"].toString();
        if (state == from)
            begin = at;
        else if (state == to && begin)
            return at - *begin;
    }
    return std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(PredictionCase)

/// What the simulation says beforehand is what happens: transition times agree within 5 ms and one tick.
/// A machine that is busy with something else can only make the lab later, never earlier than the protocol, so that of
/// several rounds the closest one shows whether the prediction holds; a wrong prediction is wrong in every round.
class TestPrediction : public QObject
{
    Q_OBJECT

    static constexpr int mostRounds = 4;

    template<typename Measure>
    static void compare(double expected, Measure measure)
    {
        const double allowance = 5 + tickMs();
        QVERIFY(!std::isnan(expected));
        double closest = 1e9;
        for (int round = 0; round < mostRounds && closest > allowance; ++round) {
            const std::optional<double> found = measure();
            if (!found)
                continue;
            qInfo("predicted %.1f ms, measured %.1f ms", expected, *found);
            closest = std::min(closest, std::abs(*found - expected));
        }
        QVERIFY2(closest <= allowance, qPrintable(QString("off by %1 ms, allowed are %2").arg(closest).arg(allowance)));
    }

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void takeover_data()
    {
        QTest::addColumn<PredictionCase>("what");
        QTest::newRow("host dies, v2, advert 1 s") << PredictionCase{2, "1", Blow::Crash};
        QTest::newRow("host dies, v3, advert 0.1 s") << PredictionCase{3, "0.1", Blow::Crash};
        QTest::newRow("orderly stop, v2, advert 1 s") << PredictionCase{2, "1", Blow::Stop};
        QTest::newRow("orderly stop, v3, advert 0.1 s") << PredictionCase{3, "0.1", Blow::Stop};
        QTest::newRow("script fails, v2, advert 1 s") << PredictionCase{2, "1", Blow::ScriptFails};
        QTest::newRow("script fails, v3, advert 0.1 s") << PredictionCase{3, "0.1", Blow::ScriptFails};
    }
    void takeover()
    {
        QFETCH(PredictionCase, what);
        compare(predicted(what), [&] { return measured(what); });
    }

    /// From BACKUP to MASTER of a node that starts while the lower one is master.
    void preemption()
    {
        using namespace std::chrono_literals;
        const PredictionCase what;
        simulate::Network network;
        for (auto &host : simulate::setUp(inputs(what)).hosts)
            network.add(std::move(host));
        network.start("lb02");
        network.advance(10s);
        network.start("lb01");
        network.advance(10s);
        const auto timeline = network.timeline();
        const auto states = timeline.statesOf("lb01", "VI_1");
        QCOMPARE(states.size(), 2U);
        QCOMPARE(states[1]->publish.cause, std::string("preempt"));
        const auto expected = std::chrono::duration<double, std::milli>(states[1]->at - states[0]->at).count();
        compare(expected, [&]() -> std::optional<double> {
            Lab lab;
            const Engine second(lab.lb2(), EngineKind::Twinhelm, nodeText(what, "lb02"));
            if (!eventually([&] { return lab.lb2().holds(lab.options().vip); }, Millis(8000)))
                return std::nullopt;
            const Engine first(lab.lb1(), EngineKind::Twinhelm, nodeText(what, "lb01"));
            if (!eventually([&] { return lab.lb1().holds(lab.options().vip); }, Millis(8000)))
                return std::nullopt;
            return between(first, "BACKUP", "MASTER");
        });
    }

    /// From start to MASTER of a node that is alone and starts as MASTER.
    void start()
    {
        using namespace std::chrono_literals;
        const auto text = seed000("lb01");
        const std::vector<simulate::NodeInput> alone{{"lb01", config::loadText(text, "lb01").settings, {}}};
        simulate::Network network;
        for (auto &host : simulate::setUp(alone).hosts)
            network.add(std::move(host));
        network.startAll();
        network.advance(10s);
        const auto timeline = network.timeline();
        const auto states = timeline.statesOf("lb01", "VI_1");
        QCOMPARE(states.size(), 2U);
        const auto expected = std::chrono::duration<double, std::milli>(states[1]->at - states[0]->at).count();
        compare(expected, [&]() -> std::optional<double> {
            Lab lab;
            const Engine engine(lab.lb1(), EngineKind::Twinhelm, text);
            if (!eventually([&] { return lab.lb1().holds(lab.options().vip); }, Millis(8000)))
                return std::nullopt;
            return between(engine, "BACKUP", "MASTER");
        });
    }
};

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
