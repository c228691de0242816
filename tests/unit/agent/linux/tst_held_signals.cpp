#include "agent/linux/held_signals.h"

#include <QtTest>

using twinhelm::agent::HeldSignals;

namespace
{

volatile std::sig_atomic_t hangups = 0;

void countHangup(int)
{
    hangups = hangups + 1;
}

} // namespace

class TestHeldSignals : public QObject
{
    Q_OBJECT

private slots:
    void init() { hangups = 0; }
    void cleanup() { std::signal(SIGHUP, SIG_DFL); }

    /// Without the hold, the hangup would end this program: its handler comes too late.
    void deliversWhatCameBeforeTheHandler()
    {
        HeldSignals held;
        ::raise(SIGHUP);
        std::signal(SIGHUP, countHangup);
        QCOMPARE(hangups, 0);
        held.release();
        QCOMPARE(hangups, 1);
    }

    /// A program before this one in the same process left them so.
    void releasesAlsoWhatWasHeldBackBefore()
    {
        std::signal(SIGHUP, countHangup);
        sigset_t hangup;
        sigemptyset(&hangup);
        sigaddset(&hangup, SIGHUP);
        ::pthread_sigmask(SIG_BLOCK, &hangup, nullptr);
        HeldSignals held;
        ::raise(SIGHUP);
        held.release();
        QCOMPARE(hangups, 1);
    }

    void releasesAtItsEndAndOnce()
    {
        std::signal(SIGHUP, countHangup);
        {
            HeldSignals held;
            ::raise(SIGHUP);
            held.release();
            ::raise(SIGHUP);
            QCOMPARE(hangups, 2);
        }
        {
            const HeldSignals held;
            ::raise(SIGHUP);
            QCOMPARE(hangups, 2);
        }
        QCOMPARE(hangups, 3);
    }
};

QTEST_APPLESS_MAIN(TestHeldSignals)
#include "tst_held_signals.moc"
