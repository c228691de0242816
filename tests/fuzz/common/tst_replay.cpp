#include "tests/fuzz/replay.h"

using namespace twinhelm;

/// Inputs that once broke a promise, and files of every kind, through the fuzzers' targets without a fuzzer.
class TestReplay : public QObject
{
    Q_OBJECT

    const QString data = QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data/");

private slots:
    void foundInputs_data() { fuzz::targetRows(); }
    void foundInputs()
    {
        QFETCH(QString, target);
        const auto *const found = fuzz::findTarget(target.toStdString());
        QVERIFY(found);
        fuzz::replay(*found, data + QStringLiteral("diagnostics"));
        fuzz::replay(*found, data + QStringLiteral("fuzz/") + target);
    }

    void unknownNamesAreNoTargets() { QVERIFY(!fuzz::findTarget("nothing")); }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
