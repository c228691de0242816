#include "agent/ctl/unified_diff.h"

#include <QProcess>
#include <QtTest>

#include "tests/unit/agent/ctl/ctl_run.h"

using twinhelm::ctl::unifiedDiff;

class TestUnifiedDiff : public QObject
{
    Q_OBJECT

private slots:
    void asPatchUnderstandsIt_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n";
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << before << after;
        };
        row("one line", ten, QByteArray(ten).replace("\n9\n", "\nnine\n"));
        row("two places, far", ten, QByteArray(ten).replace("\n2\n", "\n").replace("\n19\n", "\n19\n19b\n"));
        row("two places, near", ten, QByteArray(ten).replace("\n8\n", "\n").replace("\n13\n", "\nx\ny\n"));
        row("first and last", ten, "0\n" + QByteArray(ten).replace("\n20\n", "\n"));
        row("from nothing", "", "a\nb\n");
        row("to nothing", "a\nb\n", "");
        row("no last line end before", "a\nb", "a\nb\nc\n");
        row("no last line end behind", "a\nb\n", "a\nc");
    }
    void asPatchUnderstandsIt()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto diff =
            unifiedDiff("x", before.toStdString(), after.toStdString(), before.toStdString(), after.toStdString());
        if (QStandardPaths::findExecutable(QStringLiteral("patch")).isEmpty())
            QSKIP("PATCH IS NOT HERE: diffs were not applied");
        const twinhelm::test::Folder folder;
        const auto file = folder.write("x", before.toStdString());
        QProcess patch;
        patch.start(QStringLiteral("patch"), {QStringLiteral("-s"), QString::fromStdString(file),
                                              QString::fromStdString(folder.write("d", diff))});
        QVERIFY(patch.waitForFinished());
        QVERIFY2(patch.exitCode() == 0, (diff + patch.readAll().toStdString()).c_str());
        const auto result = folder.read("x");
        QCOMPARE(QByteArray::fromStdString(result == "(no file)" ? "" : result), after);
    }

    void nothingChanged() { QCOMPARE(unifiedDiff("x", "a\n", "a\n", "a\n", "a\n"), std::string()); }
};

QTEST_GUILESS_MAIN(TestUnifiedDiff)
#include "tst_unified_diff.moc"
