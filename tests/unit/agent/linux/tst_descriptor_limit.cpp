#include "agent/linux/probe_socket.h"

#include <QtTest>

#include <sys/resource.h>

using namespace twinhelm::agent;

class TestDescriptorLimit : public QObject
{
    Q_OBJECT

private slots:
    void init() { QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before_), 0); }
    void cleanup() { QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before_), 0); }

    void itIsRaisedButNeverLowered()
    {
        QVERIFY(before_.rlim_max >= 512);
        rlimit low = before_;
        low.rlim_cur = 256;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
        raiseDescriptorLimit(512);
        QCOMPARE(descriptorLimit(), 512U);
        raiseDescriptorLimit(300);
        QCOMPARE(descriptorLimit(), 512U);
    }

    void theHardLimitHolds()
    {
        if (before_.rlim_max == RLIM_INFINITY)
            QSKIP("there is no hard limit here");
        raiseDescriptorLimit(static_cast<std::size_t>(before_.rlim_max) + 1000);
        QCOMPARE(descriptorLimit(), static_cast<std::size_t>(before_.rlim_max));
    }

private:
    rlimit before_{};
};

QTEST_APPLESS_MAIN(TestDescriptorLimit)
#include "tst_descriptor_limit.moc"
