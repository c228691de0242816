#include "tests/fuzz/replay.h"

using namespace twinhelm;

/// Inputs that once broke a promise, and what each target starts from, without a fuzzer.
class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void foundInputs_data() { fuzz::targetRows(); }
    void foundInputs()
    {
        QFETCH(QString, target);
        const auto *const found = fuzz::findTarget(target.toStdString());
        QVERIFY(found);
        const auto folder = QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data/fuzz/") + target;
        QVERIFY2(QDir(folder).exists(), qPrintable(folder));
        fuzz::replay(*found, folder);
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
