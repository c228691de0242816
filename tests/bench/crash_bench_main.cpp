// The engine's processes are killed while a client asks the address every millisecond: first the one that speaks VRRP,
// then all at once with a restart as systemd does it (RestartSec=100ms). Usage: crash_bench [ROUNDS]   (needs root)
#include <csignal>
#include <cstdio>
#include <thread>

#include "tests/bench/figures.h"
#include "tests/lab/config_text.h"
#include "tests/lab/lab.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

namespace
{

constexpr Millis restartAfter{100};

struct Rows {
    Row lost{"vrrp process killed, advert 1 s: packets lost", "", {}, {}, 0};
    Row moved{"vrrp process killed: changes of the address", "", {}, {}, 0};
    Row lostAll{"all killed, restart after 100 ms: packets lost", "", {}, {}, 0};
    Row movedAll{"all killed: changes of the address", "", {}, {}, 0};
    Row adopted{"all killed: next advert after the restart", "ms", {}, {}, 300, true};
};

double count(std::size_t number)
{
    return static_cast<double>(number);
}

void killEngineProcess(Engine &engine, EngineKind kind)
{
    for (const auto pid : engine.process().tree()) {
        const bool parent = pid == engine.process().pid();
        if (kind == EngineKind::Twinhelm ? processName(pid) == "twinhelmd-vrrp" : !parent)
            kill(pid, SIGKILL);
    }
}

bool measure(EngineKind kind, Rows &rows)
{
    Lab lab;
    const Responder atLb1(lab.lb1());
    const Responder atLb2(lab.lb2());
    const Sniffer sniffer(lab.client(), lab.options().interface);
    const OutageMeter meter(lab.client(), lab.options().vip);
    const auto moved = [&](Clock::time_point since) { return count(meter.outageSince(since) ? 1 : 0); };
    const Engine backup(lab.lb2(), kind, seed000("lb02"));
    if (!meter.waitForOwner("lb02", Millis(15000)))
        return false;
    auto master = std::make_unique<Engine>(lab.lb1(), kind, seed000("lb01"));
    if (!meter.waitForOwner("lb01", Millis(15000)))
        return false;
    std::this_thread::sleep_for(Millis(2000));

    auto start = Clock::now();
    killEngineProcess(*master, kind);
    std::this_thread::sleep_for(Millis(6000));
    rows.lost.add(kind, count(meter.lost(start, Clock::now() - Millis(100))));
    rows.moved.add(kind, moved(start));
    if (!meter.waitForOwner("lb01", Millis(15000)))
        return false;

    // A long life is forgiven, a short one is not: the next death must count as the first.
    std::this_thread::sleep_for(Millis(1000));
    start = Clock::now();
    master->killTree();
    std::this_thread::sleep_for(restartAfter);
    const auto restart = Clock::now();
    master = std::make_unique<Engine>(lab.lb1(), kind, seed000("lb01"));
    std::this_thread::sleep_for(Millis(6000));
    rows.lostAll.add(kind, count(meter.lost(start, Clock::now() - Millis(100))));
    rows.movedAll.add(kind, moved(start));
    const auto heard = sniffer.advertsFrom(lab.options().lb1.address, restart);
    if (heard.empty())
        return false;
    rows.adopted.add(kind, std::chrono::duration<double, std::milli>(heard.front().at - restart).count());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    Rows rows;
    for (int round = 0; round < rounds; ++round) {
        for (const auto engine : bothEngines) {
            if (!measure(engine, rows)) {
                std::fprintf(stderr, "%s: the address did not come back\n", engineName(engine).c_str());
                return 1;
            }
        }
    }
    print(rows.lost);
    print(rows.moved);
    print(rows.lostAll);
    print(rows.movedAll);
    const bool adopted = print(rows.adopted);
    const bool still =
        worst(rows.lost.ours) + worst(rows.moved.ours) + worst(rows.lostAll.ours) + worst(rows.movedAll.ours) == 0;
    std::printf("no packet lost and no change: %s\n", still ? "holds" : "MISSED");
    return adopted && still ? 0 : 1;
}
