#include "agent/vrrp/alive_stamp.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace twinhelm;
using agent::AliveStamp;

class TestAliveStamp : public QObject
{
    Q_OBJECT

    QTemporaryDir dir_;
    [[nodiscard]] std::string path(const char *name) const { return dir_.filePath(name).toStdString(); }
    static constexpr TimePoint some{std::chrono::nanoseconds(123456789)};

private slots:
    void aSuccessorReadsWhatAKilledOneLeft()
    {
        {
            AliveStamp stamp(path("a"), "boot-1");
            stamp.set(TimePoint(std::chrono::nanoseconds(1)));
            stamp.set(some);
        }
        QVERIFY(AliveStamp::read(path("a"), "boot-1") == some);
    }

    void anotherBootSaysNothing()
    {
        AliveStamp stamp(path("b"), "boot-1");
        stamp.set(some);
        QVERIFY(!AliveStamp::read(path("b"), "boot-2"));
    }

    void whoHasDoneNothingYetHasNoStamp()
    {
        const AliveStamp stamp(path("c"), "boot-1");
        QVERIFY(!AliveStamp::read(path("c"), "boot-1"));
    }

    void rubbishSaysNothing()
    {
        QVERIFY(!AliveStamp::read(path("none"), "boot-1"));
        QFile file(dir_.filePath("d"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        QVERIFY(!AliveStamp::read(path("d"), "boot-1"));
    }

    void whereItCannotBeWrittenNothingHappens()
    {
        AliveStamp stamp(path("no/such/folder"), "boot-1");
        stamp.set(some);
        stamp = AliveStamp(path("e"), "boot-1");
        stamp.set(some);
        QVERIFY(AliveStamp::read(path("e"), "boot-1") == some);
    }
};

QTEST_GUILESS_MAIN(TestAliveStamp)
#include "tst_alive_stamp.moc"
