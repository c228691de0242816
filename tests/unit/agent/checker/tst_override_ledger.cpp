#include "agent/checker/override_ledger.h"

#include <QtTest>

#include <QTemporaryDir>

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace std::chrono_literals;

namespace
{

OverrideLedger::Clocks at(Duration monotonic, WallMillis wall)
{
    return {TimePoint(monotonic), wall};
}

health::StoredOverride drained()
{
    health::StoredOverride out;
    out.of = {"FWM 1", "[10.0.0.2]:none:0"};
    out.what.kind = health::Override::Kind::Drain;
    out.what.reason = "kernel \"update\"\n";
    out.what.by = "alice";
    out.what.since = 5;
    out.what.expires = TimePoint(100s);
    out.what.fewConnections = 3;
    out.what.takeOut = out.what.empty = true;
    return out;
}

} // namespace

class TestOverrideLedger : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead()
    {
        health::StoredOverride weight;
        weight.of = {"a", "b"};
        weight.what.weight = 50;
        const auto clocks = at(40s, 1'000'000);
        const auto text = OverrideLedger::encode({drained(), weight}, clocks);
        const auto read = OverrideLedger::decode(text, clocks);
        QVERIFY(read && *read == (std::vector{drained(), weight}));
    }

    /// The end is a time of day, which a reboot does not change.
    void anEndIsKeptOverAReboot()
    {
        const auto text = OverrideLedger::encode({drained()}, at(40s, 1'000'000)); // 60 s left
        const auto read = OverrideLedger::decode(text, at(7s, 1'020'000));         // 20 s later
        QVERIFY(read);
        QCOMPARE(read->front().what.expires, std::optional(TimePoint(47s)));
    }

    void whatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut short") << QByteArray(R"({"overrides":[{"service")");
        QTest::newRow("something else") << QByteArray("[]");
    }
    void whatMakesNoSense()
    {
        QFETCH(QByteArray, text);
        const auto read = OverrideLedger::decode(text.toStdString(), at(1s, 1));
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string("A0386"));
    }

    void strangeValuesAreTamed()
    {
        const auto read = OverrideLedger::decode(
            R"({"overrides":[7,{"weight":-5,"kind":3,"expires_at":9223372036854775807},{"weight":1e9}]})", at(1s, 1));
        QVERIFY(read);
        QCOMPARE(read->size(), 2U);
        QCOMPARE(read->front().what.weight, 0);
    }

    void files()
    {
        const QTemporaryDir folder;
        const OverrideLedger ledger(folder.filePath("overrides.json").toStdString());
        const auto clocks = at(40s, 1'000'000);
        QVERIFY(ledger.read(clocks) && ledger.read(clocks)->empty());
        QVERIFY(ledger.write({drained()}, clocks));
        QCOMPARE(ledger.read(clocks)->size(), 1U);
        const OverrideLedger nowhere(folder.filePath("no/such").toStdString());
        QVERIFY(!nowhere.write({}, clocks));
    }
};

QTEST_GUILESS_MAIN(TestOverrideLedger)
#include "tst_override_ledger.moc"
