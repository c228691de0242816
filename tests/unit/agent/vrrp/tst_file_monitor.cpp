#include "agent/vrrp/file_monitor.h"

#include <sys/stat.h>

#include <boost/asio.hpp>

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

/// A real folder and real news; each step runs the loop until the expected number of values has been told.
struct Bench {
    QTemporaryDir folder;
    boost::asio::io_context io;
    QStringList told;
    FileMonitor monitor{io, [this](const vrrp::NodeEvent &event) {
                            if (const auto *read = std::get_if<vrrp::FileRead>(&event))
                                told << (read->value ? QString::number(*read->value) : "none");
                            else if (const auto *trouble = std::get_if<vrrp::Trouble>(&event))
                                told << QString::fromStdString(trouble->cause);
                        }};

    [[nodiscard]] std::string path(const char *name = "drain") const { return folder.filePath(name).toStdString(); }
    void write(const char *text, const char *name = "drain") const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }
    [[nodiscard]] vrrp::FileSettings settings() const { return {"drain", path(), std::nullopt, false}; }
    QString next()
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (told.isEmpty() && std::chrono::steady_clock::now() < deadline) {
            io.restart();
            io.run_one_until(deadline);
        }
        return told.isEmpty() ? "nothing" : told.takeLast();
    }
    QString after(const QString &value)
    {
        QString last;
        do {
            told.clear();
            last = next();
        } while (last != value && last != "nothing");
        return last;
    }
};

} // namespace

class TestFileMonitor : public QObject
{
    Q_OBJECT

private slots:
    void tellsAtOnceAndAfterEachChange()
    {
        Bench bench;
        bench.write("3\n");
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.next(), QString("3"));
        bench.write("-254");
        QCOMPARE(bench.after("-254"), QString("-254"));
        QFile::remove(QString::fromStdString(bench.path()));
        QCOMPARE(bench.after("none"), QString("none"));
        bench.write("7");
        QCOMPARE(bench.after("7"), QString("7"));
    }

    void isReplacedByARename()
    {
        Bench bench;
        bench.write("1");
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.next(), QString("1"));
        for (const char *value : {"2", "3"}) {
            bench.write(value, "new");
            QCOMPARE(::rename(bench.path("new").c_str(), bench.path().c_str()), 0);
            QCOMPARE(bench.after(value), QString(value));
        }
    }

    void followsALink()
    {
        Bench bench;
        bench.write("4", "real");
        QVERIFY(QFile::link("real", QString::fromStdString(bench.path())));
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.next(), QString("4"));
        bench.write("5", "real");
        QCOMPARE(bench.after("5"), QString("5"));
    }

    void itsFolderMayComeLater()
    {
        Bench bench;
        auto settings = bench.settings();
        settings.path = bench.path("later") + "/drain";
        bench.monitor.configure({settings}, false);
        QCOMPARE(bench.next(), QString("none"));
        QVERIFY(QDir(bench.folder.path()).mkdir("later"));
        bench.write("6", "later/drain");
        QCOMPARE(bench.after("6"), QString("6"));
    }

    void isMadeWhenAsked()
    {
        Bench bench;
        auto settings = bench.settings();
        settings.firstValue = 9;
        bench.monitor.configure({settings}, true);
        QCOMPARE(bench.next(), QString("9"));
        bench.monitor.configure({}, true);
        bench.write("2");
        bench.told.clear();
        bench.monitor.configure({settings}, true); // it is there: left alone
        QCOMPARE(bench.next(), QString("2"));
        settings.overwrite = true;
        bench.told.clear();
        bench.monitor.configure({settings}, true);
        QCOMPARE(bench.next(), QString("9"));
        QFile::remove(QString::fromStdString(bench.path()));
        settings.firstValue = 8;
        bench.told.clear();
        bench.monitor.configure({settings}, false); // a process that takes over from a killed one makes nothing
        QCOMPARE(bench.next(), QString("none"));
    }

    void whatCannotBeReadIsTroubleOnce()
    {
        Bench bench;
        QVERIFY(QDir(bench.folder.path()).mkdir("drain"));
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.told, (QStringList{"file_unreadable", "none"}));
        bench.told.clear();
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.told, QStringList{"none"});
    }

    void aNumberTooLargeChangesNothing()
    {
        Bench bench;
        bench.write("99999999999");
        bench.monitor.configure({bench.settings()}, false);
        QCOMPARE(bench.told, QStringList{"file_unreadable"});
    }
};

QTEST_GUILESS_MAIN(TestFileMonitor)
#include "tst_file_monitor.moc"
