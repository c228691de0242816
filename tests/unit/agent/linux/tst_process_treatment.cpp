#include "agent/linux/process_treatment.h"

#include <thread>

#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtTest>

using namespace twinhelm;
using agent::ProcessTreatment;
using namespace std::chrono_literals;

namespace
{

/// Runs `check` in a process of its own, which may be treated as it likes; true: it held there.
bool inOwnProcess(const std::function<bool()> &check)
{
    const auto pid = ::fork();
    if (pid == 0)
        ::_exit(check() ? 0 : 1);
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int realtimePriority()
{
    sched_param parameter{};
    ::sched_getparam(0, &parameter);
    const int policy = ::sched_getscheduler(0) & ~SCHED_RESET_ON_FORK;
    return policy == SCHED_RR ? parameter.sched_priority : 0;
}

} // namespace

class TestProcessTreatment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("needs root: the kernel lets nobody else raise a priority");
    }

    void nothingIsAskedForWithoutAWord()
    {
        QVERIFY(inOwnProcess([] {
            const int nice = ::getpriority(PRIO_PROCESS, 0);
            ProcessTreatment treatment(true);
            return treatment.apply({}).empty() && ::getpriority(PRIO_PROCESS, 0) == nice && realtimePriority() == 0 &&
                   (::sched_getscheduler(0) & SCHED_RESET_ON_FORK) == 0;
        }));
    }

    void realTimeWithItsLimit()
    {
        QVERIFY(inOwnProcess([] {
            ProcessTreatment treatment(true);
            vrrp::ProcessTreatment wanted;
            wanted.realtimePriority = 7;
            wanted.realtimeLimit = 20ms;
            rlimit limit{};
            return treatment.apply(wanted).empty() && realtimePriority() == 7 &&
                   ::getrlimit(RLIMIT_RTTIME, &limit) == 0 && limit.rlim_cur == 20000 && limit.rlim_max == 5000000;
        }));
    }

    void whatItStartsIsOrdinary()
    {
        QVERIFY(inOwnProcess([] {
            ProcessTreatment treatment(true);
            vrrp::ProcessTreatment wanted;
            wanted.realtimePriority = 7;
            if (!treatment.apply(wanted).empty())
                return false;
            int ofThread = -1;
            std::thread([&] { ofThread = realtimePriority(); }).join();
            return ofThread == 0 && inOwnProcess([] { return realtimePriority() == 0; });
        }));
    }

    void aReloadTakesItBack()
    {
        QVERIFY(inOwnProcess([] {
            ProcessTreatment treatment(true);
            vrrp::ProcessTreatment wanted;
            wanted.realtimePriority = 7;
            wanted.noSwap = true;
            wanted.processors = {0};
            cpu_set_t one;
            CPU_ZERO(&one);
            const bool began = treatment.apply(wanted).empty() && ::sched_getaffinity(0, sizeof one, &one) == 0 &&
                               CPU_COUNT(&one) == 1 && CPU_ISSET(0, &one);
            wanted = {};
            wanted.niceness = -5;
            cpu_set_t all;
            CPU_ZERO(&all);
            return began && treatment.apply(wanted).empty() && realtimePriority() == 0 &&
                   ::getpriority(PRIO_PROCESS, 0) == -5 && ::sched_getaffinity(0, sizeof all, &all) == 0 &&
                   CPU_COUNT(&all) == ::sysconf(_SC_NPROCESSORS_ONLN);
        }));
    }

    void lateTimersRaiseThePriorityStepByStep()
    {
        QVERIFY(inOwnProcess([] {
            ProcessTreatment treatment(true);
            vrrp::ProcessTreatment wanted;
            wanted.mostAutoPriority = 2;
            (void)treatment.apply(wanted);
            const bool notYet = treatment.servedLate(999ms).empty() && realtimePriority() == 0;
            (void)treatment.servedLate(1s);
            const bool once = realtimePriority() == 1;
            (void)treatment.servedLate(1s);
            const auto last = treatment.servedLate(1s);
            return notYet && once && realtimePriority() == 2 && !last.empty() && treatment.apply(wanted).empty() &&
                   realtimePriority() == 2;
        }));
    }

    void withoutMaxAutoPriorityItIsOnlyAdvised()
    {
        QVERIFY(inOwnProcess([] {
            ProcessTreatment treatment(true);
            (void)treatment.apply({});
            const bool advised = treatment.servedLate(2s).find("max_auto_priority") != std::string::npos;
            vrrp::ProcessTreatment silent;
            silent.mostAutoPriority = -1;
            (void)treatment.apply(silent);
            return advised && treatment.servedLate(2s).empty() && realtimePriority() == 0;
        }));
    }

    void aRefusalIsTold()
    {
        QVERIFY(inOwnProcess([] {
            const rlimit none{0, 0};
            ::setrlimit(RLIMIT_RTPRIO, &none);
            ::setrlimit(RLIMIT_NICE, &none);
            if (::setresuid(65534, 65534, 65534) != 0)
                return false;
            ProcessTreatment treatment(true);
            vrrp::ProcessTreatment wanted;
            wanted.realtimePriority = 7;
            const auto refusals = treatment.apply(wanted);
            return refusals.size() == 1 && refusals[0].find("vrrp_rt_priority") != std::string::npos &&
                   treatment.realtimePriority() == 0;
        }));
    }
};

QTEST_GUILESS_MAIN(TestProcessTreatment)
#include "tst_process_treatment.moc"
