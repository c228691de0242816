#include <QtTest>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/lab/engine.h"

/// Links that few kernels of build machines have, in a kernel that runs as a process: adverts from beside an ipvlan,
/// and through an interface that belongs to a VRF; with keepalived as well. What happens is in links_in_uml.sh.
class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (qgetenv("TH_LAB") == "skip" || QStandardPaths::findExecutable("linux.uml").isEmpty() ||
            QDir("/usr/lib/uml/modules").isEmpty())
            QSKIP(
                "no User-Mode-Linux kernel with modules here (package user-mode-linux): ipvlan and VRF are NOT tested");
        QVERIFY(folder_.isValid());
        const auto init = folder_.filePath("init");
        QFile script(init);
        QVERIFY(script.open(QIODevice::WriteOnly));
        const auto programs = QString::fromStdString(twinhelm::lab::ownProgram("twinhelmd"));
        script.write(
            QStringLiteral("#!/bin/bash\nexport FOLDER=%1 BIN=%2\nexec /bin/bash %3/tests/lab/links_in_uml.sh\n")
                .arg(folder_.path(), programs.left(programs.lastIndexOf('/')), QStringLiteral(TWINHELM_SOURCE_DIR))
                .toUtf8());
        script.close();
        QVERIFY(script.setPermissions(script.permissions() | QFile::ExeOwner));
        QProcess kernel;
        kernel.setStandardInputFile(QProcess::nullDevice());
        kernel.setStandardOutputFile(folder_.filePath("console.log"));
        kernel.setProcessChannelMode(QProcess::MergedChannels);
        kernel.start("linux.uml", {"rootfstype=hostfs", "rootflags=/", "ro", "init=" + init, "mem=384M",
                                   "con0=fd:0,fd:1", "con=none", "quiet"});
        if (!kernel.waitForFinished(150000))
            kernel.kill();
        kernel.waitForFinished();
        said_ = text("said").split('\n', Qt::SkipEmptyParts);
        if (!said_.contains("done"))
            showAll();
        QVERIFY2(said_.contains("done"), "the kernel did not come to its end");
    }

    void theStrongerHoldsTheAddress_data()
    {
        QTest::addColumn<QString>("pair");
        QTest::addColumn<QString>("stronger");
        QTest::addColumn<QString>("weaker");
        QTest::addColumn<QString>("links");
        QTest::newRow("ipvlan") << "ipvlan"
                                << "lb1"
                                << "lb2"
                                << "1";
        QTest::newRow("VRF") << "vrf"
                             << "lb3"
                             << "lb4"
                             << "0";
        QTest::newRow("VRF, with keepalived") << "vrf-keepalived"
                                              << "lb5"
                                              << "lb6"
                                              << "0";
    }
    void theStrongerHoldsTheAddress()
    {
        QFETCH(QString, pair);
        QFETCH(QString, stronger);
        QFETCH(QString, weaker);
        QFETCH(QString, links);
        const QStringList must{pair + " alone " + weaker, pair + " start " + stronger,  pair + " exit 0",
                               pair + " stop " + weaker,  pair + " return " + stronger, pair + " link " + links};
        QStringList happened;
        for (const auto &line : said_) {
            if (line.startsWith(pair + ' '))
                happened << line;
        }
        if (happened != must)
            showAll();
        QCOMPARE(happened, must);
    }

private:
    [[nodiscard]] QString text(const QString &name) const
    {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void showAll() const
    {
        for (const auto &name : QDir(folder_.path()).entryList({"*.log"}))
            fprintf(stderr, "---- %s\n%s", qPrintable(name), qPrintable(text(name)));
    }

    QTemporaryDir folder_{"/tmp/thlab-links-XXXXXX"};
    QStringList said_;
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
