#include <QtTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "tests/lab/uml_kernel.h"

using namespace twinhelm;

/// Links that few kernels of build machines have, in a kernel that runs as a process: adverts from beside an ipvlan,
/// and through an interface that belongs to a VRF; with keepalived as well. What happens is in links_in_uml.sh.
class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto missing = lab::UmlKernel::missing();
        if (qgetenv("TH_LAB") == "skip" || !missing.empty())
            QSKIP(qPrintable("ipvlan and VRF are NOT tested: " + QString::fromStdString(missing)));
        QVERIFY(folder_.isValid());
        (void)lab::UmlKernel::run(folder_.path().toStdString(), TWINHELM_SOURCE_DIR "/tests/lab/links_in_uml.sh", {},
                                  lab::Millis(150000));
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
